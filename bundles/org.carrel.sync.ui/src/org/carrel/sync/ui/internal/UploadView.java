/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.carrel.model.Texts;
import org.carrel.model.UploadRun;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueView;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Announcement;
import org.carrel.ui.ButtonBar;
import org.carrel.ui.CarrelIds;
import org.carrel.ui.Icon;
import org.carrel.ui.Moments;
import org.carrel.ui.PendingWatch;
import org.carrel.ui.Scrolling;
import org.carrel.ui.Tone;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;

/** The upload that runs now, lane by lane, or how the last one ended. */
public final class UploadView extends ViewPart {

    static final String ID = "org.carrel.sync.ui.upload";

    private static final Texts TEXTS = Texts.of(UploadView.class);
    private static final int REDRAW_MILLIS = 100;

    private final Subscriptions subscriptions = new Subscriptions();

    @Inject
    private UploadControl control;
    @Inject
    private QueueView queue;
    @Inject
    private Branch branch;
    @Inject
    private Zoom zoom;

    private PendingWatch pending;
    private Moments moments;
    private Scrolling scrolling;
    private Announcement said;
    private ProgressBar bar;
    private Table lanes;
    private Button start;
    private Button stop;
    private boolean drawing;

    @Override
    public void createPartControl(Composite parent) {
        scrolling = new Scrolling(parent);
        Composite root = scrolling.content();
        GridLayoutFactory.fillDefaults().margins(12, 12).spacing(8, 8).applyTo(root);
        said = WidgetKey.mark(new Announcement(root), "sync.upload.said");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(said);
        bar = WidgetKey.mark(new ProgressBar(root, SWT.HORIZONTAL | SWT.SMOOTH), "sync.upload.bar");
        AccessibleNames.name(bar, TEXTS.get("upload.job"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        // Above the lanes: in a low view these are below the edge, and not the buttons.
        makeButtons(root);
        makeLanes(root);
        zoom.follow(root);

        UiThread ui = UiThread.of(root);
        subscriptions.add(control.observe(() -> ui.execute(this::drawSoon)));
        moments = Moments.of(branch.profile().zone());
        pending = new PendingWatch(root, queue, now -> drawSoon());
        draw();
    }

    @Override
    public void setFocus() {
        (start.isEnabled() ? start : stop.isEnabled() ? stop : lanes).setFocus();
    }

    @Override
    public void dispose() {
        subscriptions.close();
        super.dispose();
    }

    private void makeLanes(Composite root) {
        lanes = WidgetKey.mark(new Table(root, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER), "sync.upload.lanes");
        AccessibleNames.name(lanes, TEXTS.get("upload.lanes"));
        lanes.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(120, 60).applyTo(lanes);
        TableColumn lane = new TableColumn(lanes, SWT.LEFT);
        lane.setText(TEXTS.get("upload.column.lane"));
        lane.setWidth(90);
        TableColumn item = new TableColumn(lanes, SWT.LEFT);
        item.setText(TEXTS.get("upload.column.item"));
        item.setWidth(220);
    }

    private void makeButtons(Composite root) {
        ButtonBar buttons = new ButtonBar(root, "sync.upload");
        start = buttons.add("start", TEXTS.get("upload.start"), Icon.UPLOAD,
                () -> Commands.run(getSite(), CarrelIds.COMMAND_UPLOAD));
        stop = buttons.add("stop", TEXTS.get("upload.cancel"), Icon.CANCEL, control::cancel);
    }

    /** Lanes may report a thousand times a second; a person sees ten. */
    private void drawSoon() {
        if (!drawing) {
            drawing = true;
            said.getDisplay().timerExec(REDRAW_MILLIS, () -> {
                drawing = false;
                if (!said.isDisposed()) {
                    draw();
                }
            });
        }
    }

    private void draw() {
        Optional<UploadProgress.Snapshot> latest = control.latest();
        boolean running = control.isRunning();
        boolean hadFocus = start.isFocusControl() || stop.isFocusControl();
        PendingWatch.Pending waiting = pending.latest();
        start.setEnabled(!running && waiting.count() > 0);
        stop.setEnabled(latest.filter(it -> !it.isOver() && !it.cancelled()).isPresent());
        if (hadFocus) {
            setFocus();
        }
        drawLanes(latest.map(UploadProgress.Snapshot::lanes).orElse(List.of()));
        latest.ifPresentOrElse(this::draw, () -> said.show(Tone.NEUTRAL, Icon.SYNC,
                TEXTS.get(running ? "upload.running" : "upload.idle"), running ? "" : waiting.sentence(moments)));
        scrolling.fit();
    }

    private void draw(UploadProgress.Snapshot now) {
        bar.setMaximum(Math.max(1, now.total()));
        bar.setSelection(now.result().filter(run -> now.total() == 0).isPresent() ? 1 : now.settled());
        if (now.failure().isPresent()) {
            said.show(Tone.BAD, TEXTS.get("upload.broken"), now.failure().get());
        } else if (now.result().isPresent()) {
            UploadRun run = now.result().get();
            said.show(tone(run), RunSentence.brief(run.ending()), RunSentence.of(run));
        } else if (now.cancelled()) {
            said.show(Tone.WAITING, Icon.IN_FLIGHT, TEXTS.get("upload.stopping"), progress(now));
        } else if (!now.planned()) {
            said.show(Tone.WAITING, Icon.IN_FLIGHT, TEXTS.get("upload.preparing"), "");
        } else {
            said.show(Tone.WAITING, Icon.IN_FLIGHT, TEXTS.get("upload.running"), progress(now));
        }
    }

    private static Tone tone(UploadRun run) {
        if (run.ending().filter(UploadRun.Ending.SIGN_IN_REFUSED::equals).isPresent()) {
            return Tone.BAD;
        }
        return RunSentence.needsAttention(run) ? Tone.CAUTION : Tone.GOOD;
    }

    private static String progress(UploadProgress.Snapshot now) {
        return TEXTS.get("upload.progress", now.settled(), now.total());
    }

    private void drawLanes(List<String> busy) {
        while (lanes.getItemCount() > busy.size()) {
            lanes.remove(lanes.getItemCount() - 1);
        }
        for (int i = 0; i < busy.size(); i++) {
            TableItem row = i < lanes.getItemCount() ? lanes.getItem(i) : new TableItem(lanes, SWT.NONE);
            row.setText(new String[] { TEXTS.get("upload.lane", i + 1),
                    busy.get(i).isEmpty() ? TEXTS.get("upload.lane.idle") : busy.get(i) });
        }
    }
}
