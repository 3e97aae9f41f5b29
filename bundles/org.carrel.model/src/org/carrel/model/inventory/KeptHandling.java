/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.inventory;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody said of a finding, as the store keeps it. Never changes: the last one of a finding says how it stands,
 * and all of them are its history.
 *
 * @param sequence given by the store: in the order in which they were said
 * @param batch    the sequence of the first one of those that were said at once
 * @param handling what was said
 * @param at       when
 * @param person   who; empty when the branch does not ask
 */
public record KeptHandling(long sequence, long batch, Handling handling, Instant at, String person) {

    public KeptHandling {
        Objects.requireNonNull(handling, "handling");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(person, "person");
    }
}
