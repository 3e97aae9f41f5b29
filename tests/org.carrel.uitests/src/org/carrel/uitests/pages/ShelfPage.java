/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.pages;

import java.util.List;
import java.util.stream.IntStream;

import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;

/** The view <i>Shelf</i>. */
public final class ShelfPage {

    private static final String EXPECTED = "shelf.expected";
    private static final String READ = "shelf.read";

    private final UiDriver ui;

    public ShelfPage(UiDriver ui) {
        this.ui = ui;
    }

    /** Scans from wherever the keyboard is, and waits until the last read names {@code words}. */
    public ShelfPage scan(String barcode, String words) {
        ui.scan(barcode);
        return says(words);
    }

    /** Waits until the large panel says {@code words}. */
    public ShelfPage says(String words) {
        Waiting.until("the last read says " + words, () -> ui.text("shelf.last").contains(words),
                () -> ui.text("shelf.last"));
        return this;
    }

    /** What the large panel says of the matter; empty when all is well. */
    public String sentence() {
        return ui.text("shelf.last.sentence");
    }

    /** Goes to the field. */
    public ShelfPage focusField() {
        ui.focus("shelf.scan.text");
        return this;
    }

    /** Waits until the list of what is expected shows that state of that call number. */
    public ShelfPage expects(String callNumber, String state) {
        Waiting.until(callNumber + " is " + state, () -> expected().stream()
                .anyMatch(row -> row.contains(callNumber) && row.contains(state)), this::expected);
        return this;
    }

    /** Selects the row of that call number. */
    public ShelfPage selectExpected(String callNumber) {
        ui.select(EXPECTED, IntStream.range(0, expected().size())
                .filter(row -> expected().get(row).contains(callNumber)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + callNumber + " in " + expected())));
        return this;
    }

    /** Waits until the last row of what was read names {@code callNumber}. */
    public ShelfPage lastRead(String callNumber) {
        Waiting.until("the list ends with " + callNumber,
                () -> !ui.rows(READ).isEmpty() && ui.rows(READ).getLast().contains(callNumber), () -> ui.rows(READ));
        return this;
    }

    private List<List<String>> expected() {
        return ui.rows(EXPECTED);
    }

    /** What the picture says to whoever does not see it. */
    public String picture() {
        return ui.text("shelf.strip");
    }
}
