/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.function.Consumer;

import org.carrel.model.port.Subscription;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/**
 * Whether somebody can see a view: one that is behind others has nothing to do, and catches up when it comes to the
 * front. UI thread only.
 */
public final class Sight {

    private Sight() {}

    /** Whether {@code part} is in front of the others of its place. */
    public static boolean of(IWorkbenchPart part) {
        return part.getSite().getPage().isPartVisible(part);
    }

    /** Tells {@code listener} whenever {@code part} comes into sight. */
    public static Subscription follow(IWorkbenchPart part, Runnable listener) {
        return changes(part, seen -> {
            if (seen) {
                listener.run();
            }
        });
    }

    /** Tells {@code listener} whenever {@code part} comes into sight (true) or goes out of it (false). */
    public static Subscription changes(IWorkbenchPart part, Consumer<Boolean> listener) {
        IWorkbenchPage page = part.getSite().getPage();
        IPartListener2 parts = new IPartListener2() {
            @Override
            public void partVisible(IWorkbenchPartReference reference) {
                tell(reference, true);
            }

            @Override
            public void partHidden(IWorkbenchPartReference reference) {
                tell(reference, false);
            }

            private void tell(IWorkbenchPartReference reference, boolean seen) {
                if (reference.getPart(false) == part) {
                    listener.accept(seen);
                }
            }
        };
        page.addPartListener(parts);
        return () -> page.removePartListener(parts);
    }
}
