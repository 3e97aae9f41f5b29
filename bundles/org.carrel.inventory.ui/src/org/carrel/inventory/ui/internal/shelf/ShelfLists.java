/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.carrel.inventory.comparison.Finding;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Moments;
import org.carrel.ui.Palette;
import org.carrel.ui.RowTable.Column;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.TableItem;

/** What is expected in call number order, and beside it what is read, as it comes. UI thread only. */
final class ShelfLists {

    private static final Texts TEXTS = Texts.of(ShelfLists.class);

    private final SashForm sash;
    private final LongList<ExpectedRow> expected;
    private final LongList<Entry> read;
    private final Images images;

    /** Where the rows are from, and who hears of what is chosen. */
    ShelfLists(Composite parent, ShelfPresenter presenter, Moments moments) {
        sash = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
        images = Images.of(sash);
        expected = new LongList<>(sash, TEXTS.get("list.expected"), List.of(
                new Column<>(TEXTS.get("column.callNumber"), 150,
                        row -> (row.item().callNumber() + ' ' + row.item().enumeration()).strip()),
                new Column<>(TEXTS.get("column.title"), 160, row -> row.item().title()),
                new Column<>(TEXTS.get("column.state"), 105, row -> row.state() == RowState.AWAY
                        ? row.item().group().statusText()
                        : row.state().word())),
                1, presenter::expected);
        WidgetKey.mark(expected.table(), "shelf.expected");
        expected.decorate(this::decorate);
        expected.onChoice(presenter::lookAtRow);
        read = new LongList<>(sash, TEXTS.get("list.read"), List.of(
                new Column<>(TEXTS.get("column.read"), 145, ShelfLists::what),
                new Column<>(TEXTS.get("column.title"), 150, Entry::title),
                new Column<>(TEXTS.get("column.said"), 110, ShelfLists::said),
                new Column<>(TEXTS.get("column.at"), 75, entry -> moments.time(entry.mark().at()))),
                1, presenter::read);
        WidgetKey.mark(read.table(), "shelf.read");
        read.decorate(this::decorate);
        read.onChoice(presenter::lookAtEntry);
        sash.setWeights(50, 50);
    }

    Composite control() {
        return sash;
    }

    /** What takes the keyboard here. */
    List<Control> controls() {
        return List.of(expected.table(), read.table());
    }

    /** @param follow whether the lists go to where somebody is, and what was selected is not looked at any more */
    void show(ShelfScreen.Glance glance, boolean follow) {
        expected.show(glance.expected());
        read.show(glance.read());
        if (follow) {
            select(glance.position(),
                    glance.read() == 0 ? OptionalInt.empty() : OptionalInt.of(glance.read() - 1));
        }
    }

    /** Selects a row in both; where there is none, what was selected before stays in sight. */
    void select(OptionalInt row, OptionalInt entry) {
        expected.select(row.orElse(-1));
        read.select(entry.orElse(-1));
    }

    /** The row of what is expected that is selected; -1 for none. */
    int selectedRow() {
        return expected.selected();
    }

    private void decorate(ExpectedRow row, TableItem item) {
        Palette palette = Palette.of(expected.table());
        item.setImage(2, row.state().icon().map(images::get).orElse(null));
        item.setForeground(row.state() == RowState.AWAY ? palette.quiet() : null);
        item.setForeground(2, row.state() == RowState.AWAY || row.state().word().isEmpty() ? palette.quiet()
                : palette.text(row.state().tone()));
    }

    private void decorate(Entry entry, TableItem item) {
        Palette palette = Palette.of(read.table());
        item.setImage(0, images.get(icon(entry)));
        item.setForeground(2, palette.text(entry.isGood() ? Tone.NEUTRAL : Tone.CAUTION));
    }

    private static Icon icon(Entry entry) {
        return switch (entry.mark().kind()) {
            case ITEM -> entry.isGood() ? Icon.SAVED
                    : entry.has(Finding.Kind.DUPLICATE_SCAN) ? Icon.RETRY : Icon.WARNING;
            case SHELF -> Icon.SHELF;
            case CONDITION -> Icon.TODO;
            case FOUND -> Icon.DONE;
            case NOT_FOUND -> Icon.QUESTION;
            case UNMARKED, TAKEN_BACK, NO_CONDITION -> Icon.CANCEL;
            case ABOUT -> Icon.ITEM;
            case REACH -> Icon.SCANNER;
        };
    }

    private static String what(Entry entry) {
        if (entry.mark().kind() == Kind.REACH) {
            return ShelfWords.device(entry.mark().text());
        }
        return entry.mark().kind() == Kind.SHELF
                ? entry.mark().text().isEmpty() ? TEXTS.get("said.shelf")
                        : TEXTS.get("said.shelf.named", entry.mark().text())
                : entry.callNumber();
    }

    private static String said(Entry entry) {
        return switch (entry.mark().kind()) {
            case FOUND -> TEXTS.get("said.found");
            case NOT_FOUND -> TEXTS.get("said.notFound");
            case CONDITION -> TEXTS.get("said.condition", entry.condition());
            case ITEM -> problems(entry);
            default -> "";
        };
    }

    private static String problems(Entry entry) {
        String findings = entry.findings().stream().map(finding -> finding.kind().label())
                .collect(Collectors.joining(", "));
        String order = entry.inOrder() ? "" : TEXTS.get("read.belongs", entry.belongs());
        return List.of(findings, order, entry.condition()).stream().filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
