/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.carrel.inventory.report.ReportFiles;
import org.carrel.inventory.ui.internal.InventoryIds;
import org.carrel.inventory.ui.internal.open.FileWords;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.ItemFileUpdates;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.PracticeSystem;
import org.carrel.model.port.Subscription;
import org.carrel.ui.Background;
import org.carrel.ui.ButtonBar;
import org.carrel.ui.Icon;
import org.carrel.ui.Moments;
import org.carrel.ui.Paced;
import org.carrel.ui.Palette;
import org.carrel.ui.Scrolling;
import org.carrel.ui.TextSize;
import org.carrel.ui.Tone;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.ui.part.ViewPart;

/** The item file that shelves are compared with: its day first of all, how it came here, and how another one does. */
public final class ItemFileView extends ViewPart {

    private static final Texts TEXTS = Texts.of(ItemFileView.class);
    private static final long PACE_MILLIS = 150;

    @Inject
    private ItemSnapshots snapshots;
    @Inject
    private ItemFiles files;
    @Inject
    private ItemFileUpdates updates;
    @Inject
    private ItemFileWork work;
    @Inject
    private ReportFiles reports;
    @Inject
    private Branch branch;
    /** Only in practice mode. */
    @Inject
    @Optional
    private PracticeSystem practice;
    @Inject
    private Zoom zoom;
    @Inject
    private EContextService contexts;

    private final Clock clock = Clock.systemUTC();
    private final ItemFileWords words = new ItemFileWords();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Moments moments;
    private Background background;
    private Scrolling scrolling;
    private Label day;
    private Label state;
    private Label said;
    private Label server;
    private Composite progress;
    private ProgressBar bar;
    private Button importFile;
    private Button fetch;
    private Button badRows;
    private Button takeSmaller;
    private boolean hasServer;
    /** Whether the file that came last waits for somebody's word. */
    private boolean heldBack;

    /** What is read in the background to be shown. */
    private record Shown(ItemSnapshots.State state, ItemFileUpdates.Status updates) {}

    @Override
    public void createPartControl(Composite parent) {
        moments = Moments.of(branch.profile().zone());
        scrolling = new Scrolling(parent);
        Composite root = scrolling.content();
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(6, 6).applyTo(root);
        background = Background.of(root, TEXTS.get("items.job"));
        day = label(root, "items.day");
        day.setFont(TextSize.LARGE.in(day, true));
        state = label(root, "items.state");
        makeProgress(root);
        said = label(root, "items.said");
        ButtonBar buttons = new ButtonBar(root, "items");
        importFile = buttons.add("import", TEXTS.get("items.import"), Icon.UPLOAD, this::chooseFile);
        fetch = practice == null ? buttons.add("fetch", TEXTS.get("items.fetch"), Icon.RETRY, this::fetch)
                : buttons.add("practice", TEXTS.get("items.practice"), Icon.PRACTICE, this::fetch);
        takeSmaller = buttons.add("takeSmaller", TEXTS.get("items.takeSmaller"), Icon.WARNING, this::takeSmaller);
        badRows = buttons.add("badRows", TEXTS.get("items.badRows", 0), Icon.TODO, this::showBadRows);
        server = label(root, "items.server");
        contexts.activateContext(InventoryIds.CONTEXT);
        zoom.follow(root);
        UiThread ui = UiThread.of(root);
        Paced reload = new Paced(CompletableFuture.delayedExecutor(PACE_MILLIS, TimeUnit.MILLISECONDS, ui),
                this::reload);
        Paced follow = new Paced(CompletableFuture.delayedExecutor(PACE_MILLIS, TimeUnit.MILLISECONDS, ui),
                this::follow);
        subscriptions.add(snapshots.observe(imported -> reload.request()));
        subscriptions.add(updates.observe(changed -> reload.request()));
        subscriptions.add(work.observe(follow::request));
        follow();
        reload();
    }

    private static Label label(Composite root, String name) {
        Label label = WidgetKey.mark(new Label(root, SWT.WRAP), name);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).exclude(true).applyTo(label);
        return label;
    }

    private void makeProgress(Composite root) {
        progress = new Composite(root, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(progress);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(progress);
        bar = new ProgressBar(progress, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(80, SWT.DEFAULT)
                .applyTo(bar);
        Button cancel = WidgetKey.mark(new Button(progress, SWT.PUSH), "items.cancel");
        cancel.setText(TEXTS.get("items.cancel"));
        cancel.addListener(SWT.Selection, event -> work.cancel());
        progress.setVisible(false);
    }

    @Override
    public void setFocus() {
        importFile.setFocus();
    }

    @Override
    public void dispose() {
        subscriptions.forEach(Subscription::close);
        super.dispose();
    }

    private void reload() {
        background.compute(() -> new Shown(snapshots.current(), updates.status()), this::show);
    }

    private void show(Shown now) {
        String text = now.state() instanceof ItemSnapshots.State.Ready ready
                ? FileWords.of(ready.snapshot().description())
                : TEXTS.get("items.none");
        say(day, new Said(text, Tone.NEUTRAL));
        say(state, words.of(now.state(), moments, clock.instant()));
        say(server, new Said(practice != null ? TEXTS.get("server.practice")
                : ItemFileWords.of(now.updates(), moments), Tone.NEUTRAL));
        long bad = now.state() instanceof ItemSnapshots.State.Ready ready
                ? ready.snapshot().description().badRows()
                : 0;
        badRows.setText(TEXTS.get("items.badRows", bad));
        badRows.setEnabled(bad > 0);
        badRows.requestLayout();
        heldBack = now.updates().last().filter(last -> last.result() == ItemFileUpdates.Result.HELD_BACK).isPresent();
        hasServer = practice != null || now.updates().server().isPresent();
        follow();
    }

    /** Shows how far the import is. */
    private void follow() {
        ItemFileWork.State now = work.state();
        boolean busy = now.busy().isPresent();
        if (progress.getVisible() != busy) {
            progress.setVisible(busy);
            ((GridData) progress.getLayoutData()).exclude = !busy;
            progress.requestLayout();
        }
        bar.setSelection(Math.max(0, now.percent()));
        bar.setToolTipText(now.busy().orElse(null));
        importFile.setEnabled(!busy);
        fetch.setEnabled(!busy && hasServer);
        takeSmaller.setEnabled(!busy);
        showTakeSmaller();
        say(said, now.busy().map(what -> new Said(now.percent() < 0 ? what
                : TEXTS.get("items.percent", what, now.percent()), Tone.WAITING)).or(now::last)
                .orElse(new Said("", Tone.NEUTRAL)));
    }

    private void showTakeSmaller() {
        if (!(takeSmaller.getLayoutData() instanceof RowData place) || place.exclude == heldBack) {
            RowData there = new RowData();
            there.exclude = !heldBack;
            takeSmaller.setLayoutData(there);
            takeSmaller.setVisible(heldBack);
            takeSmaller.requestLayout();
            scrolling.fit();
        }
    }

    private void say(Label label, Said what) {
        String shown = what.sentence().replace("&", "&&");
        label.setForeground(Palette.of(label).text(what.tone()));
        if (!shown.equals(label.getText())) {
            label.setText(shown);
            ((GridData) label.getLayoutData()).exclude = shown.isEmpty();
            label.setVisible(!shown.isEmpty());
            label.requestLayout();
            scrolling.fit();
        }
    }

    void chooseFile() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.OPEN);
        dialog.setText(TEXTS.get("items.choose"));
        String chosen = dialog.open();
        if (chosen != null) {
            new ImportActions(getSite().getShell(), background, files, work).begin(Path.of(chosen));
        }
    }

    private void importPractice() {
        work.importWritten(TEXTS.get("items.practice.name"),
                () -> practice.writeItemFile(branch.dataFolder().resolve("item-files")));
    }

    void fetch() {
        if (practice != null) {
            importPractice();
        } else if (!hasServer) {
            MessageDialog.openInformation(getSite().getShell(), TEXTS.get("items.fetch.title"),
                    TEXTS.get("server.none"));
        } else {
            work.fetch();
        }
    }

    /** Items of branches that are left out look missing: nobody takes such a file by accident. */
    private void takeSmaller() {
        if (MessageDialog.openConfirm(getSite().getShell(), TEXTS.get("items.takeSmaller.title"),
                TEXTS.get("items.takeSmaller.question"))) {
            work.fetchSmaller();
        }
    }

    void showBadRows() {
        BadRowsDialog.open(getSite().getShell(), new BadRows(snapshots, branch, clock), reports, branch);
    }
}
