/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.util.function.Consumer;

import org.carrel.ui.Zoom;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** What the zoom commands do. */
public final class ZoomHandlers {

    private ZoomHandlers() {}

    private abstract static class ZoomHandler extends AbstractHandler {

        private final Consumer<Zoom> step;

        ZoomHandler(Consumer<Zoom> step) {
            this.step = step;
        }

        @Override
        public Object execute(ExecutionEvent event) {
            var window = HandlerUtil.getActiveWorkbenchWindow(event);
            if (window != null) {
                var context = window.getService(org.eclipse.e4.core.contexts.IEclipseContext.class);
                step.accept(context.get(Zoom.class));
            }
            return null;
        }
    }

    /** Larger. */
    public static final class In extends ZoomHandler {
        public In() {
            super(Zoom::in);
        }
    }

    /** Smaller. */
    public static final class Out extends ZoomHandler {
        public Out() {
            super(Zoom::out);
        }
    }

    /** Ordinary. */
    public static final class Reset extends ZoomHandler {
        public Reset() {
            super(Zoom::reset);
        }
    }
}
