/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.pages;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.carrel.ui.CarrelIds;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;

/** The perspective <i>Inventory</i>. */
public final class InventoryPage {

    private static final String LIST = "projects.list";
    private static final String LOCATIONS = "newInventory.locations";

    private final UiDriver ui;

    public InventoryPage(UiDriver ui) {
        this.ui = ui;
    }

    public InventoryPage open() {
        Perspectives.show(CarrelIds.PERSPECTIVE_INVENTORY);
        return isOpen();
    }

    /** Waits until it is in front. */
    public InventoryPage isOpen() {
        Waiting.until("Inventory is open", () -> ui.isShown(LIST) && ui.isShown("items.state"));
        return this;
    }

    /** Imports the practice library's item file and waits until it is there. */
    public InventoryPage importPracticeFile() {
        Waiting.until("the practice library's file is offered", () -> ui.isEnabled("items.practice"));
        ui.click("items.practice");
        Waiting.until("it is imported", () -> ui.isShown("items.said") && ui.text("items.said").contains("imported"),
                () -> ui.text("items.state"));
        Waiting.until("its day is in sight", () -> ui.text("items.day").startsWith("Item file of"),
                () -> ui.text("items.day"));
        return this;
    }

    /** What is said of the item file. */
    public String itemFile() {
        return ui.text("items.state");
    }

    /** Opens the form for a new inventory. */
    public InventoryPage beginNew() {
        ui.focus(LIST);
        ui.press("Ctrl+N");
        Waiting.until("the form is open", () -> ui.isShown("newInventory.branch"), ui::windows);
        return this;
    }

    /** Chooses a branch and ticks one shelving location of it. */
    public InventoryPage chooseShelves(String branch, String location) {
        ui.choose("newInventory.branch", branch);
        Waiting.until("its shelves are offered", () -> locations().contains(location), this::locations);
        ui.tick(LOCATIONS, locations().indexOf(location));
        return this;
    }

    private List<String> locations() {
        return ui.rows(LOCATIONS).stream().map(List::getFirst).toList();
    }

    /** Waits until page {@code page} says that it comes to something with {@code words} in it. */
    public InventoryPage previews(String page, String words) {
        String label = "newInventory.preview." + page;
        Waiting.until("the preview says " + words, () -> ui.text(label).contains(words), () -> ui.text(label));
        return this;
    }

    /** Goes on to the second page. */
    public InventoryPage next() {
        ui.clickLabelled("Next >");
        Waiting.until("the next page is there", () -> ui.isShown("newInventory.name"), ui::windows);
        return this;
    }

    /** Types into a field of the form, in the place of what is there. */
    public InventoryPage fill(String field, String text) {
        ui.focus(field);
        ui.press("Ctrl+A");
        ui.type(text);
        Waiting.until(field + " holds " + text, () -> ui.text(field).equals(text), () -> ui.text(field));
        return this;
    }

    /** Finishes the form and waits until it is closed. */
    public InventoryPage finish() {
        ui.clickLabelled("Finish");
        Waiting.until("the form is closed", () -> !ui.windows().contains("New inventory"), ui::windows);
        return this;
    }

    /** Makes an inventory of one shelving location. */
    public InventoryPage make(String name, String branch, String location) {
        beginNew().chooseShelves(branch, location).next().fill("newInventory.name", name).finish();
        return shows(name, "In use");
    }

    /** Waits until the row of {@code project} has all of {@code words} in its cells. */
    public InventoryPage shows(String project, String... words) {
        List<String> wanted = List.of(words);
        Waiting.until(project + " shows " + wanted, () -> projects().stream()
                .anyMatch(row -> row.contains(project) && row.containsAll(wanted)), this::projects);
        return this;
    }

    /** Waits until no inventory is called so. */
    public InventoryPage showsNo(String project) {
        Waiting.until("there is no " + project, () -> projects().stream().noneMatch(row -> row.contains(project)),
                this::projects);
        return this;
    }

    private List<List<String>> projects() {
        return ui.rows(LIST);
    }

    /** Selects the inventory of that name. */
    public InventoryPage select(String project) {
        List<List<String>> rows = projects();
        ui.select(LIST, IntStream.range(0, rows.size()).filter(i -> rows.get(i).contains(project)).findFirst()
                .orElseThrow(() -> new AssertionError("no inventory " + project + " in " + rows)));
        return this;
    }

    /** What is said of the selected inventory. */
    public String details() {
        return ui.text("projects.details");
    }

    /** Begins to scan as {@code person} with {@code device}, and waits until the shelf is ready for it. */
    public InventoryPage scanAs(String person, String device) {
        ui.press("Ctrl+G");
        Waiting.until("it is asked who scans", () -> ui.isShown("who.person"), ui::windows);
        ui.focus("who.person");
        ui.press("Ctrl+A");
        ui.type(person);
        ui.focus("who.device");
        ui.press("Ctrl+A");
        ui.type(device);
        Waiting.until("both are said", () -> ui.isEnabled("who.scan"));
        ui.click("who.scan");
        Waiting.until("the question is closed", () -> !ui.isShown("who.person"), ui::windows);
        Waiting.until("the shelf knows who reads", () -> !ui.text("shelf.last").contains("Who reads?"),
                () -> ui.text("shelf.last"));
        return this;
    }

    /** Scans into the shelf's field, and waits until the last read names {@code words}. */
    public InventoryPage scan(String barcode, String words) {
        ui.focus("shelf.scan.text");
        ui.scan(barcode);
        Waiting.until("the last read says " + words, () -> ui.text("shelf.last").contains(words),
                () -> ui.text("shelf.last"));
        return this;
    }

    /** Waits until the table of a chart is in sight and has a row with all of {@code words} in its cells. */
    public InventoryPage chart(String table, String... words) {
        List<String> wanted = List.of(words);
        Waiting.until(table + " shows " + wanted,
                () -> ui.isShown(table) && ui.rows(table).stream().anyMatch(row -> row.containsAll(wanted)),
                () -> ui.isShown(table) ? ui.rows(table) : ui.text("charts.hint"));
        return this;
    }

    /** Writes the first report there is to {@code file}, in the format that is suggested. */
    public InventoryPage report(Path file) {
        ui.press("Ctrl+R");
        Waiting.until("it is asked which report", () -> ui.isShown("report.file"), ui::windows);
        fill("report.file", file.toString());
        ui.click("report.write");
        Waiting.until("it is written", () -> ui.text("report.said").contains("Written to"),
                () -> ui.text("report.said"));
        return this;
    }

    /** Waits until the item has a row in the write-back view that says {@code state}. */
    public InventoryPage writtenBack(String item, String state) {
        Waiting.until(item + " is " + state, () -> ui.isShown("writeback.rows")
                && ui.rows("writeback.rows").stream().anyMatch(row -> row.contains(item) && row.contains(state)),
                () -> ui.isShown("writeback.rows") ? ui.rows("writeback.rows") : ui.text("writeback.summary"));
        return this;
    }
}
