/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip;

import java.time.Instant;
import java.util.Optional;

/** A request as the server reads it. Barcodes are text here: whether they are any good is the server's business. */
public sealed interface NcipRequest {

    /**
     * Who speaks to whom, from the header.
     *
     * @param from   the agency that asks
     * @param to     the agency that is asked
     */
    record Agencies(String from, String to) {}

    /**
     * Something that an agency numbers: an item or a user.
     *
     * @param agency whose number it is, when it says so
     * @param value  the number, never blank
     */
    record Id(Optional<String> agency, String value) {

        /** Without the value: a user's is personal data. */
        @Override
        public String toString() {
            return "Id[" + agency.orElse("") + "]";
        }
    }

    /** A request that can be answered with success. */
    sealed interface Understood extends NcipRequest {

        /** Empty when the request has no header. */
        Optional<Agencies> agencies();

        Id item();

        /** From {@code MandatedAction}: when it really happened; empty when it is to happen now. */
        Optional<Instant> occurredAt();
    }

    /** {@code CheckOutItem}. */
    record CheckOut(Optional<Agencies> agencies, Id user, Id item, Optional<Instant> desiredDateDue,
            Optional<Instant> occurredAt) implements Understood {}

    /** {@code CheckInItem}. */
    record CheckIn(Optional<Agencies> agencies, Id item, Optional<Instant> occurredAt) implements Understood {}

    /**
     * NCIP that is not understood.
     *
     * @param type    the problem type to answer with, for instance {@code Unsupported Service}
     * @param detail  a sentence
     * @param element the element at fault; may be empty
     */
    record NotUnderstood(String type, String detail, String element) implements NcipRequest {}
}
