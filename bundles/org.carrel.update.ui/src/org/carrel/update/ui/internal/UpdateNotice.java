/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import java.time.Clock;
import java.time.Duration;

import org.carrel.model.UpdateRules;
import org.carrel.model.port.Branch;
import org.carrel.model.port.ConnectionState;
import org.carrel.model.port.Subscription;
import org.carrel.ui.UiThread;
import org.carrel.ui.Views;
import org.carrel.ui.WindowNotice;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says at the top of the window what there is about updates, and looks for one when the branch wants that. */
@Component(service = WindowNotice.class)
public final class UpdateNotice implements WindowNotice {

    private static final int TICK = (int) Duration.ofMinutes(10).toMillis();

    private final UpdateControl control;
    private final ConnectionState connection;
    private final UpdateRules rules;

    @Activate
    public UpdateNotice(@Reference UpdateControl control, @Reference ConnectionState connection,
            @Reference Branch branch) {
        this.control = control;
        this.connection = connection;
        this.rules = branch.profile().updates();
    }

    @Override
    public void addTo(Composite strip, IWorkbenchWindow window) {
        UpdateBar bar = new UpdateBar(strip, notice -> {
            Views.backToWork(window);
            new UpdateQuestions(window, control).goOn(notice);
        }, () -> {
            control.putAway();
            Views.backToWork(window);
        });
        UiThread ui = UiThread.of(bar);
        bar.show(control.notice());
        Subscription notices = control.observe(now -> ui.execute(() -> bar.show(now)));
        bar.addDisposeListener(event -> notices.close());
        if (rules.site().isPresent() && rules.look() != UpdateRules.Look.NEVER) {
            AutomaticLook look = new AutomaticLook(rules.look(), LookMemory.ofWorkstation(Clock.systemUTC()),
                    connection, control::lookQuietly);
            bar.addDisposeListener(event -> look.close());
            tick(bar, look);
        }
    }

    private static void tick(UpdateBar bar, AutomaticLook look) {
        Display.getCurrent().timerExec(TICK, () -> {
            if (!bar.isDisposed()) {
                look.tick();
                tick(bar, look);
            }
        });
    }
}
