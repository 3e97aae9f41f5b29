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

/** The perspective <i>Sync</i>. */
public final class SyncPage {

    private static final String GROUPS = "sync.groups";
    private static final String RESULTS = "sync.results";
    private static final String TO_DO = "sync.todo";

    private final UiDriver ui;

    public SyncPage(UiDriver ui) {
        this.ui = ui;
    }

    public SyncPage open() {
        Perspectives.show(CarrelIds.PERSPECTIVE_SYNC);
        Waiting.until("Sync is open", () -> ui.isShown(GROUPS) && ui.isShown("sync.upload.said"));
        return this;
    }

    /** Presses <i>Upload</i>, once there is something that waits for it. */
    public SyncPage upload() {
        Waiting.until("something waits for the upload", () -> ui.isEnabled("sync.upload.start"),
                () -> ui.text("sync.upload.said"));
        ui.click("sync.upload.start");
        return this;
    }

    /** Presses <i>Stop upload</i>. */
    public SyncPage stop() {
        ui.click("sync.upload.stop");
        return this;
    }

    /** Presses <i>Upload now</i> in the bar that offers to go on line. */
    public SyncPage acceptOffer() {
        ui.click("sync.offer.upload");
        return this;
    }

    public SyncPage declineOffer() {
        ui.click("sync.offer.later");
        return this;
    }

    public boolean isOffered() {
        return ui.isShown("sync.offer");
    }

    public SyncPage tryNow() {
        ui.click("sync.tryNow");
        return this;
    }

    /** Waits until the upload says something with {@code words} in it. */
    public SyncPage hears(String words) {
        Waiting.until("the upload says " + words, () -> ui.text("sync.upload.said").contains(words),
                () -> ui.text("sync.upload.said"));
        return this;
    }

    /** Waits until the connection is said to be so. */
    public SyncPage connection(String words) {
        Waiting.until("the connection is said to be " + words, () -> ui.text("sync.connection").contains(words),
                () -> ui.text("sync.connection"));
        return this;
    }

    /** What waits, in words. */
    public SyncPage pending(String words) {
        Waiting.until("it is said that " + words, () -> ui.text("sync.pending").contains(words),
                () -> ui.text("sync.pending"));
        return this;
    }

    /** Waits until the group named {@code group} holds {@code count} results. */
    public SyncPage group(String group, int count) {
        String row = group + " (" + count + ")";
        Waiting.until("there is a group " + row, () -> groups().contains(row), this::groups);
        return this;
    }

    /** Chooses the group that begins with {@code group}. */
    public SyncPage choose(String group) {
        List<String> groups = groups();
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).startsWith(group)) {
                ui.select(GROUPS, i);
                return this;
            }
        }
        throw new AssertionError("no group " + group + " but " + groups);
    }

    /** Waits until the row of {@code item} in the chosen group has {@code words} in it. */
    public SyncPage shows(String item, String words) {
        Waiting.until(item + " shows " + words, () -> results().stream()
                .anyMatch(row -> row.contains(item) && row.stream().anyMatch(cell -> cell.contains(words))),
                this::results);
        return this;
    }

    /** Selects the results of these items in the chosen group. */
    public SyncPage select(String... items) {
        List<String> wanted = List.of(items);
        Waiting.until("there are " + wanted, () -> wanted.stream()
                .allMatch(item -> results().stream().anyMatch(row -> row.contains(item))), this::results);
        List<List<String>> rows = results();
        int[] indices = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).stream().anyMatch(wanted::contains)).toArray();
        ui.select(RESULTS, indices);
        return this;
    }

    public String details() {
        return ui.text("sync.results.details");
    }

    public SyncPage retry() {
        ui.click("sync.results.retry");
        return this;
    }

    public SyncPage delete() {
        ui.click("sync.results.delete");
        return this;
    }

    /** Corrects the selected check-out: types another patron. */
    public SyncPage correctPatron(String patron) {
        ui.click("sync.results.correct");
        ui.focus("correct.patron");
        ui.press("Ctrl+A");
        ui.type(patron);
        ui.click("correct.ok");
        Waiting.until("the dialog is closed", () -> !ui.isShown("correct.patron"), ui::windows);
        return this;
    }

    /** Waits until what is said below the results has {@code words} in it. */
    public SyncPage note(String words) {
        Waiting.until("it is said that " + words,
                () -> ui.isShown("sync.results.note") && ui.text("sync.results.note").contains(words),
                () -> ui.text("sync.results.note"));
        return this;
    }

    public List<List<String>> results() {
        return ui.rows(RESULTS);
    }

    public List<String> groups() {
        return ui.rows(GROUPS).stream().map(List::getFirst).toList();
    }

    public List<List<String>> toDos() {
        return ui.rows(TO_DO);
    }

    /** Waits until the to-do list has a line with all of {@code words}. */
    public SyncPage toDo(String... words) {
        List<String> wanted = List.of(words);
        Waiting.until("there is something to do with " + wanted, () -> toDos().stream()
                .anyMatch(row -> wanted.stream().allMatch(word -> String.join("\t", row).contains(word))), this::toDos);
        return this;
    }

    /** Ticks off the first line about {@code item} and waits until it is gone. */
    public SyncPage tickOff(String item) {
        List<List<String>> lines = toDos();
        int row = IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains(item)).findFirst()
                .orElseThrow(() -> new AssertionError("nothing to do with " + item + " in " + lines));
        ui.tick(TO_DO, row);
        Waiting.until(item + " is ticked off", () -> toDos().size() == lines.size() - 1, this::toDos);
        return this;
    }
}
