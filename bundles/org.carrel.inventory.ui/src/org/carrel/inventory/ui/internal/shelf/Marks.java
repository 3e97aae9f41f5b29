/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.carrel.model.Barcodes;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanEvent;

/**
 * Makes of what was typed or scanned what is recorded. A barcode that stands for a condition says something of the book
 * before it, whatever the scanner took it for.
 */
final class Marks {

    private final Function<String, Optional<String>> conditions;

    /** @param conditions the code of the condition that a barcode stands for */
    Marks(Function<String, Optional<String>> conditions) {
        this.conditions = conditions;
    }

    /** Of text that came by the keyboard; empty when it is no barcode. */
    Optional<Mark> typed(String text, Instant at) {
        return barcode(text.strip(), at);
    }

    /** What a device read, in its order. @param unreadable what is wrong with the others, as sentences */
    record Scanned(List<Mark> marks, List<String> unreadable) {
        Scanned {
            marks = List.copyOf(marks);
            unreadable = List.copyOf(unreadable);
        }
    }

    Scanned scanned(ScanEvent event) {
        List<Mark> marks = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Scan scan : event.scans()) {
            switch (scan) {
                case Scan.Item item -> barcode(item.barcode().value(), event.at()).ifPresent(marks::add);
                case Scan.Unknown unknown -> barcode(unknown.text().strip(), event.at())
                        .ifPresentOrElse(marks::add, () -> unreadable.add(unknown.sentence()));
                case Scan.ShelfLabel label -> mark(Kind.SHELF, label.text().strip(), event.at()).ifPresent(marks::add);
                case Scan.Condition condition -> condition(condition.code(), event.at()).ifPresentOrElse(marks::add,
                        () -> unreadable.add(condition.code()));
                case Scan.Unreadable bad -> unreadable.add(bad.sentence());
                case Scan.Patron patron -> {
                    // A card has no business in an inventory, and is kept nowhere.
                }
                case Scan.Ignored ignored -> {
                    // Meant to be passed over.
                }
            }
        }
        return new Scanned(marks, unreadable);
    }

    private Optional<Mark> barcode(String text, Instant at) {
        Optional<String> code = conditions.apply(text);
        return code.isPresent() ? mark(Kind.CONDITION, code.get(), at) : mark(Kind.ITEM, text, at);
    }

    /** A scanner tells conditions by a pattern: what it found is a barcode of the branch's list, or a code itself. */
    private Optional<Mark> condition(String text, Instant at) {
        return mark(Kind.CONDITION, conditions.apply(text).orElse(text.strip()), at);
    }

    private static Optional<Mark> mark(Kind kind, String text, Instant at) {
        return Barcodes.isSound(text) && kind.takes(text) || kind == Kind.SHELF && kind.takes(text)
                ? Optional.of(new Mark(kind, text, at))
                : Optional.empty();
    }
}
