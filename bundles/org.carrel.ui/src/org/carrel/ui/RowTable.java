/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * A list of rows that are in memory, drawn as they scroll into sight. Keeps what is selected when the rows change, and
 * draws again only those that are others: what a row says and how it looks must depend on the row alone, or on what is
 * followed by a {@code clearAll} of the table. Ctrl+C copies the selected rows, Ctrl+A selects all. UI thread only.
 *
 * <p>
 * GTK takes some microseconds for each row that comes or goes, in sight or not, and holds up everything meanwhile: of
 * more rows than {@link #BEARABLE}, show the first and say so.
 *
 * @param <R> a row; immutable
 */
public final class RowTable<R> {

    /**
     * One column.
     *
     * @param width in points
     * @param text  never null
     */
    public record Column<R>(String title, int width, Function<R, String> text) {}

    /** As many rows as can come and go at once without anybody noticing. */
    public static final int BEARABLE = 10_000;

    private final Table table;
    private final List<Column<R>> columns;
    private final Function<R, ?> identity;
    /** Rows that were in sight since they were shown. */
    private final BitSet drawn = new BitSet();
    private List<R> rows = List.of();
    private Palette palette;
    private Consumer<DrawnRow<R>> decoration = row -> {
    };
    private Function<R, String> hint = row -> "";
    private Runnable selected = () -> {
    };

    /** A row as it comes into sight. */
    public record DrawnRow<R>(R row, TableItem item) {}

    /**
     * @param style    more style bits for the table, for instance {@code SWT.CHECK}
     * @param name     for screen readers
     * @param identity what makes a row the same row after a change
     */
    public RowTable(Composite parent, int style, String name, List<Column<R>> columns, Function<R, ?> identity) {
        this.columns = List.copyOf(columns);
        this.identity = identity;
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.BORDER | style);
        palette = Palette.of(table);
        table.setHeaderVisible(true);
        AccessibleNames.name(table, name);
        for (Column<R> column : columns) {
            TableColumn made = new TableColumn(table, SWT.LEFT);
            made.setText(column.title());
            made.setWidth(column.width());
            made.setMoveable(true);
        }
        table.setData(Zoom.ORDINARY_COLUMNS, Boolean.TRUE);
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Selection, event -> {
            if (event.detail != SWT.CHECK) {
                selected.run();
            }
        });
        table.addListener(SWT.MouseMove, this::hover);
        table.addListener(SWT.KeyDown, this::key);
        table.addListener(SWT.Paint, event -> followTheme());
    }

    /** Rows keep the colours that they were drawn in, which are for a light or for a dark ground. */
    private void followTheme() {
        Palette now = Palette.of(table);
        if (!now.equals(palette)) {
            palette = now;
            UiThread.of(table).execute(table::clearAll);
        }
    }

    /** The widget, for its place in a layout and its name. */
    public Table table() {
        return table;
    }

    /** Adds what text does not say: icons, colours, ticks. */
    public void decorate(Consumer<DrawnRow<R>> how) {
        decoration = how;
    }

    /** What hovering over a row shows. */
    public void explain(Function<R, String> how) {
        hint = how;
    }

    /** Runs when other rows are selected, and after every {@link #show}. */
    public void onSelection(Runnable listener) {
        selected = listener;
    }

    /** Shows these rows instead; those of them that were selected before stay so. */
    public void show(List<R> others) {
        List<R> before = rows;
        int[] selection = sortedSelection();
        rows = List.copyOf(others);
        int[] changed = drawn.stream().filter(index -> isChanged(before, index)).toArray();
        int[] wanted = again(selection, before);
        if (changed.length > 0 || rows.size() != before.size() || !Arrays.equals(selection, wanted)) {
            table.setRedraw(false);
            table.setItemCount(rows.size());
            drawn.clear(rows.size(), Math.max(rows.size(), drawn.length()));
            for (int index : changed) {
                table.clear(index);
                drawn.clear(index);
            }
            if (!Arrays.equals(selection, wanted)) {
                table.deselectAll();
                table.select(wanted);
            }
            table.setRedraw(true);
        }
        selected.run();
    }

    /** What somebody ticks looks ticked at once, whatever becomes of it: that is always drawn again. */
    private boolean isChanged(List<R> before, int index) {
        return index < rows.size()
                && ((table.getStyle() & SWT.CHECK) != 0 || !rows.get(index).equals(before.get(index)));
    }

    /** Where the rows are now that were selected. */
    private int[] again(int[] selection, List<R> before) {
        if (Arrays.stream(selection).allMatch(index -> index < rows.size()
                && identity.apply(rows.get(index)).equals(identity.apply(before.get(index))))) {
            return selection;
        }
        Set<?> chosen = Arrays.stream(selection).mapToObj(before::get).map(identity).collect(Collectors.toSet());
        return IntStream.range(0, rows.size()).filter(index -> chosen.contains(identity.apply(rows.get(index))))
                .toArray();
    }

    private int[] sortedSelection() {
        return Arrays.stream(table.getSelectionIndices()).sorted().filter(index -> index < rows.size()).toArray();
    }

    /** In the order of the list; empty when nothing is selected. */
    public List<R> selection() {
        return Arrays.stream(sortedSelection()).mapToObj(rows::get).toList();
    }

    /** The row that {@code item} shows. */
    public R row(TableItem item) {
        return rows.get(table.indexOf(item));
    }

    private void fill(Event event) {
        // While GTK clears a table it may ask for rows that are gone, by an index of -1.
        if (event.index >= 0 && event.index < rows.size()) {
            drawn.set(event.index);
            R row = rows.get(event.index);
            TableItem item = (TableItem) event.item;
            item.setText(columns.stream().map(column -> column.text().apply(row)).toArray(String[]::new));
            decoration.accept(new DrawnRow<>(row, item));
        }
    }

    private void hover(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        String text = item == null ? "" : hint.apply(row(item));
        if (!Objects.equals(text, Objects.requireNonNullElse(table.getToolTipText(), ""))) {
            table.setToolTipText(text.isEmpty() ? null : text);
        }
    }

    private void key(Event event) {
        if (event.stateMask == SWT.MOD1 && event.keyCode == 'c') {
            copy();
        } else if (event.stateMask == SWT.MOD1 && event.keyCode == 'a' && (table.getStyle() & SWT.MULTI) != 0) {
            table.selectAll();
            selected.run();
            event.doit = false;
        }
    }

    /** Puts the selected rows on the clipboard, as lines with tabs between the columns. */
    public void copy() {
        String lines = selection().stream()
                .map(row -> columns.stream().map(column -> column.text().apply(row)).collect(Collectors.joining("\t")))
                .collect(Collectors.joining(System.lineSeparator()));
        if (!lines.isEmpty()) {
            Clipboard clipboard = new Clipboard(table.getDisplay());
            clipboard.setContents(new Object[] { lines }, new Transfer[] { TextTransfer.getInstance() });
            clipboard.dispose();
        }
    }
}
