/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.pages;

import java.util.List;
import java.util.stream.IntStream;

import org.carrel.ui.CarrelIds;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;

/** The perspective <i>Scanners</i>. */
public final class ScannersPage {

    private static final String DEVICES = "scanners.devices";
    private static final String KINDS = "setup.driver";

    private final UiDriver ui;

    public ScannersPage(UiDriver ui) {
        this.ui = ui;
    }

    public ScannersPage open() {
        Perspectives.show(CarrelIds.PERSPECTIVE_SCANNERS);
        Waiting.until("Scanners is open", () -> ui.isShown(DEVICES) && ui.isShown("scanners.try.result"));
        return this;
    }

    /** Waits until the row of {@code device} has all of {@code words} in its cells. */
    public ScannersPage shows(String device, String... words) {
        List<String> wanted = List.of(words);
        Waiting.until(device + " shows " + wanted, () -> devices().stream()
                .anyMatch(row -> row.contains(device) && row.containsAll(wanted)), this::devices);
        return this;
    }

    /** Waits until no device is called so. */
    public ScannersPage showsNo(String device) {
        Waiting.until("there is no " + device, () -> devices().stream().noneMatch(row -> row.contains(device)),
                this::devices);
        return this;
    }

    public List<List<String>> devices() {
        return ui.rows(DEVICES);
    }

    /** Selects the device of that name. */
    public ScannersPage select(String device) {
        List<List<String>> rows = devices();
        ui.select(DEVICES, IntStream.range(0, rows.size()).filter(i -> rows.get(i).contains(device)).findFirst()
                .orElseThrow(() -> new AssertionError("no device " + device + " in " + rows)));
        return this;
    }

    /** Adds the practice scanner and makes it read {@code barcode}. */
    public ScannersPage practise(String barcode) {
        Waiting.until("the practice scanner is offered",
                () -> ui.isEnabled("scanners.practice.add") || ui.isEnabled("scanners.practice.scan"));
        if (ui.isEnabled("scanners.practice.add")) {
            ui.click("scanners.practice.add");
        }
        Waiting.until("the practice scanner is there", () -> ui.isEnabled("scanners.practice.scan"));
        ui.focus("scanners.practice.barcode");
        ui.press("Ctrl+A");
        ui.type(barcode);
        ui.click("scanners.practice.scan");
        return this;
    }

    /** Tries {@code example} with the keyboard alone. */
    public ScannersPage tryExample(String example) {
        ui.press("Ctrl+T");
        Waiting.until("the example has the keyboard", () -> ui.focused().equals("scanners.try.example"), ui::focused);
        ui.press("Ctrl+A");
        ui.type(example + "\n");
        return this;
    }

    /** Waits until the trial says something with {@code words} in it. */
    public ScannersPage hears(String words) {
        Waiting.until("the trial says " + words, () -> ui.text("scanners.try.result").contains(words),
                () -> ui.text("scanners.try.result"));
        return this;
    }

    /** Waits until a step of the pipeline says {@code words}. */
    public ScannersPage explains(String words) {
        Waiting.until("a step says " + words, () -> ui.rows("scanners.try.steps").stream()
                .anyMatch(row -> String.join(" ", row).contains(words)), () -> ui.rows("scanners.try.steps"));
        return this;
    }

    /** The bytes, made visible. */
    public String raw() {
        return ui.text("scanners.try.raw");
    }

    /** Opens the form for a new device and chooses its kind. */
    public ScannersPage add(String kind) {
        ui.click("scanners.add");
        Waiting.until("the form is open", () -> ui.isShown(KINDS), ui::windows);
        List<String> kinds = ui.rows(KINDS).stream().map(List::getFirst).toList();
        int row = kinds.indexOf(kind);
        if (row < 0) {
            throw new AssertionError("no kind " + kind + " but " + kinds);
        }
        ui.select(KINDS, row);
        next("setup.address");
        return this;
    }

    /** Goes on to the page that has {@code widget}. */
    public ScannersPage next(String widget) {
        ui.clickLabelled("Next >");
        Waiting.until("the next page is there", () -> ui.isShown(widget), ui::windows);
        return this;
    }

    /** Types into a field of the form, in the place of what is there. */
    public ScannersPage fill(String widget, String text) {
        ui.focus(widget);
        ui.press("Ctrl+A");
        ui.type(text);
        Waiting.until(widget + " holds " + text, () -> ui.text(widget).equals(text), () -> ui.text(widget));
        return this;
    }

    /** Presses <i>Try it now</i> and waits until that says {@code words}. */
    public ScannersPage tryNow(String words) {
        ui.click("setup.try");
        Waiting.until("it says " + words, () -> ui.text("setup.try.said").contains(words),
                () -> ui.text("setup.try.said"));
        return this;
    }

    /** Finishes the form and waits until it is closed. */
    public ScannersPage finish() {
        ui.clickLabelled("Finish");
        Waiting.until("the form is closed", () -> !ui.windows().contains("Add a scanner"), ui::windows);
        return this;
    }

    /** Presses <i>Remove</i>. */
    public ScannersPage remove() {
        ui.click("scanners.remove");
        return this;
    }

    /** What is said of the selected device. */
    public String details() {
        return ui.text("scanners.details");
    }
}
