/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.carrel.ui.Failures;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.carrel.uitests.pages.MenuBar;
import org.carrel.uitests.pages.Perspectives;
import org.carrel.uitests.pages.Question;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The window")
public abstract class WindowScenario extends Scenario {

    private static final String FAILURE = "Something went wrong";

    protected WindowScenario(UiDriver ui) {
        super(ui);
    }

    @Test
    void says_which_program_it_is() {
        MenuBar.choose(MenuBar.ABOUT);
        Question about = new Question(ui, "About Carrel");
        String text = about.text();
        assertTrue(text.contains("keeps working when the library system does not"), text);
        assertTrue(text.contains("Version 0."), text);
        about.answer("Close");
    }

    @Test
    void shows_in_the_progress_view_what_goes_on_in_the_background() {
        practice().misbehave("ncip latency 4s");
        desk.toCheckIn();
        for (int item = 72; item < 77; item++) {
            desk.scan(Practice.item(item)).hears(Practice.item(item));
        }
        try {
            Perspectives.showView("org.eclipse.ui.views.ProgressView");
            desk.upload();
            Waiting.until("the upload is in the Progress view",
                    () -> ui.textOfWindow("Carrel").contains("Upload transactions"),
                    () -> ui.textOfWindow("Carrel"));
            practice().misbehave("");
            Waiting.until("the upload is over",
                    () -> practice().rows().stream().noneMatch(row -> row.state().isPending()));
        } finally {
            Perspectives.reset();
        }
    }

    @Test
    void becomes_larger_and_smaller_and_ordinary_again() {
        int ordinary = height("desk.patron");
        ui.press("Ctrl+=");
        Waiting.until("it is larger", () -> height("desk.patron") > ordinary, () -> height("desk.patron"));
        ui.press("Ctrl+0");
        Waiting.until("it is as before", () -> height("desk.patron") == ordinary, () -> height("desk.patron"));
        ui.press("Ctrl+-");
        Waiting.until("it is smaller", () -> height("desk.patron") < ordinary, () -> height("desk.patron"));
        ui.press("Ctrl+0");
        Waiting.until("it is as before", () -> height("desk.patron") == ordinary, () -> height("desk.patron"));
    }

    @Test
    void says_what_failed_one_window_at_a_time_and_the_desk_goes_on() {
        // Test runners switch such windows off.
        boolean automated = ErrorDialog.AUTOMATED_MODE;
        ErrorDialog.AUTOMATED_MODE = false;
        try {
            failures();
        } finally {
            ErrorDialog.AUTOMATED_MODE = automated;
        }
        desk.servePatron(Practice.patron(21)).scan(Practice.item(30)).hears("Checked out  " + Practice.item(30));
        practice().holds(1);
    }

    private void failures() {
        Failures.report(WindowScenario.class, new IllegalStateException("for a test"));
        Question first = new Question(ui, FAILURE);
        assertTrue(first.text().contains("Nothing that was recorded is lost"), first.text());
        // While it is open: the same once more, and two others.
        Failures.report(WindowScenario.class, new IllegalStateException("for a test"));
        fail("The cellar is flooded.");
        fail("The attic is dusty.");
        Waiting.until("all have arrived", () -> PlatformUI.getWorkbench().getDisplay().syncCall(() -> true));
        assertEquals(1, ui.windows().stream().filter(FAILURE::equals).count());
        ui.clickLabelled("OK");
        Waiting.until("the others follow", () -> ui.textOfWindow(FAILURE).contains("The cellar is flooded."),
                () -> ui.textOfWindow(FAILURE));
        String rest = ui.textOfWindow(FAILURE);
        assertTrue(rest.contains("The attic is dusty.") && !rest.contains("recorded is lost"), rest);
        new Question(ui, FAILURE).answer("OK");
    }

    private static void fail(String sentence) {
        StatusManager.getManager().handle(new Status(IStatus.ERROR, WindowScenario.class, sentence),
                StatusManager.SHOW);
    }

    private int height(String widget) {
        return ui.height(widget);
    }
}
