/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import org.carrel.circulation.DeskAnswer.Field;
import org.eclipse.swt.widgets.Composite;

/** One of the two tabs of the desk. */
interface ScanPane {

    Composite control();

    /** Puts the keyboard where the next scan belongs. */
    void focusNext();

    /** Whether somebody is in the middle of a scan. */
    boolean isHalfTyped();

    /** Puts the keyboard into the item field, over what is there. */
    void focusItem();

    /** Shows a refused scan where it was refused, unless somebody is scanning on. */
    void refuse(Field field, DeskScan scan);
}
