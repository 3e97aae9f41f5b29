/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.carrel.inventory.comparison.Finding;
import org.carrel.model.ItemRecord;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;

/**
 * One thing that was read in this session, and what is said of it. Immutable; what changes is another entry in its
 * place.
 *
 * @param index     from 0, in the order in which they were recorded
 * @param mark      what was read
 * @param item      when it is known which one it is
 * @param row       its row in the list of what is expected, when it is one of those
 * @param findings  what is the matter with it by itself
 * @param inOrder   false when it is one of the books to move
 * @param belongs   where it belongs when it is not in order: a part of a sentence; may be empty
 * @param condition what somebody said of its state; mostly empty
 */
record Entry(int index, Mark mark, Optional<ItemRecord> item, OptionalInt row, List<Finding> findings, boolean inOrder,
        String belongs, String condition) {

    Entry {
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(row, "row");
        findings = List.copyOf(findings);
        Objects.requireNonNull(belongs, "belongs");
        Objects.requireNonNull(condition, "condition");
    }

    /** What is read when nothing can be said of it. */
    static Entry of(int index, Mark mark) {
        return new Entry(index, mark, Optional.empty(), OptionalInt.empty(), List.of(), true, "", "");
    }

    Entry putInOrder() {
        return new Entry(index, mark, item, row, findings, true, "", condition);
    }

    Entry outOfOrder(String where) {
        return new Entry(index, mark, item, row, findings, false, where, condition);
    }

    Entry withCondition(String code) {
        return new Entry(index, mark, item, row, findings, inOrder, belongs, code);
    }

    /** Whether it stands among the books: what was read, and not what was said. */
    boolean isOnShelf() {
        return mark.kind() == Kind.ITEM;
    }

    /** Whether somebody who knows the item file has said something of it. */
    boolean isJudged() {
        return item.isPresent() || !findings.isEmpty();
    }

    boolean isGood() {
        return inOrder && findings.isEmpty();
    }

    /** Whether one of its findings is of that kind. */
    boolean has(Finding.Kind kind) {
        return findings.stream().anyMatch(finding -> finding.kind() == kind);
    }

    /** The call number, or the barcode of what has none. */
    String callNumber() {
        return item.map(ItemRecord::callNumber).filter(text -> !text.isBlank()).orElse(mark.text());
    }

    /** Empty when it is not known. */
    String title() {
        return item.map(ItemRecord::title).orElse("");
    }
}
