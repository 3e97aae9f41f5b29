/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.ui.internal.shelf.Spine.Look;
import org.carrel.model.Texts;

/**
 * The shelf as it stands before the one who reads: the books of this stretch as they were read, gaps where books are
 * missing, and what should come next. Immutable.
 *
 * @param spines from left to right
 * @param here   the book that was read last; empty when none was
 */
record Picture(List<Spine> spines, OptionalInt here) {

    /** So many reads are in the picture, */
    static final int BEHIND = 240;
    /** and so many of the books that should come next. */
    static final int AHEAD = 60;

    static final Picture EMPTY = new Picture(List.of(), OptionalInt.empty());

    Picture {
        spines = List.copyOf(spines);
    }

    /** What was read when nothing is known of any item. */
    static Picture unjudged(List<Entry> stretch) {
        List<Spine> spines = new ArrayList<>(stretch.stream().filter(Entry::isOnShelf).map(Picture::spine).toList());
        return new Picture(spines, last(spines));
    }

    /**
     * @param stretch    what was read last, in order
     * @param shelf      what is expected
     * @param longestGap more books that were not read are no gap but a jump
     */
    static Picture of(List<Entry> stretch, JudgedShelf shelf, int longestGap) {
        List<Spine> spines = new ArrayList<>();
        OptionalInt before = OptionalInt.empty();
        for (Entry entry : stretch) {
            if (!entry.isOnShelf()) {
                continue;
            }
            boolean isInOrder = entry.row().isPresent() && entry.inOrder() && entry.findings().stream()
                    .allMatch(finding -> finding.kind() == Finding.Kind.WRONG_STATUS);
            if (isInOrder && before.isPresent() && entry.row().getAsInt() > before.getAsInt()) {
                gap(spines, shelf, before.getAsInt() + 1, entry.row().getAsInt(), longestGap);
            }
            spines.add(spine(entry));
            before = isInOrder ? entry.row() : before;
        }
        OptionalInt here = last(spines);
        ahead(spines, shelf, before.orElse(-1) + 1);
        return new Picture(spines, here);
    }

    private static OptionalInt last(List<Spine> spines) {
        return spines.isEmpty() ? OptionalInt.empty() : OptionalInt.of(spines.size() - 1);
    }

    private static void gap(List<Spine> spines, JudgedShelf shelf, int from, int to, int longestGap) {
        List<ExpectedRow> missing = new ArrayList<>();
        if (to - from <= longestGap) {
            for (int row = from; row < to; row++) {
                ExpectedRow expected = shelf.row(row);
                if (expected.state() == RowState.MISSING || expected.state() == RowState.NOT_FOUND) {
                    missing.add(expected);
                }
            }
            missing.forEach(one -> spines.add(spine(Look.MISSING, one)));
        } else {
            spines.add(new Spine(Look.JUMP, OptionalInt.of(from), OptionalInt.empty(), "", "",
                    Texts.of(Picture.class).get("picture.jump", to - from)));
        }
    }

    private static void ahead(List<Spine> spines, JudgedShelf shelf, int from) {
        int drawn = 0;
        for (int row = from; row < Math.min(shelf.size(), from + 2 * AHEAD) && drawn < AHEAD; row++) {
            ExpectedRow expected = shelf.row(row);
            if (expected.state() == RowState.UNREAD) {
                spines.add(spine(Look.AHEAD, expected));
                drawn++;
            } else if (expected.state() == RowState.MISSING || expected.state() == RowState.NOT_FOUND) {
                spines.add(spine(Look.MISSING, expected));
                drawn++;
            }
        }
    }

    private static Spine spine(Look look, ExpectedRow row) {
        return new Spine(look, OptionalInt.of(row.row()), OptionalInt.empty(), row.item().callNumber(),
                row.item().title(), row.note());
    }

    private static Spine spine(Entry entry) {
        String note = entry.inOrder()
                ? entry.findings().stream().map(finding -> finding.kind().label()).collect(Collectors.joining(", "))
                : entry.belongs();
        return new Spine(look(entry), entry.row(), OptionalInt.of(entry.index()), entry.callNumber(), entry.title(),
                note);
    }

    private static Look look(Entry entry) {
        if (!entry.inOrder()) {
            return Look.MISPLACED;
        }
        if (entry.findings().isEmpty()) {
            return Look.READ;
        }
        boolean statusOnly = entry.findings().stream()
                .allMatch(finding -> finding.kind() == Finding.Kind.WRONG_STATUS);
        boolean againOnly = entry.has(Finding.Kind.DUPLICATE_SCAN);
        return statusOnly ? Look.STATUS : againOnly ? Look.READ : Look.FOREIGN;
    }
}
