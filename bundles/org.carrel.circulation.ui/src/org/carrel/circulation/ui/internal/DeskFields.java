/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.time.Instant;
import java.util.Optional;

/** What the fields of the desk hold, for scans that do not come through them. UI thread only. */
interface DeskFields {

    /** Whether Check In is in front, and not Check Out. */
    boolean isCheckIn();

    /** Who is at the desk; blank for nobody. */
    String patron();

    /**
     * Puts a card that was scanned elsewhere into the patron field.
     *
     * @param refused whether the desk has something against it
     */
    void showPatron(String barcode, boolean refused);

    /** When an item that is scanned now would be due; empty when the field holds no date. */
    Optional<Instant> due();
}
