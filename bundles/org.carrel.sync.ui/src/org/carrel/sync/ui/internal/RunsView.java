/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.carrel.model.Texts;
import org.carrel.model.UploadRun;
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
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** The uploads so far, the newest first. */
public final class RunsView extends ViewPart {

    static final String ID = "org.carrel.sync.ui.runs";

    private static final Texts TEXTS = Texts.of(RunsView.class);
    private static final int LIMIT = 200;
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

    private RowTable<UploadRun> rows;
    private Label note;

    @Override
    public void createPartControl(Composite parent) {
        Moments moments = Moments.of(branch.profile().zone());
        Composite root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 8).spacing(6, 6).applyTo(root);
        rows = new RowTable<>(root, SWT.SINGLE, TEXTS.get("runs.table"), List.of(
                new RowTable.Column<>(TEXTS.get("runs.column.started"), 160, run -> moments.inTable(run.startedAt())),
                new RowTable.Column<>(TEXTS.get("runs.column.lasted"), 90, RunsView::lasted),
                new RowTable.Column<>(TEXTS.get("runs.column.ending"), 160, run -> RunSentence.brief(run.ending())),
                new RowTable.Column<>(TEXTS.get("runs.column.counts"), 380, RunSentence::counts)),
                UploadRun::startedAt);
        WidgetKey.mark(rows.table(), "sync.runs");
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 80).applyTo(rows.table());
        rows.explain(RunSentence::of);
        note = WidgetKey.mark(new Label(root, SWT.WRAP), "sync.runs.note");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(note);
        rows.onSelection(this::explainSelected);
        zoom.follow(root);

        var reload = subscriptions.add(PacedReload.of(root, Background.of(root, TEXTS.get("view.lists")), PAUSE,
                () -> ledger.runs(LIMIT), rows::show, note::setText));
        subscriptions.add(queue.observe(change -> {
            if (change instanceof QueueChange.UploadsChanged) {
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

    private void explainSelected() {
        note.setText(rows.selection().stream().findFirst().map(RunSentence::of)
                .orElseGet(() -> rows.table().getItemCount() == 0 ? TEXTS.get("runs.empty") : ""));
        note.requestLayout();
    }

    private static String lasted(UploadRun run) {
        return run.endedAt().map(end -> Duration.between(run.startedAt(), end))
                .map(time -> TEXTS.get("runs.lasted", time.toMinutes(), time.toSecondsPart())).orElse("");
    }
}
