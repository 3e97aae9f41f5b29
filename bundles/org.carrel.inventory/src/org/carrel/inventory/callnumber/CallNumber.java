/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A call number as it was read.
 *
 * @param text     as it was given
 * @param key      its place on the shelf; also a call number that nobody understands has one
 * @param sections the names of the prefixes that put it on shelves of their own, for instance {@code Reference}; mostly
 *                 empty
 * @param scheme   the id of the scheme that understood it; empty when none did, which should be reported: such items
 *                 stand behind all others of their section, in the order of their words and numbers, and those without
 *                 any letter or digit last
 */
public record CallNumber(String text, ShelfKey key, List<String> sections, Optional<String> scheme) {

    public CallNumber {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(key, "key");
        sections = List.copyOf(sections);
        Objects.requireNonNull(scheme, "scheme");
    }

    /** Whether a scheme understood it. */
    public boolean isUnderstood() {
        return scheme.isPresent();
    }
}
