/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A person at the window, as scenarios see one. Widgets go by the names that the views give them
 * ({@code org.carrel.ui.WidgetKey}); a widget counts only while it can be seen. What is not there fails with a
 * sentence. Called from the test's thread, never from the UI thread.
 */
public interface UiDriver {

    /** Puts the keyboard into {@code widget}. */
    void focus(String widget);

    /** Presses the button {@code widget}. */
    void click(String widget);

    /**
     * Presses the button that reads {@code label}, mnemonics aside, in the window in front: for dialogs of the
     * platform.
     */
    void clickLabelled(String label);

    /** Types characters into whatever has the keyboard. */
    void type(String text);

    /**
     * Types {@code text} as a person does, with {@code fewest} to {@code most} milliseconds between two keys; a line
     * feed is Enter.
     */
    void typeByHand(String text, int fewest, int most, Random random);

    /** Types {@code barcode} and Enter as a scanner does: as fast as the window system takes keys. */
    void scan(String barcode);

    /** Presses a key or a chord in whatever has the keyboard: {@code Enter}, {@code F3}, {@code Ctrl+A}. */
    void press(String keys);

    /** What {@code widget} says: a field, a label, a button, or all labels in a composite, with blanks between. */
    String text(String widget);

    /** The cells of every row of the table {@code widget}, columns as shown from the left. */
    List<List<String>> rows(String widget);

    /** The titles of the columns of the table {@code widget}, as shown from the left. */
    List<String> columns(String widget);

    /**
     * Moves the mouse a little over row {@code row}, from 0, of the table {@code widget}; what has come up there by
     * now, empty when nothing has.
     */
    String hint(String widget, int row);

    /** Selects exactly these rows, from 0, of the table {@code widget}. */
    void select(String widget, int... rows);

    /** Ticks row {@code row}, from 0, of the table {@code widget}. */
    void tick(String widget, int row);

    /** Chooses {@code entry} in the drop-down or list {@code widget}. */
    void choose(String widget, String entry);

    /** Chooses the entry whose text begins with {@code entry} from the context menu of {@code widget}. */
    void chooseFromMenu(String widget, String... entry);

    boolean isShown(String widget);

    boolean isEnabled(String widget);

    /** Whether the toggle or check box {@code widget} is down. */
    boolean isChosen(String widget);

    /** How high {@code widget} is, in pixels. */
    int height(String widget);

    /** The name of the widget that has the keyboard; empty when it has no name or nothing has it. */
    String focused();

    /** The titles of the windows that are open. */
    List<String> windows();

    /** All that is to be read in the window whose title has {@code title} in it. */
    String textOfWindow(String title);

    /** Takes the windows that are in sight out of it, as a lock does; running what comes back brings them back. */
    Runnable hideWindows();

    /** Closes what a scenario that failed may have left open in front of the window of the workbench. */
    void closeDialogs();

    /** Takes a picture of the whole screen. */
    void screenshot(Path file);
}
