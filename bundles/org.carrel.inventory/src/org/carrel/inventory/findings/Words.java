/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import java.util.Optional;

import org.carrel.inventory.comparison.Finding;
import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;

/** What is said of findings. */
final class Words {

    private static final Texts TEXTS = Texts.of(Words.class);

    private Words() {}

    static String nextStep(ListedFinding listed) {
        return switch (listed.standing()) {
            case SETTLED -> TEXTS.get("next.settled");
            case HANDLED -> TEXTS.get("next.handled");
            case OPEN, SET_ASIDE, NOTED -> {
                String step = listed.finding().map(Finding::nextStep).orElseGet(() -> listed.kind().nextStep());
                yield listed.lookedFor() ? TEXTS.get("next.lookedFor") : step;
            }
        };
    }

    static String whereTo(ListedFinding listed) {
        return listed.finding().map(Words::whereTo).orElse("");
    }

    private static String whereTo(Finding finding) {
        return switch (finding) {
            case Finding.Misplaced one -> between(one);
            case Finding.OutOfRange one -> TEXTS.get("where.outOfRange", one.item().location());
            case Finding.WrongLocation one -> TEXTS.get("where.location", one.item().location());
            case Finding.WrongBranch one -> TEXTS.get("where.branch", one.item().branch(), one.item().location());
            case Finding.Missing one -> TEXTS.get("where.location", one.item().location());
            case Finding.WrongStatus one -> TEXTS.get("where.status", one.item().group().statusText());
            default -> "";
        };
    }

    private static String between(Finding.Misplaced one) {
        Optional<String> behind = one.behind().map(Words::spine);
        Optional<String> before = one.before().map(Words::spine);
        if (behind.isPresent()) {
            return before.isPresent() ? TEXTS.get("where.between", behind.get(), before.get())
                    : TEXTS.get("where.behind", behind.get());
        }
        return before.isPresent() ? TEXTS.get("where.before", before.get())
                : TEXTS.get("where.location",
                        one.item().location());
    }

    /** What a person looks for on the spine, or else the title, or else the barcode. */
    private static String spine(ItemRecord item) {
        String callNumber = (item.callNumber() + " " + item.enumeration()).strip();
        String either = callNumber.isEmpty() ? item.title() : callNumber;
        return either.isEmpty() ? item.barcode().value() : either;
    }
}
