/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.pages;

import java.util.List;

import org.carrel.ui.CarrelIds;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;

/** The perspective <i>Offline Circulation</i>. */
public final class DeskPage {

    private static final String PATRON = "desk.patron";
    private static final String OUT_ITEM = "desk.out.item";
    private static final String IN_ITEM = "desk.in.item";
    private static final String TABLE = "circulation.table";

    private final UiDriver ui;

    public DeskPage(UiDriver ui) {
        this.ui = ui;
    }

    /** Opens the perspective, with Check Out in front. */
    public DeskPage open() {
        Perspectives.show(CarrelIds.PERSPECTIVE_CIRCULATION);
        Waiting.until("the desk is open", () -> ui.isShown(TABLE));
        return toCheckOut();
    }

    /** Closes the window, whatever is going on in it, and opens another one. */
    public DeskPage closeAndOpenAgain() {
        Perspectives.openAnotherWindow(CarrelIds.PERSPECTIVE_CIRCULATION);
        Waiting.until("the desk is open again", () -> ui.isShown(TABLE) && ui.isShown(PATRON));
        return this;
    }

    /** Nobody at the desk, the ordinary due date, no filter: as at the start of the day. */
    public DeskPage startAfresh(String ordinaryDueDate) {
        dismissRemarks();
        chooseDueDate(ordinaryDueDate);
        for (String field : List.of(OUT_ITEM, PATRON)) {
            ui.focus(field);
            ui.press("Ctrl+A");
            ui.press("Backspace");
            Waiting.until(field + " is empty", () -> ui.text(field).isEmpty(), () -> ui.text(field));
        }
        return this;
    }

    public DeskPage toCheckOut() {
        ui.focus(ui.isShown(OUT_ITEM) ? OUT_ITEM : IN_ITEM);
        ui.press("F5");
        Waiting.until("Check Out is in front",
                () -> ui.isShown(OUT_ITEM) && ui.focused().matches("desk\\.(patron|out.*)"),
                ui::focused);
        return this;
    }

    public DeskPage toCheckIn() {
        ui.press("F6");
        Waiting.until("Check In is in front", () -> ui.focused().equals(IN_ITEM), ui::focused);
        return this;
    }

    /** Scans a patron's card, whatever has the keyboard now. */
    public DeskPage scanPatron(String barcode) {
        ui.press("F2");
        Waiting.until("the keyboard is in the patron field", () -> ui.focused().equals(PATRON), ui::focused);
        ui.type(barcode + "\n");
        return this;
    }

    /** Scans an item into the field that has the keyboard, as a scanner types: barcode and Enter. */
    public DeskPage scan(String barcode) {
        ui.type(barcode + "\n");
        return this;
    }

    /** Scans a patron's card and waits until the desk is ready for the first item. */
    public DeskPage servePatron(String barcode) {
        scanPatron(barcode);
        Waiting.until("the desk is ready for an item", () -> ui.focused().equals(OUT_ITEM),
                () -> ui.focused() + ": " + said());
        return this;
    }

    /** Chooses one of the due dates that the branch offers. */
    public DeskPage chooseDueDate(String preset) {
        String button = "desk.preset." + preset;
        click(button);
        Waiting.until("the due date " + preset + " is chosen", () -> ui.isChosen(button), () -> ui.text("due.date"));
        return this;
    }

    public boolean isDueDateChosen(String preset) {
        return ui.isChosen("desk.preset." + preset);
    }

    /** Types a date into the due date field. */
    public DeskPage typeDueDate(String date) {
        ui.press("F4");
        Waiting.until("the keyboard is in the due date", () -> ui.focused().equals("due.date"), ui::focused);
        ui.press("Ctrl+A");
        ui.type(date);
        ui.press("F3");
        Waiting.until("the keyboard is in the item field", () -> ui.focused().equals(OUT_ITEM), ui::focused);
        return this;
    }

    /** Opens the calendar below the due date with the keyboard. */
    public DeskPage openCalendar() {
        ui.press("F4");
        Waiting.until("the keyboard is in the due date", () -> ui.focused().equals("due.date"), ui::focused);
        ui.press("Down");
        Waiting.until("the calendar is open", () -> ui.focused().equals("due.calendar.date"), ui::focused);
        return this;
    }

    /** Waits until a row of the table, from 0, says something with {@code words} in it while the mouse is on it. */
    public DeskPage hints(int row, String words) {
        Waiting.until("under the mouse a row says " + words, () -> ui.hint(TABLE, row).contains(words),
                () -> ui.hint(TABLE, row));
        return this;
    }

    /** Waits until the details of what is selected have {@code words} in them. */
    public DeskPage details(String words) {
        Waiting.until("the details say " + words, () -> ui.text("details.text").contains(words),
                () -> ui.text("details.text"));
        return this;
    }

    public DeskPage press(String keys) {
        ui.press(keys);
        return this;
    }

    /** Waits until the banner says something with {@code words} in it. */
    public DeskPage hears(String words) {
        Waiting.until("the desk says " + words, () -> said().contains(words), this::said);
        return this;
    }

    /** Waits until what needs somebody's attention has {@code words} in it. */
    public DeskPage isAsked(String words) {
        Waiting.until("the desk asks about " + words,
                () -> ui.isShown("desk.attention") && ui.text("desk.attention").contains(words), this::said);
        return this;
    }

    public DeskPage hasNoQuestions() {
        Waiting.until("nothing needs attention", () -> !ui.isShown("desk.attention"), this::said);
        return this;
    }

    /** Waits until the table shows {@code count} rows. */
    public DeskPage shows(int count) {
        Waiting.until("the table shows " + count + " rows", () -> rows().size() == count, this::rows);
        return this;
    }

    /** Waits until the row of {@code item} has {@code words} in it. */
    public DeskPage shows(String item, String words) {
        Waiting.until(item + " shows " + words, () -> rows().stream()
                .anyMatch(row -> row.contains(item) && row.stream().anyMatch(cell -> cell.contains(words))),
                this::rows);
        return this;
    }

    public String said() {
        return ui.text("desk.said");
    }

    public String counts() {
        return ui.text("desk.counts");
    }

    public String patron() {
        return ui.text(PATRON);
    }

    /** What the item field holds. */
    public String item() {
        return ui.text(OUT_ITEM);
    }

    /** What waits, in words. */
    public String pending() {
        return ui.text("desk.pending");
    }

    public List<List<String>> rows() {
        return ui.rows(TABLE);
    }

    /** The column {@code title} of every row. */
    public List<String> column(String title) {
        int column = columns().indexOf(title);
        if (column < 0) {
            throw new AssertionError("no column " + title + " but " + columns());
        }
        return rows().stream().map(row -> row.get(column)).toList();
    }

    public List<String> columns() {
        return ui.columns(TABLE);
    }

    public DeskPage select(int... rows) {
        ui.select(TABLE, rows);
        return this;
    }

    /** Presses <i>Clear</i>; a question follows. */
    public DeskPage clear() {
        click("desk.clear");
        return this;
    }

    public DeskPage upload() {
        click("desk.upload");
        return this;
    }

    public DeskPage filterByState(String state) {
        ui.choose("filter.state", state);
        return this;
    }

    public DeskPage filterByKind(String kind) {
        ui.choose("filter.kind", kind);
        return this;
    }

    public DeskPage filterByText(String text) {
        ui.focus("filter.text");
        ui.press("Ctrl+A");
        ui.press("Backspace");
        ui.type(text);
        return this;
    }

    /** Chooses from the menu of the table, for instance {@code Show Columns}, {@code Due}. */
    public DeskPage chooseFromMenu(String... entries) {
        ui.chooseFromMenu(TABLE, entries);
        return this;
    }

    public DeskPage focusTable() {
        ui.focus(TABLE);
        return this;
    }

    private void dismissRemarks() {
        while (ui.isShown("desk.attention")) {
            String before = ui.text("desk.attention");
            ui.press(before.contains("Drop it") ? "Esc" : "F9");
            Waiting.until("the remark is gone",
                    () -> !ui.isShown("desk.attention") || !ui.text("desk.attention").equals(before), this::said);
        }
    }

    private void click(String widget) {
        ui.click(widget);
    }
}
