/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.carrel.inventory.findings.FindingsDesk;
import org.carrel.inventory.findings.ListedFinding;
import org.carrel.inventory.ui.internal.open.Result;
import org.carrel.inventory.ui.internal.open.Results;
import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;
import org.carrel.model.inventory.Handling;
import org.carrel.model.port.Branch;
import org.carrel.model.port.Subscription;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Background;
import org.carrel.ui.Images;
import org.carrel.ui.Moments;
import org.carrel.ui.OneLineDialog;
import org.carrel.ui.Paced;
import org.carrel.ui.RowTable;
import org.carrel.ui.Scrolling;
import org.carrel.ui.Sight;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;

/** What an inventory found, what to do about it, and the means to do it one by one or many at once. */
public final class FindingsView extends ViewPart implements FindingsScreen {

    /** The keys of this view; they go before those of the shelf while this view has the focus. */
    static final String CONTEXT = "org.carrel.inventory.ui.contexts.findings";

    private static final Texts TEXTS = Texts.of(FindingsView.class);
    private static final long PACE_MILLIS = 250;
    private static final int ROWS_IN_SIGHT = 3;
    private static final int[] PARTS = { 20, 52, 28 };
    /** What many rows share is soon found again; looking for each of them would take long. */
    private static final int KEPT_SELECTION = 500;

    @Inject
    private Results results;
    @Inject
    private FindingsDesk desk;
    @Inject
    private Branch branch;
    @Inject
    private Zoom zoom;

    private final List<Subscription> subscriptions = new ArrayList<>();
    private FindingsPresenter presenter;
    private FindingWords words;
    private Scrolling scrolling;
    private KindList kinds;
    private RowTable<ListedFinding> rows;
    private Text filter;
    private Text details;
    private FindingButtons buttons;
    private Label rest;
    private Label note;
    /** Of which result the findings are that are shown. */
    private Optional<Result> shown = Optional.empty();

    @Override
    public void createPartControl(Composite parent) {
        words = new FindingWords(Moments.of(branch.profile().zone()), branch.profile().inventory());
        scrolling = new Scrolling(parent);
        Composite root = scrolling.content();
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(6, 6).applyTo(root);
        Background background = Background.of(root, TEXTS.get("findings.job"));
        presenter = new FindingsPresenter(this, desk, branch.origin(), words, task -> submit(background, task));
        makeHead(root);
        rest = WidgetKey.mark(new Label(root, SWT.WRAP), "findings.rest");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).exclude(true).applyTo(rest);
        rest.setVisible(false);
        SashForm parts = new SashForm(root, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(300, 90).applyTo(parts);
        parts.addListener(SWT.Resize, event -> keepRowsInSight());
        kinds = new KindList(parts, presenter::choose);
        makeTable(parts);
        details = WidgetKey.mark(new Text(parts, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER),
                "findings.details");
        AccessibleNames.name(details, TEXTS.get("findings.details"));
        parts.setWeights(PARTS);
        buttons = new FindingButtons(root, presenter, branch.profile().inventory().conditions());
        buttons.makeMenu(rows.table());
        note = WidgetKey.mark(new Label(root, SWT.WRAP), "findings.said");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(note);
        getSite().getService(IContextService.class).activateContext(CONTEXT);
        zoom.follow(root);
        subscriptions.add(results.observe(() -> {
            if (Sight.of(this)) {
                catchUp();
            }
        }));
        subscriptions.add(Sight.follow(this, this::catchUp));
        catchUp();
    }

    private void catchUp() {
        Result now = results.current();
        if (shown.filter(before -> before == now).isEmpty()) {
            shown = Optional.of(now);
            presenter.show(now);
        }
    }

    private static <T> void submit(Background background, Worker.Task<T> task) {
        background.compute(task.work(), task.then());
    }

    private void keepRowsInSight() {
        scrolling.keepRowsInSight(rows.table(), rows.table().getParent(), ROWS_IN_SIGHT);
    }

    private void makeHead(Composite root) {
        Composite head = new Composite(root, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        Label label = new Label(head, SWT.NONE);
        label.setText(TEXTS.get("findings.show"));
        Combo show = WidgetKey.mark(new Combo(head, SWT.DROP_DOWN | SWT.READ_ONLY), "findings.show");
        AccessibleNames.name(show, TEXTS.get("findings.show"));
        for (Show one : Show.values()) {
            show.add(one.label());
        }
        show.select(Show.TO_DO.ordinal());
        show.addListener(SWT.Selection, event -> presenter.choose(Show.values()[show.getSelectionIndex()]));
        filter = WidgetKey.mark(new Text(head, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "findings.filter");
        filter.setMessage(TEXTS.get("findings.filter"));
        AccessibleNames.name(filter, TEXTS.get("findings.filter"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        Paced search = new Paced(CompletableFuture.delayedExecutor(PACE_MILLIS, TimeUnit.MILLISECONDS,
                UiThread.of(root)), () -> presenter.search(filter.getText()));
        filter.addListener(SWT.Modify, event -> search.request());
        filter.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                rows.table().setFocus();
            } else if (event.keyCode == SWT.ESC) {
                filter.setText("");
            }
        });
    }

    private void makeTable(Composite parent) {
        rows = new RowTable<>(parent, SWT.MULTI, TEXTS.get("findings.table"), List.of(
                new RowTable.Column<>(TEXTS.get("column.kind"), 144, row -> row.kind().label()),
                new RowTable.Column<>(TEXTS.get("column.callNumber"), 150, row -> words.callNumber(row)),
                new RowTable.Column<>(TEXTS.get("column.title"), 200, row -> words.title(row)),
                new RowTable.Column<>(TEXTS.get("column.where"), 180, ListedFinding::whereTo),
                new RowTable.Column<>(TEXTS.get("column.next"), 260, ListedFinding::nextStep),
                new RowTable.Column<>(TEXTS.get("column.standing"), 140, row -> words.standing(row)),
                new RowTable.Column<>(TEXTS.get("column.barcode"), 130, row -> row.key().barcode().value())),
                ListedFinding::key);
        WidgetKey.mark(rows.table(), "findings.list");
        Images images = Images.of(rows.table());
        rows.decorate(drawn -> {
            drawn.item().setImage(0, images.get(FindingIcons.of(drawn.row().kind())));
            drawn.item().setImage(5, images.get(FindingIcons.of(drawn.row().standing())));
        });
        rows.onSelection(this::selected);
        rows.table().addListener(SWT.DefaultSelection, event -> presenter.first());
        rows.table().addListener(SWT.KeyDown, this::key);
    }

    private void key(Event event) {
        if (event.keyCode == SWT.DEL && event.stateMask == 0) {
            presenter.setAside();
        }
    }

    private void selected() {
        if (details != null && buttons != null) {
            presenter.selected();
        }
    }

    FindingsPresenter presenter() {
        return presenter;
    }

    void search() {
        filter.setFocus();
        filter.selectAll();
    }

    void condition() {
        buttons.condition();
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

    @Override
    public void kinds(List<KindCount> counts) {
        kinds.show(counts);
    }

    @Override
    public void findings(List<ListedFinding> findings) {
        int selected = rows.table().getSelectionIndex();
        if (rows.table().getSelectionCount() > KEPT_SELECTION) {
            rows.table().deselectAll();
        }
        rows.show(findings);
        keepRowsInSight();
        if (rows.selection().isEmpty() && !findings.isEmpty()) {
            // What was selected is dealt with and gone from the list: the next one takes its place.
            rows.table().setSelection(Math.clamp(selected, 0, findings.size() - 1));
            presenter.selected();
        }
    }

    @Override
    public void rest(String sentence) {
        if (!sentence.equals(rest.getText())) {
            rest.setText(sentence);
            rest.setVisible(!sentence.isEmpty());
            GridDataFactory.createFrom((GridData) rest.getLayoutData()).exclude(sentence.isEmpty()).applyTo(rest);
            rest.requestLayout();
            scrolling.fit();
        }
    }

    @Override
    public List<ListedFinding> selection() {
        return rows.selection();
    }

    @Override
    public void details(String lines) {
        if (!lines.equals(details.getText())) {
            details.setText(lines);
        }
    }

    @Override
    public void enable(Act act) {
        buttons.enable(act);
    }

    @Override
    public void say(String sentence) {
        note.setText(sentence.replace("&", "&&"));
        note.requestLayout();
        scrolling.fit();
    }

    @Override
    public boolean agrees(String title, String question, String yes) {
        String[] answers = { yes, TEXTS.get("batch.cancel") };
        return new MessageDialog(getSite().getShell(), title, null, question, MessageDialog.QUESTION, 0, answers)
                .open() == 0;
    }

    @Override
    public Optional<String> note(String title, String before) {
        return new OneLineDialog(getSite().getShell(), title, TEXTS.get("note.question"), before,
                text -> text.strip().length() > Handling.LONGEST_NOTE ? TEXTS.get("note.long", Handling.LONGEST_NOTE)
                        : null)
                .ask().map(String::strip);
    }

    @Override
    public Optional<ItemRecord> which(ListedFinding finding) {
        WhichDialog dialog = new WhichDialog(getSite().getShell(), finding);
        return dialog.open() == Window.OK ? dialog.chosen() : Optional.empty();
    }
}
