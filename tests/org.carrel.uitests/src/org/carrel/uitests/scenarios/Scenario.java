/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.pages.DeskPage;
import org.carrel.uitests.pages.Question;
import org.carrel.uitests.pages.SyncPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What all scenarios start with: practice mode, an empty queue, nobody at the desk. A failure leaves a picture,
 * and nothing that would fail the scenario after it.
 */
public abstract class Scenario {

    private static final Path PICTURES = Path.of("target", "screenshots");
    static final String ORDINARY_DUE_DATE = "+2 weeks";
    private static final AtomicBoolean WELCOMED = new AtomicBoolean();

    protected final UiDriver ui;
    protected final DeskPage desk;
    protected final SyncPage sync;
    private Practice practice;
    private NamesInWindows names;

    /** Registered per instance: it needs the driver. */
    @RegisterExtension
    final AfterTestExecutionCallback picture = context -> {
        if (context.getExecutionException().isPresent()) {
            picture("failed-" + context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName());
            leaveNoDialogs();
        }
    };

    protected Scenario(UiDriver ui) {
        this.ui = ui;
        desk = new DeskPage(ui);
        sync = new SyncPage(ui);
    }

    @BeforeEach
    final void startAfresh() {
        names = new NamesInWindows(PlatformUI.getWorkbench().getDisplay());
        if (WELCOMED.compareAndSet(false, true)) {
            // Comes by itself on the first start with new data, and every run of the tests is one.
            new Question(ui, "Welcome to Carrel").answer("Start Practising");
        }
        practice = new Practice();
        practice.startAfresh();
        desk.open().startAfresh(ORDINARY_DUE_DATE).shows(0);
    }

    @AfterEach
    final void whateverOpenedCanBeNamed() {
        names.close();
        assertEquals(Set.of(), names.missing(), "a screen reader can name everything that took the keyboard");
        assertEquals(Set.of(), names.underlinedTwice(), "Alt and a letter lead to one thing in a dialog");
    }

    final Practice practice() {
        return practice;
    }

    private void leaveNoDialogs() {
        ui.closeDialogs();
    }

    final void picture(String name) {
        ui.screenshot(PICTURES.resolve(name + ".png"));
    }
}
