/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal;

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
        IWorkbenchPage page = part.getSite().getPage();
        IPartListener2 parts = new IPartListener2() {
            @Override
            public void partVisible(IWorkbenchPartReference reference) {
                if (reference.getPart(false) == part) {
                    listener.run();
                }
            }
        };
        page.addPartListener(parts);
        return () -> page.removePartListener(parts);
    }
}
