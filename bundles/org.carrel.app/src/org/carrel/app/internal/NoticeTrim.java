/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.List;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Subscription;
import org.carrel.model.port.TransactionQueue;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Palette;
import org.carrel.ui.TextSize;
import org.carrel.ui.Tone;
import org.carrel.ui.UiThread;
import org.carrel.ui.WindowNotice;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.model.application.ui.SideValue;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimElement;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MToolControl;
import org.eclipse.e4.ui.workbench.IPresentationEngine;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * The strip at the top of the window, above every perspective, for what must be known whatever one does: that this is
 * practice mode, and that the store fails and the journal is in use.
 */
public final class NoticeTrim {

    private static final String ID = "org.carrel.app.notices";
    private static final String NO_STYLING = "org.eclipse.e4.ui.css.disabled";

    private static final int NARROW = 640;

    private final Texts texts = Texts.of(NoticeTrim.class);
    private final Branch branch;
    private final TransactionQueue queue;
    private final QueueView view;
    private final List<String> remarks;
    private final List<WindowNotice> notices;
    private final IWorkbenchWindow window;
    private Subscription subscription = () -> {
    };
    private Composite root;
    private Composite alarm;
    private Label alarmText;

    @Inject
    public NoticeTrim(Branch branch, TransactionQueue queue, QueueView view, @Optional Remarks remarks,
            @Service List<WindowNotice> notices, IWorkbenchWindow window) {
        this.branch = branch;
        this.queue = queue;
        this.view = view;
        this.notices = notices;
        this.window = window;
        this.remarks = remarks == null ? List.of() : remarks.all();
    }

    /** What somebody should look at, as the window's context holds it. */
    public record Remarks(List<String> all) {}

    /** Puts the strip into the window, once: a restored window has it already. */
    static void addTo(MWindow window, EModelService models) {
        if (window instanceof MTrimmedWindow trimmed && models.find(ID, window) == null) {
            MTrimBar top = models.getTrim(trimmed, SideValue.TOP);
            MToolControl strip = models.createModelElement(MToolControl.class);
            strip.setElementId(ID);
            strip.setContributionURI("bundleclass://org.carrel.app/" + NoticeTrim.class.getName());
            strip.getTags().add("stretch");
            strip.getTags().add(IPresentationEngine.NO_MOVE);
            top.getChildren().add(0, strip);
            // The platform's own spacer would take half of the width.
            for (MTrimElement spacer : models.findElements(top, "PerspectiveSpacer", MTrimElement.class)) {
                spacer.setToBeRendered(false);
            }
        }
    }

    /** Makes the widgets. */
    @PostConstruct
    public void create(Composite parent) {
        root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        Palette palette = Palette.of(parent);
        if (branch.profile().practice()) {
            strip(Icon.PRACTICE_LIGHT, palette.practice(), palette.onPractice()).setText(texts.get("practice"));
        }
        if (!remarks.isEmpty()) {
            makeRemarks(palette);
        }
        notices.forEach(notice -> notice.addTo(root, window));
        // Narrow enough to stay beside the perspectives: the strip then grows in height.
        alarmText = strip(Icon.JOURNAL, palette.alarm(), palette.onAlarm());
        GridDataFactory.fillDefaults().grab(true, true).hint(NARROW, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(alarmText);
        alarm = alarmText.getParent();
        show(queue.health());
        UiThread ui = UiThread.of(root);
        subscription = view.observe(change -> {
            if (change instanceof QueueChange.HealthChanged changed) {
                ui.execute(() -> show(changed.health()));
            }
        });
    }

    /** The window closes. */
    @PreDestroy
    public void close() {
        subscription.close();
    }

    /** Goes away for this session when somebody has read it. */
    private void makeRemarks(Palette palette) {
        Label text = strip(Icon.WARNING, palette.ground(Tone.CAUTION), palette.onGround(Tone.CAUTION));
        text.setText(texts.get("remarks", remarks.size(), remarks.getFirst()).replace("&", "&&"));
        text.setToolTipText(String.join("\n", remarks));
        text.setFont(null);
        Composite strip = text.getParent();
        ((GridLayout) strip.getLayout()).numColumns = 3;
        Button seen = new Button(strip, SWT.PUSH);
        seen.setText(texts.get("remarks.seen"));
        seen.addListener(SWT.Selection, event -> {
            strip.dispose();
            root.requestLayout();
        });
    }

    private Label strip(Icon icon, Color ground, Color text) {
        Composite strip = new Composite(root, SWT.NONE);
        strip.setData(NO_STYLING, Boolean.TRUE);
        strip.setBackground(ground);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(14, 5).spacing(10, 0).applyTo(strip);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(strip);
        Label image = new Label(strip, SWT.NONE);
        image.setData(NO_STYLING, Boolean.TRUE);
        image.setBackground(ground);
        image.setImage(Images.of(image).get(icon));
        Label label = new Label(strip, SWT.WRAP);
        label.setData(NO_STYLING, Boolean.TRUE);
        label.setBackground(ground);
        label.setForeground(text);
        label.setFont(TextSize.LARGE.in(label, true));
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.CENTER).applyTo(label);
        return label;
    }

    private void show(QueueHealth health) {
        String sentence = switch (health) {
            case QueueHealth.Healthy healthy -> healthy.remark().orElse("");
            case QueueHealth.Journaling journaling -> journaling.reason();
            case QueueHealth.Refused refused -> refused.reason();
        };
        alarmText.setText(sentence.replace("&", "&&"));
        alarm.setVisible(!sentence.isEmpty());
        ((GridData) alarm.getLayoutData()).exclude = sentence.isEmpty();
        root.requestLayout();
    }
}
