/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.inventory.callnumber.CallNumber;
import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.inventory.findings.FindingsDesk;
import org.carrel.inventory.findings.ProjectFindings;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.InventoryFindings;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.store.ItemStore;
import org.carrel.store.Store;
import org.carrel.testkit.TestBranch;
import org.carrel.wms.ItemFileReader;

/** Call numbers whose order is that of their letters, and the services of an inventory over them. */
final class AsWritten implements CallNumbers, ItemSnapshots.ShelfKeys {

    /** Puts {@code bench} at {@code branch}, with the services of an inventory there; the store is to be closed. */
    static Store provide(Bench bench, TestBranch branch) {
        AsWritten numbers = new AsWritten();
        Store store = new Store(branch, bench.clock);
        bench.at(branch);
        bench.provide(InventoryProjects.class, store);
        bench.provide(InventoryFindings.class, store);
        bench.provide(ProjectFindings.class, new ProjectFindings(store, store, branch));
        bench.provide(FindingsDesk.class, new FindingsDesk(store, store, bench.clock));
        bench.provide(ItemFiles.class, new ItemFileReader(ZoneId.of("UTC"), ItemFiles.Choices.NONE));
        bench.provide(ItemSnapshots.class, new ItemStore(branch, bench.clock));
        bench.provide(CallNumbers.class, numbers);
        bench.provide(ItemSnapshots.ShelfKeys.class, numbers);
        return store;
    }

    @Override
    public CallNumber read(String callNumber, String enumeration, String scheme) {
        return new CallNumber(callNumber, ShelfKey.of(callNumber.getBytes(StandardCharsets.UTF_8)), List.of(),
                Optional.of("test"));
    }

    @Override
    public Set<String> missingSchemes() {
        return Set.of();
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public byte[] of(ItemRecord item) {
        return read(item).key().toBytes();
    }
}
