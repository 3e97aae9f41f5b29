/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.Optional;
import java.util.OptionalInt;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.shelf.Misplaced;
import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;
import org.carrel.model.port.ItemSnapshot;

/** Where a book belongs, in words: between two others that stand right. */
final class Belongs {

    private static final Texts TEXTS = Texts.of(Belongs.class);

    private Belongs() {}

    static String where(Finding.Misplaced finding) {
        return where(finding.behind(), finding.before());
    }

    static String where(ItemSnapshot snapshot, Tail.Order order, Misplaced move) {
        return where(item(snapshot, order, move.behind()), item(snapshot, order, move.before()));
    }

    private static Optional<ItemRecord> item(ItemSnapshot snapshot, Tail.Order order, OptionalInt place) {
        return place.isEmpty() ? Optional.empty()
                : Optional.of(snapshot.item(order.books().get(place.getAsInt()).number()));
    }

    static String where(Optional<ItemRecord> behind, Optional<ItemRecord> before) {
        if (behind.isPresent() && before.isPresent()) {
            return TEXTS.get("belongs.between", name(behind.get()), name(before.get()));
        }
        return behind.map(one -> TEXTS.get("belongs.behind", name(one)))
                .or(() -> before.map(one -> TEXTS.get("belongs.before", name(one)))).orElse(TEXTS.get("belongs.alone"));
    }

    private static String name(ItemRecord item) {
        return (item.callNumber().isBlank() ? item.barcode().value()
                : (item.callNumber() + ' ' + item.enumeration())).strip();
    }
}
