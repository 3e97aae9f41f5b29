/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.ShelfWatch;
import org.carrel.inventory.comparison.Verdict;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;

/** Says of each read at once what is the matter. What was read before, by whomever, counts as read. */
final class ScanVerdicts {

    private static final Texts TEXTS = Texts.of(ScanVerdicts.class);

    private final Supplier<ShelfWatch> watches;
    private final String person;
    private final List<Mark> others;
    private final List<Mark> mine;
    private ShelfWatch watch;
    private String location = "";
    private int reach;

    /**
     * @param watches makes one that has seen nothing yet
     * @param before  all that was read for the project
     * @param session what comes goes on from its last read
     */
    ScanVerdicts(Supplier<ShelfWatch> watches, List<InventoryRead> before, long session, String person) {
        this.watches = watches;
        this.person = person;
        this.others = before.stream().filter(read -> read.session() != session).map(InventoryRead::mark)
                .filter(mark -> mark.kind() == Kind.ITEM).toList();
        this.mine = new ArrayList<>(
                before.stream().filter(read -> read.session() == session).map(InventoryRead::mark).toList());
        this.watch = again();
    }

    /** One that has seen all that was read and not taken back. */
    private ShelfWatch again() {
        watch = watches.get();
        location = "";
        reach = 0;
        watch.begin(location, reach);
        others.forEach(this::judge);
        watch.begin(location, reach);
        standing(mine).forEach(this::judge);
        return watch;
    }

    /** Without those of {@code marks} that were taken back: each takes the last read of its barcode before it. */
    private static List<Mark> standing(List<Mark> marks) {
        List<Mark> standing = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.kind() == Kind.TAKEN_BACK) {
                for (int i = standing.size() - 1; i >= 0; i--) {
                    if (standing.get(i).kind() == Kind.ITEM && standing.get(i).text().equals(mark.text())) {
                        standing.remove(i);
                        break;
                    }
                }
            } else {
                standing.add(mark);
            }
        }
        return standing;
    }

    /** What is said of it; empty when nobody needs to look up. */
    String say(Mark mark) {
        mine.add(mark);
        if (mark.kind() == Kind.TAKEN_BACK) {
            again();
            return "";
        }
        return judge(mark);
    }

    private String judge(Mark mark) {
        return switch (mark.kind()) {
            case SHELF -> {
                location = mark.text();
                watch.begin(location, reach);
                yield "";
            }
            case REACH -> {
                int now = Integer.parseInt(mark.text());
                if (now != reach) {
                    reach = now;
                    watch.begin(location, reach);
                }
                yield "";
            }
            case ITEM -> words(watch.read(new ShelfRead(new ItemBarcode(mark.text()), mark.at(), person)));
            case CONDITION, NO_CONDITION, FOUND, NOT_FOUND, UNMARKED, ABOUT, TAKEN_BACK -> "";
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
