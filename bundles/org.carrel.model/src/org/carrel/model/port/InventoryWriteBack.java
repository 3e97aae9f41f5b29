/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Outcome;

/**
 * Tells the library system that an item was found in an inventory: it raises the item's inventoried count and sets the
 * date on which it was last inventoried. A service; safe for use by several threads.
 *
 * <p>
 * What is told twice counts twice over there: an outcome that leaves open whether it was done must not be repeated
 * without thought. A refused sign-in ends the whole run, as with {@link IlsTransport}. Scope is the caller's business:
 * only items in scope, and owned by the institution, are to be told.
 */
public interface InventoryWriteBack {

    /** Whether the branch has an address for it. Without one, nothing is sent, and the outcome says so. */
    boolean isSetUp();

    /**
     * Tells of one item and waits for the answer; beforehand, as long as the branch wants between two requests. Not for
     * the UI thread.
     *
     * @return never null; {@link Outcome.Accepted} has neither a date nor follow-ups
     */
    Outcome inventoried(ItemBarcode item);
}
