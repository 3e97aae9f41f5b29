/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import org.carrel.model.inventory.InventoryChange;

/** Hears of changes of inventories; see {@link InventoryProjects#observeInventories}. */
@FunctionalInterface
public interface InventoryObserver {

    /** Something about an inventory is on the disk now. */
    void changed(InventoryChange change);
}
