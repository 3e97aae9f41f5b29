/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.pages;

import java.util.List;
import java.util.stream.IntStream;

import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;

/** The view <i>Findings</i>. */
public final class FindingsPage {

    private static final String VIEW = "org.carrel.inventory.ui.findings";
    private static final String LIST = "findings.list";

    private final UiDriver ui;

    public FindingsPage(UiDriver ui) {
        this.ui = ui;
    }

    /** Brings it to the front, with the keyboard in the list. */
    public FindingsPage open() {
        Perspectives.showView(VIEW);
        Waiting.until("Findings is open", () -> ui.isShown(LIST));
        ui.focus(LIST);
        return this;
    }

    /** Waits until these are the findings that are listed, each with {@code ; } between some words of its row. */
    public FindingsPage lists(String... findings) {
        Waiting.until("the findings are " + List.of(findings), () -> rows().size() == findings.length
                && IntStream.range(0, findings.length).allMatch(row -> said(row, findings[row])), this::rows);
        return this;
    }

    private boolean said(int row, String words) {
        return rows().get(row).containsAll(List.of(words.split("; ")));
    }

    private List<List<String>> rows() {
        return ui.rows(LIST);
    }

    /** Goes to the row, from 0, with the keyboard. */
    public FindingsPage select(int row) {
        ui.focus(LIST);
        ui.press("Home");
        for (int i = 0; i < row; i++) {
            ui.press("Down");
        }
        String barcode = rows().get(row).getLast();
        Waiting.until(barcode + " is told about", () -> ui.text("findings.details").contains(barcode),
                () -> ui.text("findings.details"));
        return this;
    }

    /** Chooses how the findings stand that are listed. */
    public FindingsPage show(String which) {
        ui.choose("findings.show", which);
        ui.focus(LIST);
        return this;
    }

    /** All that is known of the selected one. */
    public String details() {
        return ui.text("findings.details");
    }

    /** Waits until it is said what came of it. */
    public FindingsPage says(String words) {
        Waiting.until("Findings says " + words, () -> ui.text("findings.said").contains(words),
                () -> ui.text("findings.said"));
        return this;
    }
}
