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
import org.carrel.ui.UiThread;
import org.carrel.ui.Views;
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
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * The strip at the top of the window, above every perspective, for what must be known whatever one does: that this is
 * practice mode, that the store fails and the journal is in use, and, less loudly, what somebody should read.
 */
public final class NoticeTrim {

    private static final String ID = "org.carrel.app.notices";
    /** By which the style sheet of a branch's product knows the line that has its colour. */
    private static final String BRANCH_COLOUR = "CarrelBranchColour";
    private static final String CSS_ID = "org.eclipse.e4.ui.css.id";
    private static final int LINE = 3;

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
    private NoticeStrip health;

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
        if (branch.profile().practice()) {
            strip().show(NoticeStrip.Look.PRACTICE, texts.get("practice"));
        }
        if (!remarks.isEmpty()) {
            makeRemarks();
        }
        notices.forEach(notice -> notice.addTo(root, window));
        health = strip();
        show(queue.health());
        makeLine();
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

    /** Nothing but a colour, where a product has one: whose desk this is can be seen from afar. */
    private void makeLine() {
        Composite line = new Composite(root, SWT.NONE);
        line.setData(CSS_ID, BRANCH_COLOUR);
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.END).hint(SWT.DEFAULT, LINE).applyTo(line);
    }

    /** Goes away for this session when somebody has read it. */
    private void makeRemarks() {
        NoticeStrip strip = strip();
        strip.show(NoticeStrip.Look.REMARK, texts.get("remarks", remarks.size(), remarks.getFirst()));
        strip.hint(String.join("\n", remarks));
    }

    private NoticeStrip strip() {
        return new NoticeStrip(root, texts.get("remarks.seen"), () -> Views.backToWork(window));
    }

    private void show(QueueHealth now) {
        switch (now) {
            case QueueHealth.Healthy healthy -> healthy.remark().ifPresentOrElse(
                    remark -> health.show(NoticeStrip.Look.REMARK, remark), health::hide);
            case QueueHealth.Journaling journaling -> health.show(NoticeStrip.Look.ALARM, journaling.reason());
            case QueueHealth.Refused refused -> health.show(NoticeStrip.Look.ALARM, refused.reason());
        }
        root.requestLayout();
    }
}
