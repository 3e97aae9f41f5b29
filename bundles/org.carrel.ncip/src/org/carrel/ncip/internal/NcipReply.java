/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.carrel.model.FollowUp;

/** What an answer says, before it is held against what was asked. */
public sealed interface NcipReply {

    /** @param item the item that the answer is about, when it says so */
    record CheckedOut(Optional<String> item, Optional<Instant> dateDue, List<FollowUp> followUps)
            implements NcipReply {}

    /** @param item the item that the answer is about, when it says so */
    record CheckedIn(Optional<String> item, List<FollowUp> followUps) implements NcipReply {}

    /**
     * The server refused.
     *
     * @param message which message it answers, {@code CheckOutItem} or {@code CheckInItem}; empty when the problem sat
     *                directly under {@code NCIPMessage}
     * @param item    the item that the answer is about, when it says so
     * @param stated  one or more
     */
    record Problems(Optional<String> message, Optional<String> item, List<Stated> stated) implements NcipReply {}

    /** @param detail why it cannot be understood, without patron data */
    record Unreadable(String detail) implements NcipReply {}

    /** One {@code Problem} in the server's words; parts that are missing are empty. */
    record Stated(String type, String detail, String element, String value) {}
}
