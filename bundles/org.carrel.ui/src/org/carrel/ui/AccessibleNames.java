/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.function.Supplier;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Control;

/** Names for screen readers. */
public final class AccessibleNames {

    private AccessibleNames() {}

    /** Names {@code control}. */
    public static void name(Control control, String name) {
        control.getAccessible().addAccessibleListener(fixed(name));
    }

    /** A listener that answers {@code name}. */
    public static AccessibleListener fixed(String name) {
        return computed(() -> name);
    }

    /** A listener that answers what {@code name} says at that moment. */
    public static AccessibleListener computed(Supplier<String> name) {
        return new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID == ACC.CHILDID_SELF) {
                    event.result = name.get();
                }
            }
        };
    }
}
