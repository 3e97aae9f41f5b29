/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.ui.internal.InventoryIds;
import org.carrel.inventory.ui.internal.open.OpenProject;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryChange;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.port.Branch;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.Subscription;
import org.carrel.ui.Background;
import org.carrel.ui.ButtonBar;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Moments;
import org.carrel.ui.Paced;
import org.carrel.ui.RowTable;
import org.carrel.ui.Scrolling;
import org.carrel.ui.UiThread;
import org.carrel.ui.Views;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** The inventories of the branch: how far they are, who scanned for them, and the means to work on one. */
public final class ProjectsView extends ViewPart {

    private static final Texts TEXTS = Texts.of(ProjectsView.class);
    private static final long PACE_MILLIS = 400;
    /** Somebody scans, and looks at the shelf: how many they are is counted in the store now and then. */
    private static final long READS_MILLIS = 2_000;
    private static final int ROWS_IN_SIGHT = 4;

    @Inject
    private InventoryProjects projects;
    @Inject
    private ItemSnapshots snapshots;
    @Inject
    private CallNumbers numbers;
    @Inject
    private Branch branch;
    @Inject
    private OpenProject open;
    @Inject
    private Zoom zoom;
    @Inject
    private EContextService contexts;

    private final List<Subscription> subscriptions = new ArrayList<>();
    private ProjectList list;
    private ProjectWords words;
    private ProjectActions actions;
    private LastWork last;
    private Background background;
    private Scrolling scrolling;
    private RowTable<ProjectRow> rows;
    private Label details;
    private Button use;
    private Button scan;
    private Button close;
    private Button whole;
    private Button delete;
    private boolean first = true;

    @Override
    public void createPartControl(Composite parent) {
        list = new ProjectList(projects, snapshots, numbers, branch);
        words = new ProjectWords(Moments.of(branch.profile().zone()));
        last = new LastWork(InstanceScope.INSTANCE.getNode("org.carrel.inventory.ui"));
        scrolling = new Scrolling(parent);
        Composite root = scrolling.content();
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(6, 6).applyTo(root);
        background = Background.of(root, TEXTS.get("projects.job"));
        actions = new ProjectActions(getSite().getShell(), background, list, open, last);
        makeTable(root);
        makeButtons(root);
        makeCoverage(root);
        details = WidgetKey.mark(new Label(root, SWT.WRAP), "projects.details");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(details);
        contexts.activateContext(InventoryIds.CONTEXT);
        zoom.follow(root);
        Paced reload = paced(root, PACE_MILLIS);
        Paced count = paced(root, READS_MILLIS);
        subscriptions.add(projects.observeInventories(
                change -> (change instanceof InventoryChange.Reads ? count : reload).request()));
        subscriptions.add(snapshots.observe(imported -> reload.request()));
        subscriptions.add(open.observe(this::redraw));
        reload();
    }

    private Paced paced(Composite root, long millis) {
        return new Paced(CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, UiThread.of(root)),
                this::reload);
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

    private void makeTable(Composite root) {
        rows = new RowTable<>(root, SWT.SINGLE, TEXTS.get("projects.table"), List.of(
                new RowTable.Column<>(TEXTS.get("projects.column.name"), 144, row -> row.project().name()),
                new RowTable.Column<>(TEXTS.get("projects.column.state"), 62,
                        row -> ProjectWords.state(row.project(), isCurrent(row))),
                new RowTable.Column<>(TEXTS.get("projects.column.reads"), 54, ProjectWords::reads),
                new RowTable.Column<>(TEXTS.get("projects.column.expected"), 72, ProjectWords::expected),
                new RowTable.Column<>(TEXTS.get("projects.column.scope"), 240,
                        row -> ScopeWords.of(row.project().scope()))),
                ProjectRow::number);
        WidgetKey.mark(rows.table(), "projects.list");
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 90).applyTo(rows.table());
        rows.table().addListener(SWT.Resize, event -> keepRowsInSight());
        Images images = Images.of(rows.table());
        rows.decorate(drawn -> drawn.item().setImage(0, images.get(!drawn.row().project().isOpen() ? Icon.DONE
                : isCurrent(drawn.row()) ? Icon.INVENTORY : Icon.SHELF)));
        rows.explain(row -> String.join("\n", words.details(row)));
        rows.onSelection(this::show);
        rows.table().addListener(SWT.DefaultSelection, event -> open());
        rows.table().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL && event.stateMask == 0) {
                delete();
            }
        });
    }

    private void keepRowsInSight() {
        scrolling.keepRowsInSight(rows.table(), rows.table(), ROWS_IN_SIGHT);
    }

    private void makeButtons(Composite root) {
        ButtonBar bar = new ButtonBar(root, "projects");
        bar.add("new", TEXTS.get("projects.new"), Icon.INVENTORY, this::make);
        use = bar.add("open", TEXTS.get("projects.open"), Icon.SHELF, this::open);
        scan = bar.add("scan", TEXTS.get("projects.scan"), Icon.SCANNER, this::scan);
        close = bar.add("close", TEXTS.get("projects.close"), Icon.DONE, this::closeOrReopen);
        delete = bar.add("delete", TEXTS.get("projects.delete"), Icon.CLEAR, this::delete);
    }

    /** Only somebody who was at the shelves knows whether all of them were read. */
    private void makeCoverage(Composite root) {
        whole = WidgetKey.mark(new Button(root, SWT.CHECK | SWT.WRAP), "projects.whole");
        whole.setText(TEXTS.get("projects.whole"));
        whole.setToolTipText(TEXTS.get("projects.whole.hint"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(whole);
        whole.addListener(SWT.Selection, event -> open.current().ifPresent(now -> {
            boolean said = whole.getSelection();
            // The tick says what is kept: it comes when that is done.
            whole.setSelection(now.whole());
            actions.setWhole(now, said);
        }));
    }

    private void reload() {
        background.compute(list::read, this::show);
    }

    private void show(ProjectList.Overview overview) {
        rows.show(overview.rows());
        keepRowsInSight();
        List<InventoryProject> all = overview.rows().stream().map(ProjectRow::project).toList();
        if (first && overview.problem().isEmpty()) {
            first = false;
            if (open.current().isEmpty()) {
                last.among(all).ifPresent(open::open);
            }
            open.current().ifPresent(this::select);
        }
        // Somebody else may have closed it, or deleted it.
        open.current().ifPresent(now -> all.stream().filter(there -> there.number() == now.number()).findFirst()
                .ifPresentOrElse(open::open, () -> {
                    if (overview.problem().isEmpty()) {
                        open.close();
                    }
                }));
        if (rows.selection().isEmpty() && !all.isEmpty()) {
            rows.table().select(0);
        }
        show();
        overview.problem().ifPresent(this::say);
    }

    /** Another one is worked on: the states change, the rows do not. */
    private void redraw() {
        rows.table().clearAll();
        show();
    }

    private boolean isCurrent(ProjectRow row) {
        return open.current().filter(now -> now.number() == row.number()).isPresent();
    }

    private Optional<ProjectRow> selected() {
        return rows.selection().stream().findFirst();
    }

    private void show() {
        Optional<ProjectRow> chosen = selected();
        boolean isOpen = chosen.filter(row -> row.project().isOpen()).isPresent();
        use.setEnabled(chosen.filter(row -> !isCurrent(row)).isPresent());
        scan.setEnabled(isOpen);
        whole.setEnabled(chosen.filter(this::isCurrent).isPresent());
        whole.setSelection(open.current().filter(now -> whole.getEnabled() && now.whole()).isPresent());
        close.setEnabled(chosen.isPresent());
        delete.setEnabled(chosen.isPresent());
        String label = TEXTS.get(isOpen || chosen.isEmpty() ? "projects.close" : "projects.reopen");
        if (!label.equals(close.getText())) {
            close.setText(label);
            close.requestLayout();
        }
        say(chosen.map(row -> String.join("\n", words.details(row))).orElse(TEXTS.get("projects.empty")));
    }

    private void say(String sentence) {
        String shown = sentence.replace("&", "&&");
        if (!shown.equals(details.getText())) {
            details.setText(shown);
            int width = details.getSize().x;
            if (width == 0 || details.computeSize(width, SWT.DEFAULT).y != details.getSize().y) {
                scrolling.fit();
                scrolling.content().layout();
            }
        }
    }

    private void select(InventoryProject project) {
        for (int i = 0; i < rows.table().getItemCount(); i++) {
            if (rows.row(rows.table().getItem(i)).number() == project.number()) {
                rows.table().setSelection(i);
                rows.table().showSelection();
                show();
            }
        }
    }

    void make() {
        actions.make(snapshots, numbers, made -> background.compute(list::read, overview -> {
            show(overview);
            select(made);
        }));
    }

    void open() {
        selected().map(ProjectRow::project).ifPresent(actions::open);
    }

    void scan() {
        selected().ifPresent(row -> actions.scan(row, words, branch,
                () -> Views.show(getSite().getPage(), InventoryIds.VIEW_SHELF)));
    }

    void closeOrReopen() {
        selected().map(ProjectRow::project).ifPresent(project -> actions.setClosed(project, project.isOpen()));
    }

    void delete() {
        selected().ifPresent(actions::delete);
    }
}
