/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** What a workstation chooses for its desk. */
final class DeskPreferences {

    private static final String NODE = "org.carrel.circulation.ui";
    private static final String NEXT_PATRON = "nextPatronByCard";
    static final boolean NEXT_PATRON_STANDARD = true;

    private final Preferences node;

    DeskPreferences() {
        this(InstanceScope.INSTANCE.getNode(NODE));
    }

    DeskPreferences(Preferences node) {
        this.node = node;
    }

    /** Whether the card of another patron, scanned in a check-out, begins with that patron. */
    boolean isNextPatronByCard() {
        return node.getBoolean(NEXT_PATRON, NEXT_PATRON_STANDARD);
    }

    /** @throws BackingStoreException when it cannot be kept; it counts until Carrel closes all the same */
    void setNextPatronByCard(boolean on) throws BackingStoreException {
        node.putBoolean(NEXT_PATRON, on);
        node.flush();
    }
}
