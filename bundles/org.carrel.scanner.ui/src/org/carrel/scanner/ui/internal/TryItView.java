/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.carrel.model.Texts;
import org.carrel.model.port.Subscription;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.pipeline.Pipeline;
import org.carrel.scanner.pipeline.Trace;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Announcement;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Palette;
import org.carrel.ui.RowTable;
import org.carrel.ui.Scrolling;
import org.carrel.ui.Tone;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.part.ViewPart;

/**
 * Shows what becomes of a read, step by step: of what is scanned while this view can be seen, and of an example that is
 * typed or pasted. What is scanned meanwhile is recorded nowhere.
 */
public final class TryItView extends ViewPart {

    static final String ID = "org.carrel.scanner.ui.tryit";

    private static final Texts TEXTS = Texts.of(TryItView.class);

    @Inject
    private ScannerService scanners;
    @Inject
    private Zoom zoom;
    @Inject
    private EContextService contexts;

    private final TryChoices choices = new TryChoices();
    private Subscription subscription = () -> {
    };
    private Optional<String> followed = Optional.empty();
    private TryLead lead;
    private ISelectionListener follower;
    private Combo device;
    private Text example;
    private Button live;
    private Label raw;
    private Announcement result;
    private RowTable<Trace.Step> steps;
    private Scrolling scrolling;

    @Override
    public void createPartControl(Composite parent) {
        scrolling = new Scrolling(parent);
        Composite root = scrolling.content();
        GridLayoutFactory.fillDefaults().numColumns(3).margins(12, 8).spacing(8, 6).applyTo(root);
        makeFields(root);
        result = WidgetKey.mark(new Announcement(root), "scanners.try.result");
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(result);
        raw = WidgetKey.mark(new Label(root, SWT.WRAP), "scanners.try.raw");
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(200, SWT.DEFAULT).applyTo(raw);
        makeSteps(root);
        sayWhereScansGo();
        contexts.activateContext(DevicesView.CONTEXT);
        zoom.follow(root);
        lead = new TryLead(scanners, live.getSelection(),
                event -> scanners.device(event.device()).filter(TryChoices::isForTrying).isPresent());
        lead.follow(this);
        observe(UiThread.of(root));
        follower = (part, selection) -> SelectedDevice.in(selection).ifPresent(this::follow);
        getSite().getPage().addSelectionListener(DevicesView.ID, follower);
        listDevices();
        SelectedDevice.in(getSite().getPage().getSelection(DevicesView.ID)).ifPresent(this::follow);
    }

    @Override
    public void setFocus() {
        example.setFocus();
    }

    @Override
    public void dispose() {
        subscription.close();
        if (lead != null) {
            lead.close();
        }
        if (follower != null) {
            getSite().getPage().removeSelectionListener(DevicesView.ID, follower);
        }
        super.dispose();
    }

    private void makeFields(Composite root) {
        label(root, "try.device");
        device = WidgetKey.mark(new Combo(root, SWT.DROP_DOWN | SWT.READ_ONLY), "scanners.try.device");
        AccessibleNames.name(device, plain("try.device"));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(160, SWT.DEFAULT).applyTo(device);
        label(root, "try.example");
        example = WidgetKey.mark(new Text(root, SWT.SINGLE | SWT.BORDER), "scanners.try.example");
        example.setMessage(TEXTS.get("try.message"));
        AccessibleNames.name(example, plain("try.example"));
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(example);
        example.addListener(SWT.DefaultSelection, event -> tryExample());
        Button go = WidgetKey.mark(new Button(root, SWT.PUSH), "scanners.try.go");
        go.setText(TEXTS.get("try.go"));
        go.setImage(Images.of(go).get(Icon.SCANNER));
        go.addListener(SWT.Selection, event -> tryExample());
        live = Ticks.add(root, TEXTS.get("try.live"), "scanners.try.live");
        live.setToolTipText(TEXTS.get("try.live.tip"));
        live.addListener(SWT.Selection, event -> {
            lead.takes(live.getSelection());
            sayWhereScansGo();
        });
        GridDataFactory.fillDefaults().span(3, 1).applyTo(live);
    }

    private void sayWhereScansGo() {
        result.show(Tone.NEUTRAL, Icon.SCANNER, TEXTS.get("try.ready"),
                TEXTS.get(live.getSelection() ? "try.ready.here" : "try.ready.elsewhere"));
    }

    private static void label(Composite root, String key) {
        new Label(root, SWT.NONE).setText(TEXTS.get(key));
    }

    private static String plain(String key) {
        return TEXTS.get(key).replace("&", "").replace(":", "");
    }

    private void makeSteps(Composite root) {
        steps = new RowTable<>(root, SWT.SINGLE, TEXTS.get("try.steps"), List.of(
                new RowTable.Column<>(TEXTS.get("try.column.step"), 130, Trace.Step::name),
                new RowTable.Column<>(TEXTS.get("try.column.left"), 170, Tried::left),
                new RowTable.Column<>(TEXTS.get("try.column.done"), 420, Trace.Step::sentence)), Trace.Step::name);
        WidgetKey.mark(steps.table(), "scanners.try.steps");
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(200, 110).applyTo(steps.table());
        // A step that changed nothing is there to be read, and no more.
        steps.decorate(drawn -> drawn.item()
                .setForeground(drawn.row().changed() ? null : Palette.of(steps.table()).quiet()));
        steps.explain(Trace.Step::sentence);
    }

    private void observe(UiThread ui) {
        subscription = scanners.observe(change -> {
            switch (change) {
                case ScannerChange.DevicesChanged changed -> ui.execute(this::listDevices);
                case ScannerChange.Heard heard -> ui.execute(() -> heard(heard));
                case ScannerChange.StatusChanged status -> {
                    // The list of devices shows that.
                }
                case ScannerChange.FixListChanged fixes -> {
                    // As above.
                }
            }
        });
    }

    private void listDevices() {
        Optional<String> chosen = choices.id(device.getSelectionIndex());
        choices.show(scanners.devices());
        device.setItems(choices.labels().toArray(String[]::new));
        device.select(choices.index(chosen));
    }

    private void choose(String id) {
        device.select(choices.index(Optional.of(id)));
    }

    /** Only when another one is selected: the list says the same again whenever it gets the keyboard. */
    private void follow(String id) {
        if (!followed.equals(Optional.of(id))) {
            followed = Optional.of(id);
            choose(id);
        }
    }

    void tryExample() {
        Pipeline pipeline = choices.pipeline(scanners, choices.id(device.getSelectionIndex()));
        show(Tried.typed(pipeline, example.getText()), TEXTS.get("try.raw"));
        example.selectAll();
    }

    private void heard(ScannerChange.Heard heard) {
        Optional<DeviceView> from = scanners.device(heard.raw().device());
        if (live.getSelection() && lead.isVisible() && from.isPresent()) {
            choose(heard.raw().device());
            Pipeline pipeline = choices.pipeline(scanners, Optional.of(heard.raw().device()));
            show(Tried.read(pipeline, heard.raw().bytes()),
                    TEXTS.get("try.raw.from", from.get().settings().name()));
        }
    }

    private void show(Tried tried, String whence) {
        result.show(tried.result().tone(), tried.result().headline(), tried.result().sentence());
        raw.setText(tried.raw().isEmpty() ? "" : (whence + ' ' + tried.raw()).replace("&", "&&"));
        steps.show(tried.steps());
        raw.requestLayout();
        scrolling.fit();
    }
}
