/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.function.Consumer;

import org.carrel.inventory.ui.internal.InventoryIds;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.ui.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;

/** The commands of the shelf, for its tool bar, the menu and its keys: each shows the view first. */
public final class ShelfHandlers {

    private ShelfHandlers() {}

    private static Object in(ExecutionEvent event, Consumer<ShelfView> doing) throws ExecutionException {
        return Views.in(event, InventoryIds.VIEW_SHELF, ShelfView.class, doing);
    }

    /** Goes to the field that is scanned into. */
    public static final class Field extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, ShelfView::goToField);
        }
    }

    /** What comes now stands on another shelf. */
    public static final class AnotherShelf extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, ShelfView::anotherShelf);
        }
    }

    /** Goes to the next book that somebody should look at. */
    public static final class NextProblem extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, view -> view.nextProblem(1));
        }
    }

    /** Goes to the one before. */
    public static final class PreviousProblem extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, view -> view.nextProblem(-1));
        }
    }

    /** The selected book is there, though nobody scanned it. */
    public static final class Found extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, view -> view.mark(Kind.FOUND));
        }
    }

    /** The selected book is not there, though somebody looked. */
    public static final class NotFound extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, view -> view.mark(Kind.NOT_FOUND));
        }
    }

    /** The book that was read last is damaged, or something else that one can say of it. */
    public static final class Condition extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, ShelfView::condition);
        }
    }

    /** Takes back what was read last. */
    public static final class TakeBack extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, ShelfView::undo);
        }
    }
}
