/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.writeback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.carrel.inventory.ui.internal.InventoryIds;
import org.carrel.inventory.ui.internal.open.OpenProject;
import org.carrel.inventory.ui.internal.open.Results;
import org.carrel.inventory.writeback.InventoryPush;
import org.carrel.inventory.writeback.InventoryPush.Decision;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.port.Branch;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.Subscription;
import org.carrel.ui.Background;
import org.carrel.ui.ButtonBar;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Layouts;
import org.carrel.ui.Moments;
import org.carrel.ui.Paced;
import org.carrel.ui.Palette;
import org.carrel.ui.RowTable;
import org.carrel.ui.Sight;
import org.carrel.ui.Tone;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.ui.part.ViewPart;

/**
 * What the library system is told of the inventory that is open: what waits, what was told, and what a person has to
 * decide. Looks it up only while somebody can see it.
 */
public final class WriteBackView extends ViewPart {

    private static final Texts TEXTS = Texts.of(WriteBackView.class);
    private static final long PACE_MILLIS = 1_000;
    private static final long PROGRESS_MILLIS = 200;
    private static final int REQUESTS = 3;

    @Inject
    private InventoryPush pushes;
    @Inject
    private PushWork work;
    @Inject
    private OpenProject open;
    @Inject
    private Results results;
    @Inject
    private ItemSnapshots snapshots;
    @Inject
    private Branch branch;
    @Inject
    private Zoom zoom;
    @Inject
    private EContextService contexts;

    private final List<Subscription> subscriptions = new ArrayList<>();
    private ToldList shown = ToldList.none("");
    private boolean wasBusy;
    private Moments moments;
    private Background background;
    private Composite area;
    private Label summary;
    private Label said;
    private Composite progress;
    private ProgressBar bar;
    private Label count;
    private RowTable<Told> rows;
    private Button dryRun;
    private Button push;
    private Button again;
    private Button leave;

    @Override
    public void createPartControl(Composite parent) {
        moments = Moments.of(branch.profile().zone());
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(6, 6).applyTo(area);
        background = Background.of(area, TEXTS.get("view.job"));
        summary = label("writeback.summary");
        makeProgress();
        said = label("writeback.said");
        makeRows();
        ButtonBar buttons = new ButtonBar(area, "writeback");
        dryRun = buttons.add("dryRun", TEXTS.get("view.dryRun"), Icon.TODO, this::dryRun);
        push = buttons.add("push", TEXTS.get("view.push"), Icon.UPLOAD, this::push);
        again = buttons.add("again", TEXTS.get("view.again"), Icon.RETRY, () -> decide(Decision.TELL_AGAIN));
        leave = buttons.add("leave", TEXTS.get("view.leave"), Icon.SUPERSEDED, () -> decide(Decision.LEAVE));
        contexts.activateContext(InventoryIds.CONTEXT);
        zoom.follow(area);
        UiThread ui = UiThread.of(area);
        Paced reload = new Paced(CompletableFuture.delayedExecutor(PACE_MILLIS, TimeUnit.MILLISECONDS, ui),
                this::reload);
        Paced follow = new Paced(CompletableFuture.delayedExecutor(PROGRESS_MILLIS, TimeUnit.MILLISECONDS, ui),
                this::follow);
        subscriptions.add(results.observe(reload::request));
        subscriptions.add(open.observe(this::reload));
        subscriptions.add(work.observe(follow::request));
        // What changed out of sight is caught up with when the view comes back.
        subscriptions.add(Sight.follow(this, this::reload));
        follow();
        reload();
    }

    private Label label(String key) {
        Label label = WidgetKey.mark(new Label(area, SWT.WRAP), key);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).exclude(true).applyTo(label);
        return label;
    }

    private void makeProgress() {
        progress = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(progress);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(progress);
        bar = new ProgressBar(progress, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(80, SWT.DEFAULT)
                .applyTo(bar);
        count = WidgetKey.mark(new Label(progress, SWT.NONE), "writeback.count");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(160, SWT.DEFAULT).applyTo(count);
        Button stop = WidgetKey.mark(new Button(progress, SWT.PUSH), "writeback.stop");
        stop.setText(TEXTS.get("view.stop"));
        stop.addListener(SWT.Selection, event -> work.cancel());
        progress.setVisible(false);
    }

    private void makeRows() {
        rows = new RowTable<>(area, SWT.MULTI, TEXTS.get("view.rows"), List.of(
                new RowTable.Column<>(TEXTS.get("column.state"), 150, row -> ToldWords.of(row.state())),
                new RowTable.Column<>(TEXTS.get("column.item"), 140, row -> row.item().value()),
                new RowTable.Column<>(TEXTS.get("column.title"), 260, Told::title),
                new RowTable.Column<>(TEXTS.get("column.since"), 130, row -> ToldWords.since(row, moments)),
                new RowTable.Column<>(TEXTS.get("column.next"), 320, ToldWords::nextStep),
                new RowTable.Column<>(TEXTS.get("column.said"), 240, ToldWords::said)), Told::item);
        WidgetKey.mark(rows.table(), "writeback.rows");
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 80).applyTo(rows.table());
        Images images = Images.of(rows.table());
        rows.decorate(drawn -> drawn.item().setImage(images.get(ToldWords.icon(drawn.row().state()))));
        rows.explain(ToldWords::inFull);
        rows.onSelection(this::offer);
    }

    @Override
    public void setFocus() {
        rows.table().setFocus();
    }

    @Override
    public void dispose() {
        subscriptions.forEach(Subscription::close);
        super.dispose();
    }

    private void reload() {
        if (area.isDisposed() || !Sight.of(this)) {
            return;
        }
        Optional<InventoryProject> project = open.current();
        if (project.isEmpty()) {
            show(ToldList.none(TEXTS.get("view.noProject")));
            return;
        }
        background.compute(() -> look(project.get()), list -> {
            if (open.current().filter(now -> now.number() == project.get().number()).isPresent()) {
                show(list);
            }
        });
    }

    private ToldList look(InventoryProject project) {
        return switch (snapshots.current()) {
            case ItemSnapshots.State.None none -> ToldList.none(TEXTS.get("view.noItemFile"));
            case ItemSnapshots.State.Refused refused -> ToldList.none(refused.sentence());
            case ItemSnapshots.State.Ready ready -> ToldList.of(pushes.plan(project, ready.snapshot()),
                    pushes.entries(project), item -> {
                        int[] numbers = ready.snapshot().numbersOf(item);
                        return numbers.length == 1 ? ready.snapshot().item(numbers[0]).title() : "";
                    });
        };
    }

    private void show(ToldList list) {
        shown = list;
        rows.show(list.rows().subList(0, Math.min(RowTable.BEARABLE, list.rows().size())));
        say(summary, list.obstacle().isEmpty() ? ToldWords.summary(list, RowTable.BEARABLE) : list.obstacle(),
                Tone.NEUTRAL);
        offer();
    }

    private void offer() {
        boolean idle = !work.state().busy();
        dryRun.setEnabled(shown.plan().isPresent());
        push.setEnabled(idle && shown.toTell() > 0);
        List<State> selected = rows.selection().stream().filter(row -> row.entry().isPresent()).map(Told::state)
                .toList();
        again.setEnabled(selected.stream().anyMatch(state -> state.needsDecision() || state == State.LEFT));
        leave.setEnabled(selected.stream().anyMatch(state -> state.needsDecision() || state == State.WAITING));
    }

    private void follow() {
        if (area.isDisposed()) {
            return;
        }
        PushWork.State state = work.state();
        if (state.busy()) {
            bar.setMaximum(Math.max(1, state.total()));
            bar.setSelection(state.done());
            count.setText(TEXTS.get("view.count", state.done(), state.total()));
        }
        setShown(progress, state.busy());
        Optional<PushWork.Ended> ended = state.last()
                .filter(last -> open.current().filter(now -> now.number() == last.project()).isPresent());
        say(said, ended.map(last -> ToldWords.of(last.pushed())).orElse(""),
                ended.map(last -> ToldWords.tone(last.pushed())).orElse(Tone.NEUTRAL));
        offer();
        if (wasBusy && !state.busy()) {
            reload();
        }
        wasBusy = state.busy();
    }

    private void say(Label label, String sentence, Tone tone) {
        Layouts.write(label, sentence);
        label.setForeground(tone == Tone.NEUTRAL ? null : Palette.of(label).text(tone));
        setShown(label, !sentence.isEmpty());
    }

    private void setShown(Control control, boolean visible) {
        if (control.getLayoutData() instanceof GridData data && data.exclude == visible) {
            data.exclude = !visible;
            control.setVisible(visible);
            area.layout(true, true);
        }
    }

    /** Shows what would be told, and sends nothing. */
    void dryRun() {
        planned(plan -> new DryRunDialog(getSite().getShell(), plan, pushes.firstRequests(plan, REQUESTS)).open());
    }

    /** Names how many, asks, and tells the library system. */
    void push() {
        planned(this::ask);
    }

    /** Looks again, for somebody may have scanned a moment ago, and then does something with what is to be told. */
    private void planned(Consumer<PushPlan> doing) {
        Optional<InventoryProject> project = open.current();
        if (project.isEmpty()) {
            inform(TEXTS.get("view.noProject"));
            return;
        }
        background.compute(() -> look(project.get()), list -> {
            show(list);
            list.plan().ifPresentOrElse(doing, () -> inform(list.obstacle()));
        });
    }

    private void ask(PushPlan plan) {
        if (plan.items().isEmpty()) {
            inform(TEXTS.get("push.nothing", plan.project().name()));
            return;
        }
        boolean yes = new MessageDialog(getSite().getShell(), TEXTS.get("push.title"), null,
                TEXTS.get("push.question", plan.items().size(), plan.project().name()), MessageDialog.QUESTION, 0,
                TEXTS.get("push.yes"), TEXTS.get("push.no")).open() == 0;
        if (!yes) {
            return;
        }
        switch (work.begin(plan)) {
            case BEGUN -> follow();
            case BUSY -> inform(TEXTS.get("push.busy"));
            case NO_SECRET -> inform(TEXTS.get("push.noSecret"));
        }
    }

    private void inform(String sentence) {
        MessageDialog.openInformation(getSite().getShell(), TEXTS.get("push.title"), sentence);
    }

    private void decide(Decision decision) {
        List<WriteBackEntry> entries = rows.selection().stream().flatMap(row -> row.entry().stream()).toList();
        long unknown = entries.stream().filter(entry -> entry.state() == State.UNKNOWN).count();
        if (decision == Decision.TELL_AGAIN && unknown > 0
                && new MessageDialog(getSite().getShell(), TEXTS.get("again.title"), null,
                        TEXTS.get("again.question", unknown), MessageDialog.WARNING, 1, TEXTS.get("again.yes"),
                        TEXTS.get("again.no")).open() != 0) {
            return;
        }
        open.current().ifPresent(project -> background.compute(() -> pushes.decide(project, entries, decision),
                changed -> reload()));
    }
}
