/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.shelf;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A book to move. Places are those in which the books were read, from 0.
 *
 * @param place  where it stands
 * @param behind the book, in its right place, that it belongs behind; empty when it belongs at the beginning
 * @param before the book, in its right place, that it belongs before; empty when it belongs at the end. Between the two
 *               there may also belong others that are to be moved: by their keys
 */
public record Misplaced(int place, OptionalInt behind, OptionalInt before) {

    public Misplaced {
        Objects.requireNonNull(behind, "behind");
        Objects.requireNonNull(before, "before");
    }
}
