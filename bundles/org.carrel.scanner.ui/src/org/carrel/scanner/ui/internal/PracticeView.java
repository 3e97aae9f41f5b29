/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.carrel.model.Texts;
import org.carrel.model.port.PracticeReader;
import org.carrel.model.port.Subscription;
import org.carrel.scanner.ScannerService;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Background;
import org.carrel.ui.ButtonBar;
import org.carrel.ui.Icon;
import org.carrel.ui.Paced;
import org.carrel.ui.Scrolling;
import org.carrel.ui.TextSize;
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
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;

/** A scanner and a pad without hardware, for practice mode. */
public final class PracticeView extends ViewPart {

    static final String ID = "org.carrel.scanner.ui.practice";

    private static final Texts TEXTS = Texts.of(PracticeView.class);
    private static final long PACE_MILLIS = 150;

    @Inject
    private ScannerService scanners;
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private PracticeReader reader;
    @Inject
    private Zoom zoom;
    @Inject
    private EContextService contexts;

    private PracticeScanner practice;
    private Background background;
    private Subscription subscription = () -> {
    };
    private Scrolling scrolling;
    private Text barcode;
    private Text stack;
    private Label tags;
    private Label said;
    private Button add;
    private Button scan;
    private Button pad;
    private Button lay;
    private Button lift;
    private Button plugged;

    @Override
    public void createPartControl(Composite parent) {
        practice = new PracticeScanner(scanners, Optional.ofNullable(reader));
        scrolling = new Scrolling(parent);
        Composite root = scrolling.content();
        GridLayoutFactory.fillDefaults().margins(12, 8).spacing(6, 6).applyTo(root);
        background = Background.of(root, TEXTS.get("practice.job"));
        said = WidgetKey.mark(new Label(root, SWT.WRAP), "scanners.practice.said");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(said);
        makeScanner(root);
        makePad(root);
        contexts.activateContext(DevicesView.CONTEXT);
        zoom.follow(root);
        Paced reload = new Paced(CompletableFuture.delayedExecutor(PACE_MILLIS, TimeUnit.MILLISECONDS,
                UiThread.of(root)), this::reload);
        subscription = scanners.observe(change -> reload.request());
        say(TEXTS.get(practice.isOffered() ? "practice.what" : "practice.notHere"));
        reload();
        if (practice.isPadSetUp()) {
            // It listens elsewhere than it did when the program ran before.
            background.compute(practice::bringPadUp, sentence -> reload());
        }
    }

    @Override
    public void setFocus() {
        barcode.setFocus();
    }

    @Override
    public void dispose() {
        subscription.close();
        super.dispose();
    }

    private void makeScanner(Composite root) {
        title(root, TEXTS.get("practice.scanner"));
        barcode = WidgetKey.mark(new Text(root, SWT.SINGLE | SWT.BORDER), "scanners.practice.barcode");
        barcode.setText(TEXTS.get("practice.example"));
        AccessibleNames.name(barcode, TEXTS.get("practice.barcode"));
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(barcode);
        barcode.addListener(SWT.DefaultSelection, event -> scan());
        ButtonBar bar = new ButtonBar(root, "scanners.practice");
        add = bar.add("add", TEXTS.get("practice.add"), Icon.SCANNER, () -> work(practice::add));
        scan = bar.add("scan", TEXTS.get("practice.scan"), Icon.SCANNER, this::scan);
    }

    private void makePad(Composite root) {
        title(root, TEXTS.get("practice.pad"));
        stack = WidgetKey.mark(new Text(root, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL), "scanners.practice.stack");
        stack.setText(TEXTS.get("practice.examples"));
        AccessibleNames.name(stack, TEXTS.get("practice.stack"));
        GridDataFactory.fillDefaults().grab(true, true).hint(160, 60).applyTo(stack);
        ButtonBar bar = new ButtonBar(root, "scanners.practice");
        pad = bar.add("pad", TEXTS.get("practice.padAdd"), Icon.ONLINE, () -> work(practice::bringPadUp));
        lay = bar.add("lay", TEXTS.get("practice.lay"), Icon.SHELF, this::lay);
        lift = bar.add("lift", TEXTS.get("practice.lift"), Icon.CLEAR, () -> work(practice::lift));
        plugged = Ticks.add(bar.control(), TEXTS.get("practice.plugged"), "scanners.practice.plugged");
        plugged.addListener(SWT.Selection, event -> {
            boolean in = plugged.getSelection();
            work(() -> practice.plug(in));
        });
        tags = WidgetKey.mark(new Label(root, SWT.WRAP), "scanners.practice.tags");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(tags);
    }

    private static void title(Composite root, String text) {
        Label title = new Label(root, SWT.NONE);
        title.setText(text);
        title.setFont(TextSize.LARGE.in(title, true));
    }

    private void scan() {
        String example = barcode.getText();
        work(() -> practice.scan(example));
    }

    private void lay() {
        String lines = stack.getText();
        work(() -> practice.lay(lines));
    }

    private void work(Supplier<String> doing) {
        background.compute(doing::get, sentence -> {
            say(sentence);
            reload();
        });
    }

    private void say(String sentence) {
        said.setText(sentence.replace("&", "&&"));
        said.requestLayout();
    }

    private void reload() {
        boolean there = practice.scanner().isPresent();
        boolean up = practice.isPadSetUp();
        add.setEnabled(practice.isOffered() && !there);
        scan.setEnabled(there);
        pad.setEnabled(practice.hasPad() && !up);
        for (Button button : new Button[] { lay, lift, plugged }) {
            button.setEnabled(up);
        }
        String lying = String.join("\n", practice.onPad());
        tags.setText(lying.isEmpty() ? TEXTS.get("practice.padEmpty") : lying.replace("&", "&&"));
        tags.requestLayout();
        scrolling.fit();
    }
}
