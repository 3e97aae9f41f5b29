/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.example.syncview;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.carrel.model.Texts;
import org.carrel.model.TransactionState;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Subscription;
import org.carrel.ui.Background;
import org.carrel.ui.Moments;
import org.carrel.ui.Zoom;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** How much waits for upload, and since when. The queue is asked on another thread, never on that of the window. */
public final class WaitingView extends ViewPart {

    private static final Set<TransactionState> PENDING = Arrays.stream(TransactionState.values())
            .filter(TransactionState::isPending).collect(Collectors.toUnmodifiableSet());

    private final Texts texts = Texts.of(WaitingView.class);

    @Inject
    private QueueView queue;
    @Inject
    private Branch branch;
    @Inject
    private Zoom zoom;

    private Background background;
    private Label label;
    private Subscription subscription;

    /** What the queue says. */
    private record Waiting(int out, int in, Optional<Instant> since) {}

    @Override
    public void createPartControl(Composite parent) {
        Composite root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 12).applyTo(root);
        label = new Label(root, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, true).hint(200, SWT.DEFAULT).applyTo(label);
        zoom.follow(root);
        background = Background.of(root, texts.get("job"));
        // Called on whatever thread has changed the queue.
        subscription = queue.observe(change -> count());
        count();
    }

    private void count() {
        background.compute(() -> {
            QueueQuery pending = QueueQuery.all().withStates(PENDING);
            return new Waiting(queue.count(pending.withKind(QueueQuery.Kind.CHECK_OUT)),
                    queue.count(pending.withKind(QueueQuery.Kind.CHECK_IN)), queue.earliest(pending));
        }, this::show);
    }

    private void show(Waiting waiting) {
        Moments moments = Moments.of(branch.profile().zone());
        label.setText(waiting.since()
                .map(since -> texts.get("some", waiting.out(), waiting.in()) + '\n'
                        + texts.get("since", moments.inFull(since)))
                .orElseGet(() -> texts.get("none")));
        label.requestLayout();
    }

    @Override
    public void setFocus() {
        label.getParent().setFocus();
    }

    @Override
    public void dispose() {
        if (subscription != null) {
            subscription.close();
        }
        super.dispose();
    }
}
