/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.inventory;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One inventory of one scope, from its first scan to its last report. It knows nothing of the item file: what was read
 * is compared with whichever file there is.
 *
 * @param number   given by the store, never used again
 * @param name     for people; no two projects of a branch have the same, however it is capitalised
 * @param scope    what it is about
 * @param madeAt   when it was made
 * @param closedAt when it was closed; empty while it is open. Nothing is recorded in a closed one
 * @param counted  whether what it finds counts as inventoried: the library system is told of it. A shelf can also be
 *                 read only to bring it in order
 * @param whole    whether somebody who was there said that all of the scope was read: what was not is then missing,
 *                 wherever it belongs
 */
public record InventoryProject(long number, String name, Scope scope, Instant madeAt, Optional<Instant> closedAt,
        boolean counted, boolean whole) {

    /** One of which nobody said that all of it was read. */
    public InventoryProject(long number, String name, Scope scope, Instant madeAt, Optional<Instant> closedAt,
            boolean counted) {
        this(number, name, scope, madeAt, closedAt, counted, false);
    }

    public InventoryProject {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(closedAt, "closedAt");
    }

    /** Whether it has not been closed. */
    public boolean isOpen() {
        return closedAt.isEmpty();
    }
}
