/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.charts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.carrel.inventory.chart.InventoryCharts;
import org.carrel.inventory.ui.internal.InventoryIds;
import org.carrel.inventory.ui.internal.open.Result;
import org.carrel.inventory.ui.internal.open.Results;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.Subscription;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Background;
import org.carrel.ui.Moments;
import org.carrel.ui.Paced;
import org.carrel.ui.Sight;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/**
 * How far the inventory is, and where on the shelves there is something to do. Counts only while somebody can see it:
 * of a million items that takes a few seconds in the background.
 */
public final class ChartsView extends ViewPart {

    private static final Texts TEXTS = Texts.of(ChartsView.class);
    private static final long PACE_MILLIS = 1_000;
    private static final long SLOWEST_PACE_MILLIS = 15_000;
    /** Of a large inventory counting takes a while: most of the time it leaves the processor to those who scan. */
    private static final int RESTS = 3;

    @Inject
    private Results results;
    @Inject
    private Branch branch;
    @Inject
    private Zoom zoom;
    @Inject
    private EContextService contexts;

    private final Map<ChartKind, ChartPage> pages = new EnumMap<>(ChartKind.class);
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Moments moments;
    private Background background;
    private Combo choice;
    private Composite area;
    private Composite stack;
    private Label hint;
    private Optional<InventoryCharts> shown = Optional.empty();
    /** Of which result the charts are, or are being counted. */
    private Optional<Result.Ready> counted = Optional.empty();
    private volatile long tookMillis;

    @Override
    public void createPartControl(Composite parent) {
        moments = Moments.of(branch.profile().zone());
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 8).spacing(6, 6).applyTo(area);
        background = Background.of(area, TEXTS.get("charts.job"));
        new Label(area, SWT.NONE).setText(TEXTS.get("charts.choose"));
        choice = WidgetKey.mark(new Combo(area, SWT.READ_ONLY), "charts.kind");
        choice.setItems(Arrays.stream(ChartKind.values()).map(ChartKind::label).toArray(String[]::new));
        choice.select(0);
        AccessibleNames.name(choice, TEXTS.get("charts.name"));
        choice.addListener(SWT.Selection, event -> draw());
        hint = WidgetKey.mark(new Label(area, SWT.WRAP), "charts.hint");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(200, SWT.DEFAULT).applyTo(hint);
        stack = new Composite(area, SWT.NONE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(stack);
        contexts.activateContext(InventoryIds.CONTEXT);
        zoom.follow(area);
        UiThread ui = UiThread.of(area);
        Paced reload = new Paced(turn -> CompletableFuture
                .delayedExecutor(pause(tookMillis), TimeUnit.MILLISECONDS, ui).execute(turn), this::reload);
        subscriptions.add(results.observe(() -> {
            // Who waits for the first charts gets them at once; those after it come at a pace.
            if (shown.isEmpty()) {
                reload();
            } else {
                reload.request();
            }
        }));
        // What changed out of sight is caught up with when the view comes back.
        subscriptions.add(Sight.follow(this, this::reload));
        reload();
    }

    @Override
    public void setFocus() {
        if (shown.isEmpty() || !page().setFocus()) {
            choice.setFocus();
        }
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
        switch (results.current()) {
            case Result.NoProject none -> say("charts.noProject");
            case Result.Pending pending -> say("charts.pending");
            case Result.NoItemFile none -> say("charts.noItemFile");
            case Result.Refused refused -> say(refused.sentence(), true);
            case Result.Ready ready -> count(ready);
        }
    }

    private void count(Result.Ready ready) {
        if (counted.filter(before -> before == ready).isPresent()) {
            return;
        }
        counted = Optional.of(ready);
        if (shown.isEmpty()) {
            say(TEXTS.get("charts.pending"), false);
        }
        background.compute(() -> timed(ready), timed -> {
            tookMillis = timed.millis();
            // What was counted of an older result is not shown after that of a newer one.
            if (counted.filter(latest -> latest == ready).isPresent()) {
                shown = Optional.of(timed.charts());
                draw();
            }
        });
    }

    private Timed timed(Result.Ready ready) {
        long begin = System.nanoTime();
        InventoryCharts charts = InventoryCharts.of(ready.forReports(branch.profile().name()));
        return new Timed(charts, Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    /** Charts and how long it took to count them. */
    private record Timed(InventoryCharts charts, long millis) {}

    /** How long counting rests after it took so long. */
    static long pause(long tookMillis) {
        return Math.clamp(RESTS * tookMillis, PACE_MILLIS, SLOWEST_PACE_MILLIS);
    }

    private void draw() {
        if (shown.isEmpty()) {
            return;
        }
        ChartNumbers numbers = kind().of(shown.get(), moments);
        if (numbers.isEmpty()) {
            say(TEXTS.get("charts.empty." + kind()), false);
            return;
        }
        say("", false);
        ChartPage page = page();
        page.show(numbers);
        ((StackLayout) stack.getLayout()).topControl = page.control();
        zoom.refresh(area);
        stack.layout();
    }

    /** Made when it is looked at first: most people look at one chart. */
    private ChartPage page() {
        return pages.computeIfAbsent(kind(), kind -> new ChartPage(stack, kind, moments, zoom));
    }

    private ChartKind kind() {
        return ChartKind.values()[choice.getSelectionIndex()];
    }

    private void say(String key) {
        say(TEXTS.get(key), true);
    }

    /** @param forget whether what was counted says nothing any more */
    private void say(String sentence, boolean forget) {
        if (forget) {
            shown = Optional.empty();
            counted = Optional.empty();
        }
        hint.setText(sentence.replace("&", "&&"));
        hint.setVisible(!sentence.isEmpty());
        GridDataFactory.createFrom((GridData) hint.getLayoutData()).exclude(sentence.isEmpty())
                .applyTo(hint);
        stack.setVisible(sentence.isEmpty());
        area.layout();
    }

    /** Chooses the next chart, or the first one after the last. */
    void next() {
        choice.select((choice.getSelectionIndex() + 1) % ChartKind.values().length);
        draw();
        // The workbench lays out when a command is done, and only then is there a table that can take the keyboard.
        UiThread.of(area).execute(this::setFocus);
    }
}
