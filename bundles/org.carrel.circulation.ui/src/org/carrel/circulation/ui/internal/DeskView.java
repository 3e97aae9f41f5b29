/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer.Field;
import org.carrel.circulation.Tally;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.TransactionQueue;
import org.carrel.model.scan.ScanSource;
import org.carrel.ui.Announcement;
import org.carrel.ui.Background;
import org.carrel.ui.CarrelIds;
import org.carrel.ui.Failures;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Moments;
import org.carrel.ui.Sounds;
import org.carrel.ui.TextSize;
import org.carrel.ui.Tone;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.part.ViewPart;

/**
 * The desk: Check Out and Check In, the last scan, what to look at, and the transactions. The keyboard always goes back
 * to where the next scan belongs: after a scan, after a dialog, when the window comes to the front.
 */
public final class DeskView extends ViewPart implements DeskScreen, DeskFields {

    /** As in the {@code plugin.xml}. */
    public static final String ID = "org.carrel.circulation.ui.desk";

    private static final int SECONDS_TO_FINISH = 60;

    private final Texts texts = Texts.of(DeskView.class);
    private final ExecutorService recorder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("carrel-desk").factory());
    private final ExecutorService tagWriter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("carrel-desk-tags").factory());

    @Inject
    private Services services;
    @Inject
    private ECommandService commands;
    @Inject
    private EHandlerService handlers;
    @Inject
    private EContextService contexts;

    private CirculationDesk desk;
    private Branch branch;
    private Zoom zoom;
    private DeskPresenter presenter;
    private StackPresenter stacks;
    private NextPatron nextPatron;
    private java.util.Optional<DeskScanners> scanners = java.util.Optional.empty();
    private CTabFolder tabs;
    private CheckOutPane checkOut;
    private CheckInPane checkIn;
    private Announcement announcement;
    private CountsPane counts;
    private AttentionPanel attention;
    private TransactionsPane transactions;
    private Runnable measured = () -> {
    };

    /** What the desk works with, as the workbench finds it. */
    @Creatable
    public record Services(CirculationDesk desk, TransactionQueue queue, QueueView view, Branch branch, Sounds sounds,
            Zoom zoom, @Optional ScanSource scans) {
        @Inject
        public Services {}
    }

    @Override
    public void createPartControl(Composite parent) {
        desk = services.desk();
        branch = services.branch();
        zoom = services.zoom();
        Moments moments = Moments.of(branch.profile().zone());
        ScrolledComposite scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        Composite root = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 10).spacing(0, 8).applyTo(root);
        presenter = new DeskPresenter(desk, this, services.sounds(), moments,
                new DeskPresenter.Threads(recorder, Background.of(root, texts.get("count.job")), UiThread.of(root)),
                failure -> Failures.report(DeskView.class, failure));
        Consumer<Throwable> failures = failure -> Failures.report(DeskView.class, failure);
        stacks = new StackPresenter(presenter, desk, this, this, services.sounds(), moments,
                new StackPresenter.Tags(scans(), tagWriter, UiThread.of(root)), failures);
        nextPatron = new NextPatron(branch.profile().barcodes(), new DeskPreferences()::isNextPatronByCard);
        ReadyNote.expect(root, Clock.systemUTC());
        makeTabs(root, moments);
        makeLastScan(root);
        attention = WidgetKey.mark(new AttentionPanel(root, this::focusNext, this::barsChanged,
                () -> show(CarrelIds.PERSPECTIVE_SCANNERS)), "desk.attention");
        transactions = new TransactionsPane(root, branch, services.queue(), services.view(), moments, this,
                new TransactionsPane.Commands(commands, handlers));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(transactions);
        contexts.activateContext(CarrelIds.CONTEXT_DESK);
        new DeskKeys(handlers).bind(this, branch.profile().features().checkIn());
        followWindow(root);
        new ExitQuestion(getSite().getWorkbenchWindow(), presenter::attention).follow(root);
        scrollWhenSmall(scroll, root);
        zoom.follow(root);
        scanners = DeskScanners.connect(root, scans(),
                new DeviceScans(presenter, stacks, this, this, services.sounds(), nextPatron),
                () -> show(CarrelIds.PERSPECTIVE_CIRCULATION));
        presenter.count("");
    }

    private java.util.Optional<ScanSource> scans() {
        return java.util.Optional.ofNullable(services.scans());
    }

    /** The keyboard comes back to the desk. */
    @Override
    public void setFocus() {
        focusUnlessScanning();
    }

    /** A window that comes to the front while the first characters of a scan arrive must not split it. */
    private void focusUnlessScanning() {
        if (!pane().isHalfTyped()) {
            focusNext();
        }
    }

    void focusNext() {
        pane().focusNext();
    }

    /** What is still in line is recorded before the desk closes; the store is still open then. */
    @Override
    public void dispose() {
        scanners.ifPresent(DeskScanners::close);
        if (presenter != null) {
            presenter.close();
        }
        try {
            finish(recorder, "the desk closed while scans were still being saved");
            finish(tagWriter, "the desk closed while tags were still being written");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Failures.report(DeskView.class, e);
        }
        super.dispose();
    }

    private static void finish(ExecutorService work, String otherwise) throws InterruptedException {
        work.shutdown();
        if (!work.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            Failures.report(DeskView.class, new IllegalStateException(otherwise));
        }
    }

    @Override
    public void announce(Tone tone, String headline, String sentence) {
        announcement.show(tone, headline, sentence);
    }

    @Override
    public void count(OptionalInt forPatron, Tally today) {
        counts.show(forPatron, today);
    }

    @Override
    public void attend(Attention now) {
        attention.show(now, presenter, stacks);
    }

    @Override
    public void refuse(Field field, DeskScan scan) {
        if (scan instanceof DeskScan.In && pane() == checkIn || scan instanceof DeskScan.Out && pane() == checkOut) {
            pane().refuse(field, scan);
        }
    }

    @Override
    public void refusePatron() {
        checkOut.refusePatron();
    }

    @Override
    public void acceptPatron() {
        checkOut.focusItem();
    }

    @Override
    public boolean isCheckIn() {
        return pane() == checkIn;
    }

    @Override
    public String patron() {
        return checkOut.patron();
    }

    @Override
    public void showPatron(String barcode, boolean refused) {
        checkOut.showPatron(barcode, refused);
    }

    @Override
    public java.util.Optional<Instant> due() {
        return checkOut.due();
    }

    DeskPresenter presenter() {
        return presenter;
    }

    void goToPatron() {
        tabs.setSelection(0);
        checkOut.focusPatron();
    }

    void goToItem() {
        pane().focusItem();
    }

    void goToDueDate() {
        tabs.setSelection(0);
        checkOut.focusDue();
    }

    void goToTab(int number) {
        if (number < tabs.getItemCount()) {
            tabs.setSelection(number);
            focusNext();
        }
    }

    void goToFilter() {
        transactions.focusFilter();
    }

    private void show(String perspective) {
        IWorkbenchWindow window = getSite().getWorkbenchWindow();
        try {
            window.getWorkbench().showPerspective(perspective, window);
        } catch (WorkbenchException e) {
            Failures.report(DeskView.class, e);
        }
    }

    /** A bar came or went: it follows the zoom, and everything else makes room. */
    private void barsChanged() {
        zoom.refresh(attention);
        attention.getParent().layout(true, true);
        measured.run();
    }

    private ScanPane pane() {
        return checkIn != null && tabs.getSelectionIndex() == 1 ? checkIn : checkOut;
    }

    private void makeTabs(Composite root, Moments moments) {
        tabs = new CTabFolder(root, SWT.BORDER | SWT.FLAT);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tabs);
        tabs.setFont(TextSize.LARGE.in(tabs, true));
        checkOut = new CheckOutPane(tabs, presenter, desk, nextPatron, moments, Clock.system(branch.profile().zone()));
        tab("tab.out", Icon.CHECK_OUT, checkOut);
        if (branch.profile().features().checkIn()) {
            checkIn = new CheckInPane(tabs, presenter);
            tab("tab.in", Icon.CHECK_IN, checkIn);
        }
        tabs.setSelection(0);
        tabs.addListener(SWT.Selection, event -> focusNext());
    }

    private void tab(String key, Icon icon, ScanPane pane) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(texts.get(key));
        item.setImage(Images.of(pane.control()).get(icon));
        item.setControl(pane.control());
    }

    private void makeLastScan(Composite root) {
        Composite row = new Composite(root, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        announcement = WidgetKey.mark(new Announcement(row), "desk.said");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(announcement);
        announcement.show(Tone.NEUTRAL, texts.get("ready"), texts.get("ready.sentence"));
        counts = WidgetKey.mark(new CountsPane(row, branch.profile().features().checkIn()), "desk.counts");
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(counts);
    }

    /** Large type in a small window: everything can still be reached. */
    private void scrollWhenSmall(ScrolledComposite scroll, Composite root) {
        scroll.setContent(root);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        Listener measure = event -> {
            int width = scroll.getClientArea().width;
            if (width > 0) {
                scroll.setMinHeight(root.computeSize(width, SWT.DEFAULT).y);
            }
        };
        scroll.addListener(SWT.Resize, measure);
        root.addListener(SWT.Resize, measure);
        measured = () -> measure.handleEvent(null);
    }

    /** When the window comes to the front, and after each dialog, the next thing to come is a scan. */
    private void followWindow(Control root) {
        Listener front = event -> root.getDisplay().asyncExec(() -> {
            // Not under a dialog that opened meanwhile: it would lose the keyboard.
            if (!root.isDisposed() && root.isVisible() && root.getDisplay().getActiveShell() == root.getShell()) {
                focusUnlessScanning();
            }
        });
        root.getShell().addListener(SWT.Activate, front);
        root.addDisposeListener(event -> Objects.requireNonNull(root.getShell()).removeListener(SWT.Activate, front));
    }
}
