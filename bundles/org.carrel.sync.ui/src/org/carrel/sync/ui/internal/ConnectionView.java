/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.KeyHealth;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueView;
import org.carrel.sync.ConnectionWatch;
import org.carrel.ui.Announcement;
import org.carrel.ui.Background;
import org.carrel.ui.Icon;
import org.carrel.ui.Moments;
import org.carrel.ui.Palette;
import org.carrel.ui.Scrolling;
import org.carrel.ui.TextSize;
import org.carrel.ui.Tone;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** Whether the library system answers, and how much waits for it. */
public final class ConnectionView extends ViewPart {

    static final String ID = "org.carrel.sync.ui.connection";

    private static final Texts TEXTS = Texts.of(ConnectionView.class);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Clock clock = Clock.systemUTC();
    private final Subscriptions subscriptions = new Subscriptions();

    @Inject
    private QueueView queue;
    @Inject
    private Branch branch;
    @Inject
    private ConnectionWatch watch;
    @Inject
    private UploadControl control;
    @Inject
    private Zoom zoom;
    @Inject
    @Optional
    private KeyHealth keyHealth;

    private Scrolling scrolling;
    private Moments moments;
    private Announcement card;
    private AgeChart chart;
    private Label sentence;
    private Button tryNow;
    private Label key;

    private record State(PendingAges ages, ConnectionCard card, Instant now,
            java.util.Optional<KeyHealth.Report> key) {}

    @Override
    public void createPartControl(Composite parent) {
        moments = Moments.of(branch.profile().zone());
        scrolling = new Scrolling(parent);
        Composite root = scrolling.content();
        GridLayoutFactory.fillDefaults().margins(12, 12).spacing(8, 10).applyTo(root);
        card = WidgetKey.mark(new Announcement(root), "sync.connection");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        tryNow = WidgetKey.mark(new Button(root, SWT.PUSH), "sync.tryNow");
        tryNow.setText(TEXTS.get("connection.look"));
        tryNow.addListener(SWT.Selection, event -> tryNow());
        key = WidgetKey.mark(new Label(root, SWT.WRAP), "sync.key");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).exclude(true).applyTo(key);
        key.setVisible(false);
        Label title = new Label(root, SWT.NONE);
        title.setText(TEXTS.get("pending.title"));
        title.setFont(TextSize.LARGE.in(title, true));
        sentence = WidgetKey.mark(new Label(root, SWT.WRAP), "sync.pending");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(sentence);
        chart = new AgeChart(root);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(chart);
        zoom.follow(root);

        var reload = subscriptions.add(PacedReload.of(root, Background.of(root, TEXTS.get("view.connection")), PAUSE,
                this::read, this::show, sentence::setText));
        subscriptions.add(queue.observe(change -> {
            if (!(change instanceof QueueChange.UploadsChanged)) {
                reload.request();
            }
        }));
        UiThread ui = UiThread.of(root);
        subscriptions.add(watch.observe(seen -> {
            reload.request();
            ui.execute(() -> write("connection.look"));
        }));
        subscriptions.add(control.observe(reload::request));
        reload.request();
    }

    @Override
    public void setFocus() {
        tryNow.setFocus();
    }

    @Override
    public void dispose() {
        subscriptions.close();
        super.dispose();
    }

    /** A system that is away may take long to say nothing. The button stays where it is, and so does the keyboard. */
    private void tryNow() {
        write("connection.looking");
        watch.lookNow();
    }

    private void write(String words) {
        if (!tryNow.getText().equals(TEXTS.get(words))) {
            tryNow.setText(TEXTS.get(words));
            tryNow.requestLayout();
        }
    }

    private State read() {
        Instant now = clock.instant();
        PendingAges ages = PendingAges.read(queue, now, branch.profile().zone());
        return new State(ages, ConnectionCard.of(watch.latest(), ages.total(), control.isRunning(), moments), now,
                java.util.Optional.ofNullable(keyHealth).filter(health -> !branch.profile().practice())
                        .map(KeyHealth::report));
    }

    private void show(State state) {
        ConnectionCard connection = state.card();
        switch (connection.state()) {
            case UNKNOWN -> card.show(Tone.NEUTRAL, Icon.AWAITING, connection.headline(), connection.sentence());
            case ONLINE -> card.show(Tone.GOOD, Icon.ONLINE, connection.headline(), connection.sentence());
            case AWAY -> card.show(Tone.CAUTION, Icon.OFFLINE, connection.headline(), connection.sentence());
        }
        sentence.setText(state.ages().sentence(state.now(), moments));
        chart.show(state.ages());
        state.key().ifPresent(this::show);
        sentence.requestLayout();
        scrolling.fit();
    }

    private void show(KeyHealth.Report report) {
        key.setText(report.sentence().replace("&", "&&"));
        key.setVisible(true);
        ((GridData) key.getLayoutData()).exclude = false;
        key.setForeground(Palette.of(key).text(report.isWarning() ? Tone.CAUTION : Tone.NEUTRAL));
    }
}
