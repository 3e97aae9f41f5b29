/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.ItemRecord;

/**
 * What is said of a read at once, while eyes are on the books.
 *
 * @param read     what was read
 * @param item     the item, when it is known which one it is
 * @param findings what is the matter; empty when all is well
 * @param inOrder  false when with this book one more is to be moved than before, this one or one that was read before;
 *                 which one a {@link Comparison} tells
 */
public record Verdict(ShelfRead read, Optional<ItemRecord> item, List<Finding> findings, boolean inOrder) {

    public Verdict {
        Objects.requireNonNull(read, "read");
        Objects.requireNonNull(item, "item");
        findings = List.copyOf(findings);
    }

    /** Whether nobody needs to look up from the shelf. */
    public boolean isGood() {
        return inOrder && findings.isEmpty();
    }
}
