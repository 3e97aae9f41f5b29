/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.io.IOException;

import org.carrel.bench.SyntheticItems;
import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.ItemSnapshots;

/** All items of the branch, as the scope of an inventory. */
final class ShelvesOfAll {

    private ShelvesOfAll() {}

    static ScopedItems in(Services services) throws IOException {
        if (!(services.get(ItemSnapshots.class).current() instanceof ItemSnapshots.State.Ready ready)) {
            throw new IOException("no items were imported");
        }
        ScopedItems.Found found = ScopedItems.of(ready.snapshot(), Scope.of(SyntheticItems.BRANCH),
                services.get(CallNumbers.class));
        return switch (found) {
            case ScopedItems.Found.Ready all -> all.items();
            case ScopedItems.Found.Refused refused -> throw new IOException(refused.sentence());
        };
    }
}
