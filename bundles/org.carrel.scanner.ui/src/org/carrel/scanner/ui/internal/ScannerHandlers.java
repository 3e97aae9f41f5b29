/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import org.carrel.scanner.ui.internal.sheet.SheetView;
import org.carrel.ui.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;

/** The commands of the perspective, for its menu and its keys: each shows the view that it works on first. */
public final class ScannerHandlers {

    private ScannerHandlers() {}

    /** Adds a device. */
    public static final class Add extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return Views.in(event, DevicesView.ID, DevicesView.class, DevicesView::add);
        }
    }

    /** Sets the selected device up differently. */
    public static final class Edit extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return Views.in(event, DevicesView.ID, DevicesView.class, DevicesView::edit);
        }
    }

    /** Tries to reach the selected device now. */
    public static final class Reconnect extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return Views.in(event, DevicesView.ID, DevicesView.class, DevicesView::reconnect);
        }
    }

    /** Forgets the selected device, after asking. */
    public static final class Remove extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return Views.in(event, DevicesView.ID, DevicesView.class, DevicesView::remove);
        }
    }

    /** Writes what support needs to know to a file. */
    public static final class Diagnostics extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return Views.in(event, DevicesView.ID, DevicesView.class, DevicesView::saveDiagnostics);
        }
    }

    /** Goes to the example. */
    public static final class TryIt extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return Views.in(event, TryItView.ID, TryItView.class, TryItView::setFocus);
        }
    }

    /** Goes to the sheet. */
    public static final class Sheet extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return Views.in(event, SheetView.ID, SheetView.class, SheetView::setFocus);
        }
    }
}
