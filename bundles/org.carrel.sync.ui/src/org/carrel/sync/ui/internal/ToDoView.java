/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.carrel.model.Texts;
import org.carrel.model.ToDo;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.UploadLedger;
import org.carrel.ui.Background;
import org.carrel.ui.Moments;
import org.carrel.ui.RowTable;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;

/** What the library system asked the desk to do with items: hold, send, re-shelve, collect a fine; to be ticked off. */
public final class ToDoView extends ViewPart {

    static final String ID = "org.carrel.sync.ui.todo";

    private static final Texts TEXTS = Texts.of(ToDoView.class);
    private static final int LIMIT = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Subscriptions subscriptions = new Subscriptions();

    @Inject
    private UploadLedger ledger;
    @Inject
    private QueueView queue;
    @Inject
    private Branch branch;
    @Inject
    private Zoom zoom;

    private Background background;
    private RowTable<ToDo> rows;
    private Label note;
    private Button showDone;
    private List<ToDo> all = List.of();

    @Override
    public void createPartControl(Composite parent) {
        Composite root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 8).spacing(6, 6).applyTo(root);
        makeTable(root);
        note = WidgetKey.mark(new Label(root, SWT.WRAP), "sync.todo.note");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(note);
        showDone = WidgetKey.mark(new Button(root, SWT.CHECK), "sync.todo.showDone");
        showDone.setText(TEXTS.get("todo.showDone"));
        showDone.addListener(SWT.Selection, event -> show(all));
        background = Background.of(root, TEXTS.get("view.lists"));
        zoom.follow(root);

        var reload = subscriptions.add(PacedReload.of(root, background, PAUSE, () -> ledger.toDos(LIMIT), this::show,
                note::setText));
        subscriptions.add(queue.observe(change -> {
            if (change instanceof QueueChange.UploadsChanged || change instanceof QueueChange.Updated) {
                reload.request();
            }
        }));
        reload.request();
    }

    @Override
    public void setFocus() {
        rows.table().setFocus();
    }

    @Override
    public void dispose() {
        subscriptions.close();
        super.dispose();
    }

    private void makeTable(Composite root) {
        ToDoWords words = new ToDoWords(Moments.of(branch.profile().zone()));
        rows = new RowTable<>(root, SWT.CHECK | SWT.SINGLE, TEXTS.get("todo.table"), List.of(
                new RowTable.Column<>(TEXTS.get("todo.column.what"), 230, words::what),
                new RowTable.Column<>(TEXTS.get("todo.column.item"), 150, words::item),
                new RowTable.Column<>(TEXTS.get("todo.column.where"), 150, words::where),
                new RowTable.Column<>(TEXTS.get("todo.column.said"), 200, words::serverSaid),
                new RowTable.Column<>(TEXTS.get("todo.column.since"), 150, words::since),
                new RowTable.Column<>(TEXTS.get("todo.column.done"), 150, words::done)), ToDo::number);
        WidgetKey.mark(rows.table(), "sync.todo");
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 80).span(2, 1).applyTo(rows.table());
        rows.decorate(drawn -> drawn.item().setChecked(drawn.row().doneAt().isPresent()));
        rows.explain(words::serverSaid);
        rows.table().addListener(SWT.Selection, this::tick);
    }

    private void tick(Event event) {
        if (event.detail == SWT.CHECK && event.item instanceof TableItem item) {
            ToDo line = rows.row(item);
            boolean done = item.getChecked();
            background.execute(() -> ledger.setDone(line.number(), done));
        }
    }

    private void show(List<ToDo> lines) {
        all = lines;
        List<ToDo> shown = showDone.getSelection() ? lines
                : lines.stream().filter(line -> line.doneAt().isEmpty()).toList();
        rows.show(shown);
        note.setText(shown.isEmpty() ? TEXTS.get("todo.empty") : TEXTS.get("todo.count", shown.size()));
        note.requestLayout();
    }
}
