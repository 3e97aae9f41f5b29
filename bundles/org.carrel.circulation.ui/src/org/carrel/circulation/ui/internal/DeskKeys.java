/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.function.BooleanSupplier;

import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** Connects the desk's commands, and with them its keys, to a desk view for as long as that is there. */
final class DeskKeys {

    private static final String PREFIX = "org.carrel.circulation.ui.commands.";

    private final EHandlerService handlers;

    DeskKeys(EHandlerService handlers) {
        this.handlers = handlers;
    }

    void bind(DeskView desk, boolean checkIn) {
        on("patron", desk::goToPatron, () -> true);
        on("item", desk::goToItem, () -> true);
        on("dueDate", desk::goToDueDate, () -> true);
        on("checkOut", () -> desk.goToTab(0), () -> true);
        on("checkIn", () -> desk.goToTab(1), () -> checkIn);
        on("find", desk::goToFilter, () -> true);
        on("recordAnyway", () -> {
            desk.presenter().recordAnyway();
            desk.focusNext();
        }, () -> !desk.presenter().attention().questions().isEmpty());
        on("drop", () -> {
            desk.presenter().drop();
            desk.focusNext();
        }, () -> !desk.presenter().attention().questions().isEmpty());
        on("seen", () -> {
            desk.presenter().seen();
            desk.focusNext();
        }, () -> !desk.presenter().attention().refusals().isEmpty()
                || !desk.presenter().attention().tags().isEmpty());
        on("writtenDown", () -> {
            desk.presenter().writtenDown();
            desk.focusNext();
        }, () -> !desk.presenter().attention().unsaved().isEmpty());
    }

    private void on(String command, Runnable action, BooleanSupplier possible) {
        handlers.activateHandler(PREFIX + command, new Key(action, possible));
    }

    /** What the workbench calls. */
    public static final class Key {

        private final Runnable action;
        private final BooleanSupplier possible;

        Key(Runnable action, BooleanSupplier possible) {
            this.action = action;
            this.possible = possible;
        }

        /** Whether the key means anything now; when not, it goes to the widget. */
        @CanExecute
        public boolean isPossible() {
            return possible.getAsBoolean();
        }

        /** Does it. */
        @Execute
        public void run() {
            action.run();
        }
    }
}
