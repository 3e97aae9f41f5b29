/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.function.Consumer;

import org.carrel.inventory.ui.internal.InventoryIds;
import org.carrel.ui.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;

/** The commands of the view <i>Inventories</i>, for the menu and its keys: each shows the view first. */
public final class ProjectHandlers {

    private ProjectHandlers() {}

    private static Object in(ExecutionEvent event, Consumer<ProjectsView> doing) throws ExecutionException {
        return Views.in(event, InventoryIds.VIEW_PROJECTS, ProjectsView.class, doing);
    }

    /** Makes one. */
    public static final class Make extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, ProjectsView::make);
        }
    }

    /** Works on the selected one. */
    public static final class Open extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, ProjectsView::open);
        }
    }

    /** Begins to scan for it, or goes on. */
    public static final class Scan extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, ProjectsView::scan);
        }
    }

    /** Closes the selected one, or opens it again. */
    public static final class Close extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, ProjectsView::closeOrReopen);
        }
    }

    /** Deletes the selected one, after asking. */
    public static final class Delete extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return in(event, ProjectsView::delete);
        }
    }
}
