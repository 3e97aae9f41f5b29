/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.List;
import java.util.stream.Collectors;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.ShelfWatch;
import org.carrel.inventory.comparison.Verdict;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Mark;

/** Says of each read at once what is the matter. What was read before, by whomever, counts as read. */
final class ScanVerdicts {

    private static final Texts TEXTS = Texts.of(ScanVerdicts.class);

    private final ShelfWatch watch;
    private final String person;

    /**
     * @param before  all that was read for the project
     * @param session what comes goes on from its last read
     */
    ScanVerdicts(ShelfWatch watch, List<InventoryRead> before, long session, String person) {
        this.watch = watch;
        this.person = person;
        watch.begin("", 0);
        before.stream().filter(read -> read.session() != session).forEach(read -> {
            if (read.mark().kind() == InventoryRead.Kind.ITEM) {
                say(read.mark());
            }
        });
        watch.begin("", 0);
        before.stream().filter(read -> read.session() == session).forEach(read -> say(read.mark()));
    }

    /** What is said of it; empty when nobody needs to look up. */
    String say(Mark mark) {
        return switch (mark.kind()) {
            case SHELF -> {
                watch.begin(mark.text(), 0);
                yield "";
            }
            case ITEM -> words(watch.read(new ShelfRead(new ItemBarcode(mark.text()), mark.at(), person)));
            case CONDITION, NO_CONDITION, FOUND, NOT_FOUND, UNMARKED, ABOUT, TAKEN_BACK, REACH -> "";
        };
    }

    private static String words(Verdict verdict) {
        if (verdict.isGood()) {
            return "";
        }
        String what = verdict.findings().stream().map(Finding::kind)
                .map(kind -> TEXTS.get("scan.finding", kind.label(), kind.nextStep()))
                .collect(Collectors.joining(" "));
        String all = verdict.inOrder() ? what : (what + " " + TEXTS.get("scan.order")).strip();
        return TEXTS.get("scan.verdict", verdict.read().barcode().value(),
                verdict.item().map(item -> (item.callNumber() + "  " + item.title()).strip()).orElse(""), all);
    }
}
