/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.pages;

import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;

/** A dialog that asks something. */
public final class Question {

    private final UiDriver ui;
    private final String title;

    /** Waits until a window whose title has {@code title} in it is there. */
    public Question(UiDriver ui, String title) {
        this.ui = ui;
        this.title = title;
        Waiting.until("a window " + title + " opens", this::isOpen, ui::windows);
    }

    /** Presses the button that reads {@code label} and waits until the dialog is gone. */
    public void answer(String label) {
        ui.clickLabelled(label);
        Waiting.until("the window " + title + " closes", () -> !isOpen(), ui::windows);
    }

    /** All that it says. */
    public String text() {
        return ui.textOfWindow(title);
    }

    private boolean isOpen() {
        return ui.windows().stream().anyMatch(window -> window.contains(title));
    }
}
