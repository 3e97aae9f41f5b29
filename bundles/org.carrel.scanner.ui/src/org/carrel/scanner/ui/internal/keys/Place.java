/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.keys;

/** Where keys land: whatever has the keyboard. UI thread only. */
interface Place {

    /** Remembers what it holds and what is selected; running what comes back puts it back to that. */
    Runnable remember();

    /**
     * Types what was kept away from it, as if it were typed now.
     *
     * @return whether it stands there already; otherwise it arrives as keys do, and what is to come after it must be
     *         given here, too
     */
    boolean type(String held);

    /** Whether keys land in it whatever is decided about them: it tells of them only afterwards. */
    default boolean leaks() {
        return false;
    }
}
