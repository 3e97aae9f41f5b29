/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.function.Consumer;

import org.carrel.model.Texts;
import org.carrel.sync.NextStep;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The groups of results, each with its count; one is selected. UI thread only. */
final class GroupList {

    private static final Texts TEXTS = Texts.of(GroupList.class);

    private final Table table;
    private final ResultWords words;
    private final Consumer<NextStep.Group> chosen;
    private final Images images;
    /** Until somebody chooses, the most urgent group shows. */
    private boolean chosenByHand;

    GroupList(Composite parent, ResultWords words, Consumer<NextStep.Group> chosen) {
        this.words = words;
        this.chosen = chosen;
        table = WidgetKey.mark(new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER), "sync.groups");
        AccessibleNames.name(table, TEXTS.get("results.groups"));
        table.setHeaderVisible(true);
        images = Images.of(table);
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(TEXTS.get("results.groups"));
        table.addListener(SWT.Resize, event -> fit());
        for (NextStep.Group group : NextStep.Group.values()) {
            TableItem row = new TableItem(table, SWT.NONE);
            row.setText(words.group(group, 0));
            row.setImage(images.get(icon(group)));
        }
        table.select(NextStep.Group.NOTHING.ordinal());
        table.addListener(SWT.Selection, event -> {
            chosenByHand = true;
            this.chosen.accept(selected());
        });
    }

    /** As wide as the list, or as what it says where that is wider. */
    private void fit() {
        TableColumn column = table.getColumn(0);
        column.pack();
        column.setWidth(Math.max(column.getWidth(), table.getClientArea().width));
    }

    /** How wide the list would have to be to be read in full. */
    int fullWidth() {
        TableColumn column = table.getColumn(0);
        column.pack();
        int full = table.computeTrim(0, 0, column.getWidth(), 0).width;
        fit();
        return full;
    }

    /** Shows the counts; moves to the most urgent group as long as nobody chose one that still holds something. */
    void show(Results results) {
        for (NextStep.Group group : NextStep.Group.values()) {
            TableItem row = table.getItem(group.ordinal());
            int count = results.of(group).size();
            row.setText(words.group(group, count));
            boolean urgent = count > 0 && group != NextStep.Group.NOTHING;
            row.setForeground(urgent ? Palette.of(table).text(Tone.CAUTION) : null);
        }
        if (!chosenByHand || results.of(selected()).isEmpty()) {
            chosenByHand = false;
            table.setSelection(results.mostUrgent().ordinal());
        }
        fit();
    }

    NextStep.Group selected() {
        int index = table.getSelectionIndex();
        return index < 0 ? NextStep.Group.NOTHING : NextStep.Group.values()[index];
    }

    void setFocus() {
        table.setFocus();
    }

    private static Icon icon(NextStep.Group group) {
        return switch (group) {
            case CORRECT -> Icon.CORRECT;
            case LOOK_AT_SHELF -> Icon.SHELF;
            case ASK_ADMINISTRATOR -> Icon.QUESTION;
            case RETRY -> Icon.RETRY;
            case NOTHING -> Icon.DONE;
        };
    }
}
