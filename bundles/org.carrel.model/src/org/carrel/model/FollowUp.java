/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.util.Objects;

/**
 * Something the desk has to do with an item after the library system answered, for instance put it on the hold shelf.
 *
 * @param kind        what to do
 * @param text        the server's words, for instance {@code Request: 12345}; never null
 * @param destination where to, branch or shelving location; never null, empty when the server named none
 */
public record FollowUp(Kind kind, String text, String destination) {

    /** What to do. */
    public enum Kind {
        HOLD, TRANSIT, RESHELVE, PROCESS, WITHDRAWN, FINE, OTHER
    }

    public FollowUp {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(destination, "destination");
    }
}
