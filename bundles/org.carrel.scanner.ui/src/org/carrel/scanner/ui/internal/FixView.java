/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.Subscription;
import org.carrel.model.scan.ToFix;
import org.carrel.scanner.ScannerService;
import org.carrel.ui.Background;
import org.carrel.ui.ButtonBar;
import org.carrel.ui.Icon;
import org.carrel.ui.Moments;
import org.carrel.ui.Paced;
import org.carrel.ui.RowTable;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** The items whose tags are to be put right, and the means to do it. */
public final class FixView extends ViewPart {

    static final String ID = "org.carrel.scanner.ui.fix";

    private static final Texts TEXTS = Texts.of(FixView.class);
    private static final long PACE_MILLIS = 150;

    @Inject
    private ScannerService scanners;
    @Inject
    private Branch branch;
    @Inject
    private Zoom zoom;
    @Inject
    private EContextService contexts;

    private FixList list;
    private Background background;
    private Subscription subscription = () -> {
    };
    private RowTable<ToFix> rows;
    private Label what;
    private Label said;
    private Button again;
    private Button elsewhere;
    private boolean busy;
    private FixList.State state = new FixList.State(List.of(), List.of());

    @Override
    public void createPartControl(Composite parent) {
        list = new FixList(scanners, Moments.of(branch.profile().zone()));
        Composite root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 8).spacing(6, 6).applyTo(root);
        background = Background.of(root, TEXTS.get("fix.job"));
        what = wrapped(root, "scanners.fix.what");
        rows = new RowTable<>(root, SWT.MULTI, TEXTS.get("fix.table"), List.of(
                new RowTable.Column<>(TEXTS.get("fix.column.item"), 150, fix -> fix.item().value()),
                new RowTable.Column<>(TEXTS.get("fix.column.should"), 190, list::shouldBe),
                new RowTable.Column<>(TEXTS.get("fix.column.since"), 150, list::since),
                new RowTable.Column<>(TEXTS.get("fix.column.why"), 380, ToFix::reason)), ToFix::item);
        WidgetKey.mark(rows.table(), "scanners.fix");
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 80).applyTo(rows.table());
        rows.explain(ToFix::reason);
        rows.onSelection(this::enable);
        said = wrapped(root, "scanners.fix.said");
        ButtonBar bar = new ButtonBar(root, "scanners.fix");
        again = bar.add("again", TEXTS.get("fix.again"), Icon.RETRY, this::tryAgain);
        elsewhere = bar.add("elsewhere", TEXTS.get("fix.elsewhere"), Icon.DONE, this::strikeOff);
        contexts.activateContext(DevicesView.CONTEXT);
        zoom.follow(root);
        Paced reload = new Paced(CompletableFuture.delayedExecutor(PACE_MILLIS, TimeUnit.MILLISECONDS,
                UiThread.of(root)), this::reload);
        // Also when a pad comes or goes: what can be done depends on it.
        subscription = scanners.observe(change -> reload.request());
        reload();
    }

    private static Label wrapped(Composite root, String name) {
        Label label = WidgetKey.mark(new Label(root, SWT.WRAP), name);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(label);
        return label;
    }

    @Override
    public void setFocus() {
        rows.table().setFocus();
    }

    @Override
    public void dispose() {
        subscription.close();
        super.dispose();
    }

    private void reload() {
        state = list.read();
        rows.show(state.items());
        write(what, state.sentence());
        enable();
    }

    private void enable() {
        again.setEnabled(!busy && !state.items().isEmpty() && !state.pads().isEmpty());
        elsewhere.setEnabled(!busy && !rows.selection().isEmpty());
    }

    private void tryAgain() {
        work(() -> list.tryAgain(state.pads()));
    }

    private void strikeOff() {
        List<ToFix> chosen = rows.selection();
        work(() -> list.strikeOff(chosen.stream().map(ToFix::item).toList()));
    }

    /** The pad and the disk take their time. */
    private void work(Supplier<String> doing) {
        busy = true;
        enable();
        write(said, TEXTS.get("fix.working"));
        background.compute(doing::get, sentence -> {
            busy = false;
            write(said, sentence);
            reload();
        });
    }

    private static void write(Label label, String sentence) {
        label.setText(sentence.replace("&", "&&"));
        label.requestLayout();
    }
}
