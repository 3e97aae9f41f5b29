/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.carrel.inventory.findings.ProjectFindings;
import org.carrel.inventory.ui.internal.InventoryIds;
import org.carrel.inventory.ui.internal.open.OpenProject;
import org.carrel.inventory.ui.internal.open.Result;
import org.carrel.inventory.ui.internal.open.Results;
import org.carrel.model.Texts;
import org.carrel.model.inventory.ConditionCode;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventoryRules;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.port.Branch;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemLookup;
import org.carrel.model.port.Subscription;
import org.carrel.model.scan.ScanNews;
import org.carrel.model.scan.ScanSource;
import org.carrel.ui.Failures;
import org.carrel.ui.Moments;
import org.carrel.ui.Scrolling;
import org.carrel.ui.Sounds;
import org.carrel.ui.Sounds.Sound;
import org.carrel.ui.Tone;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.part.ViewPart;

/**
 * Reading shelves: a field to scan into, the book that was read last in large type, the shelf as a picture, and what is
 * expected beside what was read. While it can be seen, scanners read for the inventory that is open.
 */
public final class ShelfView extends ViewPart implements ShelfScreen {

    private static final Texts TEXTS = Texts.of(ShelfView.class);
    private static final int SECONDS_TO_FINISH = 60;
    private static final int LISTS_HEIGHT = 130;

    private final ExecutorService recorder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("carrel-shelf").factory());
    private final ExecutorService judging = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("carrel-shelf-judge").daemon().factory());
    private final List<Subscription> subscriptions = new ArrayList<>();

    @Inject
    private Services services;
    @Inject
    private EContextService contexts;

    private ReachSetting reach;
    private ShelfPresenter presenter;
    private java.util.Optional<ShelfTarget> target = java.util.Optional.empty();
    private Scrolling scrolling;
    private UnsavedBar unsaved;
    private ShelfHead head;
    private Strip strip;
    private ShelfLists lists;
    private java.util.Optional<Said> welcome = java.util.Optional.empty();

    /** What the shelf works with, as the workbench finds it. */
    @Creatable
    public record Services(InventoryProjects projects, ProjectFindings findings, OpenProject open, Results results,
            Branch branch, Sounds sounds, Zoom zoom, @Optional ItemLookup lookup, @Optional ScanSource scans) {
        @Inject
        public Services {}
    }

    @Override
    public void createPartControl(Composite parent) {
        reach = new ReachSetting(InstanceScope.INSTANCE.getNode("org.carrel.inventory.ui"));
        scrolling = new Scrolling(parent);
        Composite root = scrolling.content();
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 6).applyTo(root);
        presenter = presenter(root);
        unsaved = WidgetKey.mark(new UnsavedBar(root, presenter::notedUnsaved),
                "shelf.unsaved");
        head = new ShelfHead(root, presenter::typed);
        strip = WidgetKey.mark(new Strip(root, services.zoom()), "shelf.strip");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        strip.onChoice(spine -> lists.select(spine.row(), spine.entry()));
        GridDataFactory.fillDefaults().grab(true, false)
                .applyTo(new ShelfButtons(root, this, reach).control());
        lists = new ShelfLists(root, presenter, Moments.of(services.branch().profile().zone()));
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, LISTS_HEIGHT).applyTo(lists.control());
        typeIntoField(strip);
        lists.controls().forEach(this::typeIntoField);
        contexts.activateContext(InventoryIds.CONTEXT);
        services.zoom().follow(root);
        connect(root);
        subscriptions.add(services.open().observe(this::refresh));
        subscriptions.add(services.results().observe(this::refresh));
        refresh();
    }

    private ShelfPresenter presenter(Composite root) {
        UiThread ui = UiThread.of(root);
        InventoryRules rules = services.branch().profile().inventory();
        return new ShelfPresenter(new ShelfPresenter.Services(services.open(),
                new ShelfRecorder(services.projects(), services.open(), services.branch(), reach::get),
                new Judge(services.projects(), judging, ui, ShelfView::report),
                new Marks(text -> rules.ofBarcode(text).map(ConditionCode::code)),
                new ShelfWords(code -> rules.ofCode(code).map(ConditionCode::label).orElse(code)),
                services.sounds(), new OnlineDetails(java.util.Optional.ofNullable(services.lookup()), ui),
                services.results()::changed, reach::get, Clock.systemUTC()),
                this, new ShelfPresenter.Threads(recorder, ui, ShelfView::report));
    }

    private static void report(Throwable failure) {
        Failures.report(ShelfView.class, failure);
    }

    private void connect(Composite root) {
        target = java.util.Optional.ofNullable(services.scans()).map(source -> new ShelfTarget(source,
                () -> services.open().current().isPresent(), presenter::scanned));
        target.ifPresent(one -> one.follow(this, root));
        UiThread ui = UiThread.of(root);
        java.util.Optional.ofNullable(services.scans())
                .ifPresent(source -> subscriptions.add(source.listen(news -> ui.execute(() -> hear(news)))));
    }

    /** A scanner that is gone is no news for somebody who looks at another view: the desk says it, too. */
    private void hear(ScanNews news) {
        if (news instanceof ScanNews.Lost lost && head.field().isVisible()) {
            services.sounds().play(Sound.WARNING);
            say(new Said(Tone.CAUTION, TEXTS.get("scanner.lost", lost.name()), "", lost.sentence(), Sound.WARNING));
        }
    }

    /** A scanner that types reaches the field whatever is in front of the keyboard here. */
    private void typeIntoField(Control control) {
        control.addListener(SWT.KeyDown, this::forward);
    }

    private void forward(Event event) {
        boolean plain = (event.stateMask & (SWT.MOD1 | SWT.ALT | SWT.COMMAND)) == 0;
        if (plain && event.character > ' ' && event.character != SWT.DEL) {
            event.doit = false;
            head.field().setFocus();
            head.field().text().append(Character.toString(event.character));
        }
    }

    @Override
    public void setFocus() {
        if (!head.field().isHalfTyped()) {
            head.field().setFocus();
        }
    }

    /** What is still in line is recorded before the view closes; the store is still open then. */
    @Override
    public void dispose() {
        target.ifPresent(ShelfTarget::close);
        subscriptions.forEach(Subscription::close);
        if (presenter != null) {
            presenter.close();
        }
        recorder.shutdown();
        try {
            if (!recorder.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                report(new IllegalStateException("the shelf closed while scans were still being saved"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            report(e);
        }
        judging.shutdown();
        super.dispose();
    }

    /** Another project, session or comparison, or another device. */
    private void refresh() {
        presenter.refresh(services.results().ready(), this::basis);
        Said now = Welcome.of(services.open(), services.results().current(), canBegin());
        if (!java.util.Optional.of(now).equals(welcome)) {
            welcome = java.util.Optional.of(now);
            head.last().show(now);
            head.last().showOnline(Tone.NEUTRAL, "");
        }
    }

    private boolean canBegin() {
        return services.open().reader().isPresent() || !services.branch().origin().operator().isBlank()
                && !services.branch().origin().workstation().isBlank();
    }

    /** On the judge's thread: asks the store. */
    private JudgedShelf.Basis basis(Result.Ready result) {
        return new JudgedShelf.Basis(result.items(),
                services.findings().judging(result.project(), result.items(), result.coverage()),
                services.open().session().map(InventorySession::person).orElse(""));
    }

    @Override
    public void say(Said said) {
        head.last().show(said);
        scrolling.fit();
    }

    @Override
    public void online(Tone tone, String sentence) {
        head.last().showOnline(tone, sentence);
    }

    @Override
    public void show(Glance glance, boolean follow) {
        head.show(glance.progress());
        strip.show(glance.picture());
        // Who looks at another book is not pulled away from it, but by the next scan.
        lists.show(glance, follow);
    }

    @Override
    public void unsaved(String sentence, List<Mark> marks) {
        unsaved.show(sentence, marks);
        services.zoom().refresh(unsaved);
        scrolling.fit();
    }

    @Override
    public void select(OptionalInt row, OptionalInt entry) {
        lists.select(row, entry);
        strip.select(row, entry);
    }

    void goToField() {
        head.field().focusToReplace();
    }

    void anotherShelf() {
        presenter.newShelf("");
        setFocus();
    }

    void nextProblem(int step) {
        presenter.nextProblem(lists.selectedRow(), step);
    }

    /** The book that is selected among what is expected: somebody saw it, or looked for it in vain. */
    void mark(Kind kind) {
        if (lists.selectedRow() >= 0) {
            presenter.mark(kind, lists.selectedRow());
        } else {
            presenter.hint(TEXTS.get("mark.nothing"), TEXTS.get("mark.nothing.sentence"));
        }
    }

    void undo() {
        presenter.undo();
    }

    /** Asks which condition the book has that was read last. */
    void condition() {
        new ConditionMenu(head.field(), services.branch().profile().inventory().conditions(), presenter::condition)
                .open();
    }
}
