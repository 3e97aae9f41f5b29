/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.Objects;

import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueView;
import org.carrel.sync.ConnectionWatch;
import org.carrel.ui.CarrelIds;
import org.carrel.ui.Moments;
import org.carrel.ui.PendingWatch;
import org.carrel.ui.UiThread;
import org.carrel.ui.Views;
import org.carrel.ui.WindowNotice;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.IHandlerService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers to go on line when the library system is back, wherever somebody works in the window. */
@Component(service = WindowNotice.class)
public final class OnlineNotice implements WindowNotice {

    /** As in the {@code plugin.xml}. */
    static final String PUT_AWAY = "org.carrel.sync.ui.commands.putOfferAway";

    private final QueueView queue;
    private final Branch branch;
    private final ConnectionWatch watch;
    private final UploadControl control;

    @Activate
    public OnlineNotice(@Reference QueueView queue, @Reference Branch branch, @Reference ConnectionWatch watch,
            @Reference UploadControl control) {
        this.queue = Objects.requireNonNull(queue, "queue");
        this.branch = Objects.requireNonNull(branch, "branch");
        this.watch = Objects.requireNonNull(watch, "watch");
        this.control = Objects.requireNonNull(control, "control");
    }

    @Override
    public void addTo(Composite strip, IWorkbenchWindow window) {
        new InWindow(strip, window);
    }

    private final class InWindow {

        private final Moments moments = Moments.of(branch.profile().zone());
        private final OfferBar bar;
        private final PendingWatch pending;

        InWindow(Composite strip, IWorkbenchWindow window) {
            bar = new OfferBar(strip, () -> {
                Views.backToWork(window);
                Commands.run(window, CarrelIds.COMMAND_UPLOAD);
            }, () -> Views.backToWork(window));
            pending = new PendingWatch(bar, queue, now -> follow());
            UiThread ui = UiThread.of(bar);
            Subscriptions subscriptions = new Subscriptions();
            subscriptions.add(watch.observe(seen -> ui.execute(this::follow)));
            subscriptions.add(control.observe(() -> ui.execute(this::follow)));
            window.getService(IHandlerService.class).activateHandler(PUT_AWAY, new AbstractHandler() {
                @Override
                public Object execute(ExecutionEvent event) {
                    bar.decline();
                    return null;
                }

                @Override
                public boolean isEnabled() {
                    return !bar.isDisposed() && bar.isVisible();
                }
            });
            bar.addDisposeListener(event -> subscriptions.close());
        }

        private void follow() {
            int waiting = pending.latest().count();
            bar.follow(ConnectionCard.of(watch.latest(), waiting, control.isRunning(), moments), waiting);
        }
    }
}
