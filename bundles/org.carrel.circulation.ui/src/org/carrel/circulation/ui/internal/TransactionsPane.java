/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.List;

import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.TransactionId;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.TransactionQueue;
import org.carrel.ui.Background;
import org.carrel.ui.CarrelIds;
import org.carrel.ui.EntryDetails;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Layouts;
import org.carrel.ui.Moments;
import org.carrel.ui.PendingWatch;
import org.carrel.ui.QueueTable;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The transactions below the desk: table, details, <i>Clear</i> on the left, <i>Upload</i> on the right. */
final class TransactionsPane extends Composite {

    /** Larger selections are counted, not read. */
    private static final int MOST_READ = 1_000;

    private final Texts texts = Texts.of(DeskView.class);
    private final TransactionQueue queue;
    private final Branch branch;
    private final Moments moments;
    private final DeskScreen screen;
    private final QueueTable table;
    private final EntryDetails details;
    private final Button clear;
    private final Button upload;
    private final Label pending;
    private final Background background;
    private int selections;

    /** The services of the workbench that run commands. */
    record Commands(ECommandService commands, EHandlerService handlers) {}

    TransactionsPane(Composite parent, Branch branch, TransactionQueue queue, QueueView view, Moments moments,
            DeskScreen screen, Commands commands) {
        super(parent, SWT.NONE);
        this.branch = branch;
        this.queue = queue;
        this.moments = moments;
        this.screen = screen;
        background = Background.of(this, texts.get("clear.job"));
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(this);
        SashForm sash = new SashForm(this, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        table = new QueueTable(sash, view, moments, new QueueTable.Setup("circulation", texts.get("table.name"),
                QueueQuery.all(), QueueTable.DESK_COLUMNS, branch.profile().features().checkIn()));
        details = new EntryDetails(sash, moments);
        sash.setWeights(78, 22);

        Composite bottom = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(16, 0).applyTo(bottom);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bottom);
        Images images = Images.of(this);
        clear = WidgetKey.mark(new Button(bottom, SWT.PUSH), "desk.clear");
        clear.setText(texts.get("clear.label"));
        clear.setImage(images.get(Icon.CLEAR));
        clear.setToolTipText(texts.get("clear.tip"));
        pending = WidgetKey.mark(new Label(bottom, SWT.RIGHT), "desk.pending");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(pending);
        upload = WidgetKey.mark(new Button(bottom, SWT.PUSH), "desk.upload");
        upload.setText(texts.get("upload.label"));
        upload.setImage(images.get(Icon.UPLOAD));

        clear.addListener(SWT.Selection, event -> clear());
        upload.addListener(SWT.Selection, event -> upload(commands));
        table.onSelection(this::selected);
        table.onContent(this::refreshDetails);
        table.table().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL) {
                clear();
            }
        });
        new PendingWatch(this, view, this::show);
        selected();
    }

    /** Puts the keyboard into the filter. */
    void focusFilter() {
        table.focusFilter();
    }

    /** Asks, and deletes what is selected. */
    void clear() {
        if (table.selectionCount() == 0) {
            screen.announce(Tone.NEUTRAL, texts.get("clear.nothing"), texts.get("clear.nothing.sentence"));
            return;
        }
        table.withSelection(this::confirm);
    }

    private void selected() {
        int count = table.selectionCount();
        selections++;
        clear.setEnabled(count > 0);
        if (count == 0) {
            details.show(List.of());
        } else if (count <= MOST_READ) {
            readDetails();
        } else {
            details.showCount(count);
        }
    }

    /** With every scan and every answer: only one row's details can be out of date by that. */
    private void refreshDetails() {
        if (table.selectionCount() == 1) {
            readDetails();
        }
    }

    /** What was read of an earlier selection must not be shown over a later one. */
    private void readDetails() {
        int now = selections;
        table.withSelection(entries -> {
            if (now == selections) {
                details.show(entries);
            }
        });
    }

    private void show(PendingWatch.Pending now) {
        Layouts.write(pending, now.sentence(moments));
        upload.setEnabled(now.count() > 0);
    }

    private void upload(Commands commands) {
        ParameterizedCommand command = commands.commands().createCommand(CarrelIds.COMMAND_UPLOAD, null);
        if (command != null && commands.handlers().canExecute(command)) {
            commands.handlers().executeHandler(command);
        } else {
            screen.announce(Tone.CAUTION, texts.get("upload.none"), texts.get("upload.none.sentence"));
        }
    }

    private void confirm(List<QueueEntry> selected) {
        ClearQuestion question = new ClearQuestion(selected, moments);
        List<TransactionId> ids = question.deletable();
        if (ids.isEmpty()) {
            screen.announce(Tone.CAUTION, question.headline(), texts.get("clear.onTheWay"));
            return;
        }
        int answer = new MessageDialog(getShell(), question.headline(), null, question.explanation(),
                question.losesSomething() ? MessageDialog.WARNING : MessageDialog.QUESTION, 1, question.button(),
                texts.get("clear.cancel")).open();
        if (answer == 0) {
            background.compute(() -> queue.delete(ids, branch.origin()).size(), this::cleared);
        }
    }

    private void cleared(int count) {
        screen.announce(Tone.NEUTRAL, texts.get("cleared", count), texts.get("cleared.sentence"));
    }
}
