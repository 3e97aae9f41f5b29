/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Palette;
import org.carrel.ui.RowTable.Column;
import org.carrel.ui.UiThread;
import org.carrel.ui.Zoom;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * A list as long as one likes: the table holds the rows in sight alone, so that a million of them cost what thirty do,
 * on every platform. Rows come in the background; until they are there, those before them stay. One row is selected at
 * most. UI thread only.
 *
 * @param <R> a row; immutable
 */
final class LongList<R> extends Composite {

    /** Where rows are from. */
    interface Source<R> {

        /** Hands over rows on the UI thread, soon; fewer when there are no more. */
        void rows(int from, int count, Consumer<List<R>> then);
    }

    private static final int WHEEL_ROWS = 3;
    private static final int LEAST_WIDTH = 80;

    private final Table table;
    private final Slider slider;
    private final List<Column<R>> columns;
    private final Source<R> source;
    private final Slice slice = new Slice();
    private final int stretching;
    private BiConsumer<R, TableItem> decoration = (row, item) -> {
    };
    private IntConsumer chosen = row -> {
    };
    private List<R> shown = List.of();
    private int shownFrom;
    private Palette palette;
    private boolean asking;
    private boolean askAgain;

    /** @param stretching the column that takes the room that is left */
    LongList(Composite parent, String name, List<Column<R>> columns, int stretching, Source<R> source) {
        super(parent, SWT.NONE);
        this.columns = List.copyOf(columns);
        this.stretching = stretching;
        this.source = source;
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(this);
        table = new Table(this, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
        table.setHeaderVisible(true);
        AccessibleNames.name(table, name);
        GridDataFactory.fillDefaults().grab(true, true).hint(LEAST_WIDTH, LEAST_WIDTH).applyTo(table);
        for (Column<R> column : columns) {
            TableColumn made = new TableColumn(table, SWT.LEFT);
            made.setText(column.title());
            made.setWidth(column.width());
        }
        table.setData(Zoom.ORDINARY_COLUMNS, Boolean.TRUE);
        slider = new Slider(this, SWT.VERTICAL);
        AccessibleNames.name(slider, name);
        GridDataFactory.fillDefaults().grab(false, true).applyTo(slider);
        palette = Palette.of(table);
        slider.addListener(SWT.Selection, event -> {
            slice.scrollTo(slider.getSelection());
            refresh();
        });
        table.addListener(SWT.Resize, event -> fit());
        table.addListener(SWT.Paint, event -> followLook());
        table.addListener(SWT.MouseVerticalWheel, event -> {
            slice.scrollTo(slice.top() - Integer.signum(event.count) * WHEEL_ROWS);
            event.doit = false;
            refresh();
        });
        table.addListener(SWT.Selection, this::clicked);
        table.addListener(SWT.KeyDown, this::key);
    }

    /** The widget, for its name. */
    Table table() {
        return table;
    }

    /** Adds what text does not say: icons, colours. */
    void decorate(BiConsumer<R, TableItem> how) {
        decoration = how;
    }

    /** Hears of rows that somebody selects here. */
    void onChoice(IntConsumer listener) {
        chosen = listener;
    }

    /** Shows what the source has now. @param rows how many */
    void show(int rows) {
        slice.resize(rows);
        refresh();
    }

    /** Brings a row into sight. */
    void reveal(int row) {
        slice.reveal(row);
        refresh();
    }

    /** Selects a row and brings it into sight; -1 for none. Nobody is told. */
    void select(int row) {
        slice.select(row);
        refresh();
    }

    /** The row that is selected; -1 for none. */
    int selected() {
        return slice.selected();
    }

    private void fit() {
        int room = table.getClientArea().width;
        for (int i = 0; i < table.getColumnCount(); i++) {
            room -= i == stretching ? 0 : table.getColumn(i).getWidth();
        }
        TableColumn column = table.getColumn(stretching);
        int width = Math.max(LEAST_WIDTH, room);
        if (room > 0 && column.getWidth() != width) {
            column.setWidth(width);
        }
        refresh();
    }

    private int rowsThatFit() {
        int row = table.getItemHeight();
        return row <= 0 ? 1 : (table.getClientArea().height - table.getHeaderHeight()) / row;
    }

    /** Rows keep the colours that they were drawn in; in larger type fewer of them fit. */
    private void followLook() {
        Palette now = Palette.of(table);
        if (!now.equals(palette) || Math.max(1, rowsThatFit()) != slice.height()) {
            palette = now;
            UiThread.of(table).execute(this::fit);
        }
    }

    private void refresh() {
        slice.fit(rowsThatFit());
        slider.setEnabled(slice.size() > slice.height());
        slider.setValues(slice.top(), 0, Math.max(1, slice.size()), Math.max(1, Math.min(slice.height(), slice.size())),
                1, Math.max(1, slice.height() - 1));
        if (shownFrom == slice.top() && !shown.isEmpty()) {
            select();
        }
        ask();
    }

    /** One question at a time: while somebody drags, only the last place matters. */
    private void ask() {
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        int from = slice.top();
        source.rows(from, slice.visible(), rows -> {
            asking = false;
            if (isDisposed()) {
                return;
            }
            draw(from, rows);
            if (askAgain) {
                askAgain = false;
                ask();
            }
        });
    }

    private void draw(int from, List<R> rows) {
        shownFrom = from;
        shown = rows;
        if (table.getItemCount() != rows.size()) {
            table.setItemCount(rows.size());
        }
        for (int i = 0; i < rows.size(); i++) {
            R row = rows.get(i);
            TableItem item = table.getItem(i);
            item.setText(columns.stream().map(column -> column.text().apply(row)).toArray(String[]::new));
            decoration.accept(row, item);
        }
        select();
    }

    private void select() {
        int index = slice.selected() - shownFrom;
        if (index >= 0 && index < table.getItemCount()) {
            table.setSelection(index);
        } else {
            table.deselectAll();
        }
    }

    private void clicked(Event event) {
        int index = table.getSelectionIndex();
        if (index >= 0) {
            slice.select(shownFrom + index);
            chosen.accept(slice.selected());
        }
    }

    private void key(Event event) {
        int page = Math.max(1, slice.height() - 1);
        if (event.stateMask == SWT.MOD1 && event.keyCode == 'c') {
            copy();
            return;
        }
        if ((event.stateMask & SWT.MODIFIER_MASK) != 0) {
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_UP -> move(event, -1);
            case SWT.ARROW_DOWN -> move(event, 1);
            case SWT.PAGE_UP -> move(event, -page);
            case SWT.PAGE_DOWN -> move(event, page);
            case SWT.HOME -> move(event, -slice.size());
            case SWT.END -> move(event, slice.size());
            default -> {
                // Nothing for a list.
            }
        }
    }

    private void move(Event event, int rows) {
        event.doit = false;
        slice.move(rows);
        refresh();
        if (slice.selected() >= 0) {
            chosen.accept(slice.selected());
        }
    }

    private void copy() {
        int index = slice.selected() - shownFrom;
        if (index >= 0 && index < shown.size()) {
            String line = columns.stream().map(column -> column.text().apply(shown.get(index)))
                    .collect(Collectors.joining("\t"));
            Clipboard clipboard = new Clipboard(getDisplay());
            clipboard.setContents(new Object[] { line }, new Transfer[] { TextTransfer.getInstance() });
            clipboard.dispose();
        }
    }
}
