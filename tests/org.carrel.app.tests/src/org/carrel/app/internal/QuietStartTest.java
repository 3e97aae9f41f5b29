/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.jobs.IJobManager;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("While the window opens")
class QuietStartTest {

    private final List<String> told = new ArrayList<>();
    private final IJobManager jobs = (IJobManager) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] { IJobManager.class }, (proxy, method, arguments) -> {
                told.add(method.getName());
                return null;
            });

    @Test
    void no_job_runs() {
        QuietStart.begin(jobs);
        assertEquals(List.of("suspend"), told);
    }

    @Test
    void jobs_wait_until_the_ui_thread_has_nothing_to_do_and_then_they_run_for_good() {
        Display display = Display.getDefault();
        QuietStart.begin(jobs).endWhenIdle(display);
        assertEquals(List.of("suspend"), told, "everything is made, but not yet dealt with");
        display.sendPreExternalEventDispatchEvent();
        assertEquals(List.of("suspend", "resume"), told);
        display.sendPreExternalEventDispatchEvent();
        assertEquals(List.of("suspend", "resume"), told, "once");
    }
}
