/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.ui.internal.CellWords;
import org.carrel.ui.internal.ColumnChoice;
import org.carrel.ui.internal.ColumnMenu;
import org.carrel.ui.internal.FilterBar;
import org.carrel.ui.internal.QueueRows;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * The transactions of a branch as a table, however many there are: with a filter by state, kind and text above it,
 * columns to choose, move, hide and reset (kept per workstation), sorting by column header, selection of several rows,
 * and the reason on hover. Follows the queue live. Ctrl+C copies the selected rows, Ctrl+A selects all.
 *
 * <p>
 * UI thread only; the queue is read in the background. Nothing to dispose: it ends with its parent.
 */
public final class QueueTable {

    /**
     * What one table is made with.
     *
     * @param id      names the table for its kept columns: letters, digits, dots
     * @param name    for screen readers
     * @param query   what it shows at first; the filter above the table narrows it
     * @param columns shown until somebody chooses others
     * @param kinds   whether there is more than one kind of transaction to choose from; a branch without check-in has
     *     one
     */
    public record Setup(String id, String name, QueueQuery query, List<QueueColumn> columns, boolean kinds) {
        public Setup {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(query, "query");
            columns = List.copyOf(columns);
        }
    }

    /** The columns that a desk needs. */
    public static final List<QueueColumn> DESK_COLUMNS = List.of(QueueColumn.STATE, QueueColumn.OCCURRED_AT,
            QueueColumn.KIND, QueueColumn.PATRON, QueueColumn.ITEM, QueueColumn.DUE_AT, QueueColumn.REASON);

    private static final int BATCH = 1_000;

    private final Texts texts = Texts.of(QueueTable.class);
    private final QueueView view;
    private final Composite root;
    private final FilterBar filter;
    private final Table table;
    private final QueueRows rows;
    private final Background background;
    private final Images images;
    private final StandingWords words;
    private final ColumnChoice columns;
    private final List<Runnable> selectionListeners = new ArrayList<>();
    private final List<Runnable> contentListeners = new ArrayList<>();
    private final CellWords cells;
    private long[] selection = new long[0];
    private Palette drawn;
    private QueueQuery base;

    /** Makes the table in {@code parent}; give {@link #control} its layout data. */
    public QueueTable(Composite parent, QueueView view, Moments moments, Setup setup) {
        this.view = view;
        this.base = setup.query();
        words = new StandingWords(moments);
        cells = new CellWords(words, moments);
        root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(root);
        filter = new FilterBar(root, words, setup.kinds(), this::narrow);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter.control());
        table = new Table(root, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.BORDER);
        WidgetKey.mark(table, setup.id() + ".table");
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 120).applyTo(table);
        table.setHeaderVisible(true);
        AccessibleNames.name(table, setup.name());
        images = Images.of(table);
        background = Background.of(root, texts.get("table.job"));
        columns = new ColumnChoice(InstanceScope.INSTANCE.getNode(CarrelIds.PREFERENCES + "/columns"), setup.id(),
                setup.columns());
        if (columns.isAsDelivered()) {
            table.setData(Zoom.ORDINARY_COLUMNS, Boolean.TRUE);
        }
        rows = new QueueRows(view, background, UiThread.of(root), new Drawing());
        makeColumns();
        table.setMenu(new ColumnMenu(this, table, columns).menu());
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Selection, event -> selected());
        table.addListener(SWT.MouseMove, this::hover);
        table.addListener(SWT.MouseExit, event -> table.setToolTipText(null));
        table.addListener(SWT.KeyDown, this::key);
        table.addListener(SWT.Paint, event -> followTheme());
        root.addDisposeListener(event -> rows.close());
        rows.open(base);
    }

    /** The whole of it: filter and table. */
    public Control control() {
        return root;
    }

    /** The table alone, for focus and tests. */
    public Table table() {
        return table;
    }

    /** Puts the keyboard into the filter text. */
    public void focusFilter() {
        filter.setFocus();
    }

    /** Shows other rows; what is set in the filter above the table narrows them. */
    public void show(QueueQuery query) {
        base = query;
        narrow();
    }

    /** How many rows match now. */
    public int size() {
        return rows.size();
    }

    /** Tells {@code listener} whenever other rows are selected. */
    public void onSelection(Runnable listener) {
        selectionListeners.add(listener);
    }

    /** Tells {@code listener} whenever rows came, went, or stand differently. */
    public void onContent(Runnable listener) {
        contentListeners.add(listener);
    }

    /** How many rows are selected. */
    public int selectionCount() {
        return selection.length;
    }

    /** Reads the selected rows in the background and hands them over on the UI thread, from the top. */
    public void withSelection(Consumer<List<QueueEntry>> then) {
        long[] sequences = selectedSequences();
        background.compute(() -> read(sequences), then);
    }

    /** Puts the selected rows on the clipboard, as lines with tabs between the visible columns. */
    public void copy() {
        List<QueueColumn> shown = shownFromTheLeft();
        withSelection(selected -> {
            if (selected.isEmpty()) {
                return;
            }
            StringBuilder lines = new StringBuilder();
            for (QueueEntry entry : selected) {
                lines.append(String.join("\t", shown.stream().map(column -> cells.in(column, entry)).toList()))
                        .append(System.lineSeparator());
            }
            Clipboard clipboard = new Clipboard(table.getDisplay());
            clipboard.setContents(new Object[] { lines.toString() }, new Transfer[] { TextTransfer.getInstance() });
            clipboard.dispose();
        });
    }

    /** Selects all rows that match. */
    public void selectAll() {
        table.selectAll();
        selected();
    }

    /** Shows the columns that were chosen now. */
    public void refreshColumns() {
        makeColumns();
        table.clearAll();
    }

    private long[] selectedSequences() {
        return Arrays.stream(table.getSelectionIndices()).sorted().filter(row -> row < rows.size())
                .mapToLong(rows::sequence).toArray();
    }

    private void selected() {
        selection = selectedSequences();
        selectionListeners.forEach(Runnable::run);
    }

    private List<QueueEntry> read(long[] sequences) {
        List<QueueEntry> found = new ArrayList<>(sequences.length);
        for (int from = 0; from < sequences.length; from += BATCH) {
            found.addAll(view.entries(LongStream.of(sequences).skip(from).limit(BATCH).toArray()));
        }
        return found;
    }

    private void narrow() {
        rows.show(filter.narrow(base).sortedBy(rows.query().order(), rows.query().descending()));
    }

    private void makeColumns() {
        table.setRedraw(false);
        for (TableColumn old : table.getColumns()) {
            old.dispose();
        }
        for (ColumnChoice.Shown shown : columns.shown()) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(texts.get("column." + shown.column().name()));
            column.setWidth(shown.width());
            column.setMoveable(true);
            column.setData(shown.column());
            column.addListener(SWT.Selection, event -> sortBy(column));
            column.addListener(SWT.Resize, event -> keepColumns());
            column.addListener(SWT.Move, event -> keepColumns());
        }
        makeRoomForImages();
        showSorting();
        table.setRedraw(true);
    }

    /** GTK gives images of a virtual table the room that the first one needs, if it comes before the first drawing. */
    private void makeRoomForImages() {
        if (table.getItemCount() == 0) {
            TableItem first = new TableItem(table, SWT.NONE);
            for (int i = 0; i < table.getColumnCount(); i++) {
                Object column = table.getColumn(i).getData();
                if (column == QueueColumn.STATE || column == QueueColumn.KIND) {
                    first.setImage(i, images.get(Icon.AWAITING));
                }
            }
            table.removeAll();
        }
    }

    private void keepColumns() {
        TableColumn[] all = table.getColumns();
        if (all.length != columns.shown().size()) {
            return;
        }
        columns.keep(Arrays.stream(table.getColumnOrder()).mapToObj(i -> all[i])
                .map(column -> new ColumnChoice.Shown((QueueColumn) column.getData(), column.getWidth())).toList());
    }

    private List<QueueColumn> shownFromTheLeft() {
        return columns.shown().stream().map(ColumnChoice.Shown::column).toList();
    }

    private void sortBy(TableColumn column) {
        ((QueueColumn) column.getData()).order().ifPresent(order -> {
            QueueQuery now = rows.query();
            rows.show(now.sortedBy(order, now.order() == order ? !now.descending() : order == base.order()));
            showSorting();
        });
    }

    private void showSorting() {
        TableColumn sorted = Arrays.stream(table.getColumns())
                .filter(column -> ((QueueColumn) column.getData()).order().filter(rows.query().order()::equals)
                        .isPresent())
                .findFirst().orElse(null);
        table.setSortColumn(sorted);
        table.setSortDirection(sorted == null ? SWT.NONE : rows.query().descending() ? SWT.DOWN : SWT.UP);
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        rows.entry(event.index).ifPresent(entry -> {
            TableColumn[] all = table.getColumns();
            for (int i = 0; i < all.length; i++) {
                QueueColumn column = (QueueColumn) all[i].getData();
                item.setText(i, cells.in(column, entry));
                if (column == QueueColumn.STATE) {
                    item.setImage(i, images.get(words.icon(entry.state())));
                    item.setForeground(i, Palette.of(table).text(words.tone(entry.state())));
                } else if (column == QueueColumn.KIND) {
                    item.setImage(i, images.get(cells.kindIcon(entry)));
                }
            }
        });
    }

    /** Rows keep the colours they were filled with; another theme needs others. */
    private void followTheme() {
        Palette now = Palette.of(table);
        if (!now.equals(drawn)) {
            drawn = now;
            UiThread.of(table).execute(table::clearAll);
        }
    }

    private void hover(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        String tip = item == null ? null
                : rows.present(table.indexOf(item)).map(cells::hover).filter(text -> !text.isBlank()).orElse(null);
        if (!Objects.equals(tip, table.getToolTipText())) {
            table.setToolTipText(tip);
        }
    }

    /** As in every list: the workbench's own Copy and Select All may be bound or not. */
    private void key(Event event) {
        if (event.stateMask == SWT.MOD1 && event.keyCode == 'c') {
            copy();
        } else if (event.stateMask == SWT.MOD1 && event.keyCode == 'a') {
            selectAll();
            event.doit = false;
        }
    }

    private void counted() {
        filter.count(rows.size());
        contentListeners.forEach(Runnable::run);
    }

    /** Carries what happens to the rows over to the widget, keeping the selection on the rows it was made on. */
    private final class Drawing implements QueueRows.Watcher {

        @Override
        public void refreshed() {
            table.deselectAll();
            table.setItemCount(rows.size());
            table.clearAll();
            int[] again = Arrays.stream(selection).mapToInt(rows::rowOf).filter(row -> row >= 0).toArray();
            if (again.length > 0) {
                table.select(again);
            }
            selected();
            counted();
        }

        @Override
        public void inserted(int row) {
            boolean atTop = table.getTopIndex() == 0;
            new TableItem(table, SWT.NONE, row);
            if (atTop) {
                table.setTopIndex(0);
            }
            table.clear(row);
            counted();
        }

        @Override
        public void removed(int row) {
            table.remove(row);
            selected();
            counted();
        }

        @Override
        public void changed(int first, int last) {
            if (first < table.getItemCount()) {
                table.clear(first, Math.min(last, table.getItemCount() - 1));
            }
            contentListeners.forEach(Runnable::run);
        }

        @Override
        public void failed(RuntimeException why) {
            filter.failed(Failures.status(QueueTable.class, why).getMessage());
            Failures.log(QueueTable.class, why);
        }
    }
}
