/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import org.carrel.model.TransactionState;
import org.carrel.model.port.PasswordCheck;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.PasswordDialog;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.carrel.uitests.pages.InventoryPage;
import org.carrel.uitests.pages.MenuBar;
import org.carrel.uitests.pages.Perspectives;
import org.carrel.uitests.pages.Question;
import org.carrel.uitests.pages.ScannersPage;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Somebody who hears the screen instead of seeing it must know what has the keyboard. */
@DisplayName("A screen reader can name everything that takes the keyboard")
public abstract class AccessibleNamesScenario extends Scenario {

    private static final int UNKNOWN_PATRON = 999;

    protected AccessibleNamesScenario(UiDriver ui) {
        super(ui);
    }

    @Test
    void at_the_desk_with_everything_that_can_need_attention() {
        desk.servePatron(Practice.patron(20)).scan(Practice.item(97)).hears(Practice.item(97));
        desk.scan(Practice.item(97)).isAsked("less than a minute ago");
        desk.scan("12").hears("does not look like an item").isAsked("12");
        allIsNamed();
        desk.press("F9").press("Esc").hasNoQuestions().toCheckIn();
        allIsNamed();
    }

    @Test
    void in_the_views_of_sync_and_their_dialogs() {
        desk.servePatron(Practice.patron(UNKNOWN_PATRON)).scan(Practice.item(98)).hears(Practice.item(98));
        sync.open().upload().group("Correct", 1);
        practice().settles(Practice.item(98), TransactionState.UPLOAD_FAILED);
        allIsNamed();
        sync.choose("Correct").select(Practice.item(98));
        allIsNamed();
        ui.click("sync.results.correct");
        inDialog("Correct", "Cancel");
        MenuBar.choose(MenuBar.EXPORT);
        inDialog("Export the queue", "Cancel");
    }

    @Test
    void in_the_views_of_the_scanners_and_every_page_of_their_form() {
        var scanners = new ScannersPage(ui).open();
        allIsNamed();
        scanners.add("Serial, USB-COM or Bluetooth port");
        allIsNamed();
        scanners.fill("setup.address", "/dev/nothing-there");
        scanners.next("setup.name");
        allIsNamed();
        scanners.next("setup.example");
        inDialog("Add a scanner", "Cancel");
    }

    @Test
    void in_the_views_of_the_inventory_and_their_dialogs() {
        var inventory = new InventoryPage(ui).open().importPracticeFile();
        try {
            inventory.beginNew().chooseShelves("MAIN", "Stacks");
            allIsNamed();
            inventory.next();
            allIsNamed();
            inventory.fill("newInventory.name", "Named").finish().shows("Named");
            allIsNamed();
            ui.press("Ctrl+G");
            inDialog("Scan for an inventory", "Cancel");
            ui.press("Ctrl+R");
            inDialog("Write a report", "Close");
        } finally {
            practice().forgetInventories();
        }
    }

    @Test
    void in_every_view_that_there_is() {
        List<String> views = Perspectives.views();
        assertTrue(views.size() > 10, "the views of ours: " + views);
        try {
            for (String view : views) {
                Perspectives.showView(view);
                assertEquals(List.of(), missing(), view);
            }
        } finally {
            Perspectives.reset();
        }
    }

    @Test
    void in_the_list_of_extensions() {
        MenuBar.choose(MenuBar.EXTENSIONS);
        inDialog("Extensions", "Close");
    }

    @Test
    void in_the_calendar() {
        desk.openCalendar();
        allIsNamed();
        ui.press("Esc");
        Waiting.until("the calendar is closed", () -> !ui.isShown("due.calendar.date"), ui::windows);
    }

    @Test
    void in_the_welcome() {
        MenuBar.choose(MenuBar.WELCOME);
        inDialog("Welcome to Carrel", "Start Practising");
    }

    @Test
    void where_a_password_is_asked_for() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> new PasswordDialog(display.getActiveShell(),
                new PasswordDialog.Words("A password", "For a test.", "Password", "Go on"),
                typed -> new PasswordCheck.Answer.Right(), Clock.systemUTC()).isPassed());
        inDialog("A password", "Cancel");
    }

    @Test
    void on_the_preference_pages() {
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
            List<String> ours = PlatformUI.getWorkbench().getPreferenceManager()
                    .getElements(PreferenceManager.PRE_ORDER).stream()
                    .map(IPreferenceNode::getId).filter(id -> id.startsWith("org.carrel.")).toList();
            assertFalse(ours.isEmpty(), "there is a page of ours");
            for (String page : ours) {
                PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(null, page,
                        new String[] { page }, null);
                dialog.setBlockOnOpen(false);
                dialog.open();
                try {
                    assertEquals(List.of(), AccessibleNames.missing(dialog.getShell()), page);
                    assertEquals(List.of(), Underlined.twice(dialog.getShell()), page);
                } finally {
                    dialog.close();
                }
            }
        });
    }

    private void inDialog(String title, String answer) {
        var question = new Question(ui, title);
        List<String> missing = missing();
        question.answer(answer);
        assertEquals(List.of(), missing);
    }

    private static void allIsNamed() {
        assertEquals(List.of(), missing());
    }

    /** In every window that can be seen. */
    private static List<String> missing() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        return display.syncCall(() -> Arrays.stream(display.getShells()).filter(Shell::isVisible)
                .flatMap(shell -> AccessibleNames.missing(shell).stream()).toList());
    }
}
