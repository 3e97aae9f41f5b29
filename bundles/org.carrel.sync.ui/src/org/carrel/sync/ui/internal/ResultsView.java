/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.carrel.model.Texts;
import org.carrel.model.TransactionIds;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.TransactionQueue;
import org.carrel.model.port.UploadLedger;
import org.carrel.sync.NextStep;
import org.carrel.ui.Background;
import org.carrel.ui.Moments;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** What became of the transactions, grouped by what to do next, and the means to do it. */
public final class ResultsView extends ViewPart {

    static final String ID = "org.carrel.sync.ui.results";

    private static final Texts TEXTS = Texts.of(ResultsView.class);
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int[] GROUPS_AND_ROWS = { 23, 77 };
    /** In percent. */
    private static final int MOST_FOR_GROUPS = 45;

    private final Subscriptions subscriptions = new Subscriptions();
    private final Clock clock = Clock.systemUTC();
    private final TransactionIds ids = new TransactionIds(clock);

    @Inject
    private QueueView view;
    @Inject
    private TransactionQueue queue;
    @Inject
    private UploadLedger ledger;
    @Inject
    private Branch branch;
    @Inject
    private Zoom zoom;

    private ResultActions actions;
    private ResultWords words;
    private Background background;
    private GroupList groups;
    private ResultTable table;
    private Label note;
    private Results results = Results.none();
    private int[] shared = {};

    @Override
    public void createPartControl(Composite parent) {
        actions = new ResultActions(queue, ledger);
        words = new ResultWords(Moments.of(branch.profile().zone()));
        Composite root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 12).spacing(6, 6).applyTo(root);
        SashForm halves = new SashForm(root, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        groups = new GroupList(halves, words, this::showGroup);
        table = new ResultTable(halves, words);
        halves.setWeights(GROUPS_AND_ROWS);
        int[] asMade = halves.getWeights();
        // The zoom tells of a new size, too.
        root.addListener(SWT.Resize, event -> share(halves, asMade));
        note = WidgetKey.mark(new Label(root, SWT.WRAP), "sync.results.note");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(note);
        new ResultButtons(root, table, new ResultButtons.Doings(this::retry, this::correct,
                this::delete, () -> Commands.run(getSite(), ExportHandler.COMMAND)));
        background = Background.of(root, TEXTS.get("view.results"));
        zoom.follow(root);

        var reload = subscriptions.add(PacedReload.of(root, background, PAUSE, () -> Results.read(view), this::show,
                this::say));
        subscriptions.add(view.observe(change -> {
            if (change instanceof QueueChange.Updated || change instanceof QueueChange.Removed) {
                reload.request();
            }
        }));
        reload.request();
    }

    /** Room to read the groups in full, in large type as well, unless somebody has drawn the line elsewhere. */
    private void share(SashForm halves, int[] asMade) {
        int width = halves.getSize().x;
        if (width > 0 && (Arrays.equals(asMade, halves.getWeights()) || Arrays.equals(shared, halves.getWeights()))) {
            int ordinary = width * GROUPS_AND_ROWS[0] / (GROUPS_AND_ROWS[0] + GROUPS_AND_ROWS[1]);
            int left = Math.clamp(groups.fullWidth(), ordinary, Math.max(ordinary, width * MOST_FOR_GROUPS / 100));
            halves.setWeights(left, width - left);
            shared = halves.getWeights();
        }
    }

    @Override
    public void setFocus() {
        groups.setFocus();
    }

    @Override
    public void dispose() {
        subscriptions.close();
        super.dispose();
    }

    private void show(Results read) {
        results = read;
        groups.show(read);
        showGroup(groups.selected());
        if (read.more() > 0) {
            say(TEXTS.get("results.more", read.more()));
        }
    }

    private void showGroup(NextStep.Group group) {
        table.show(group, results.of(group));
    }

    private void retry(List<Results.Row> rows) {
        background.compute(() -> actions.retry(rows), this::say);
    }

    private void delete(List<Results.Row> rows) {
        String[] answers = { TEXTS.get("delete.yes"), TEXTS.get("delete.no") };
        var question = new MessageDialog(getSite().getShell(), TEXTS.get("delete.title"), null,
                words.deletionQuestion(rows), MessageDialog.WARNING, 1, answers);
        if (question.open() == 0) {
            background.compute(() -> actions.delete(rows, branch.origin()), this::say);
        }
    }

    private void correct(Results.Row row) {
        var correction = new Correction(row.transaction(), branch.profile(), clock, ids);
        var dialog = new CorrectDialog(getSite().getShell(), correction, row.step().headline());
        if (dialog.open() == Window.OK) {
            background.compute(() -> actions.correct(row, dialog.corrected()),
                    trouble -> say(trouble.orElseGet(() -> TEXTS.get("results.retried", 1))));
        }
    }

    /** Says something about what was asked for, below the results. */
    void say(String sentence) {
        note.setText(sentence.replace("&", "&&"));
        note.requestLayout();
    }
}
