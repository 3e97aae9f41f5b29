/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import java.util.function.Consumer;

import org.carrel.inventory.ui.internal.InventoryIds;
import org.carrel.ui.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;

/** The commands of the view <i>Findings</i>, for the menu and its keys: each shows the view first. */
public final class FindingHandlers {

    private FindingHandlers() {}

    private static Object in(ExecutionEvent event, Consumer<FindingsView> doing) throws ExecutionException {
        return Views.in(event, InventoryIds.VIEW_FINDINGS, FindingsView.class, doing);
    }

    /** Goes to the field of the filter. */
    public static final class Search extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, FindingsView::search);
        }
    }

    /** What is selected is handled, or what there is to ask is asked. */
    public static final class Handle extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, view -> view.presenter().first());
        }
    }

    /** The same with a note. */
    public static final class HandleWithNote extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, view -> view.presenter().firstWithNote());
        }
    }

    /** What is missing was found. */
    public static final class Found extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, view -> view.presenter().found());
        }
    }

    /** What is missing was looked for and not found. */
    public static final class NotFound extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, view -> view.presenter().notFound());
        }
    }

    /** What is selected is left for later. */
    public static final class SetAside extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, view -> view.presenter().setAside());
        }
    }

    /** What is selected is open again. */
    public static final class Reopen extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, view -> view.presenter().reopen());
        }
    }

    /** Writes a note. */
    public static final class Note extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, view -> view.presenter().note());
        }
    }

    /** Says something of the state of what is selected. */
    public static final class Condition extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, FindingsView::condition);
        }
    }

    /** Takes back what was done last. */
    public static final class Undo extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, view -> view.presenter().undo());
        }
    }
}
