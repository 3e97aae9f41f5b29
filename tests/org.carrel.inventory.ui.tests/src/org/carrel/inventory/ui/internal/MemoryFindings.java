/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.ItemChoice;
import org.carrel.model.inventory.KeptHandling;
import org.carrel.model.port.InventoryFindings;

/** What was done about findings of one project, in memory, by the contract of the port. */
public final class MemoryFindings implements InventoryFindings {

    private final List<KeptHandling> handlings = new ArrayList<>();
    private final Map<ItemBarcode, String> choices = new HashMap<>();
    private Optional<String> failure = Optional.empty();

    /** From now on the store fails with that sentence. */
    public void fail(String sentence) {
        failure = Optional.of(sentence);
    }

    @Override
    public synchronized Kept handle(long project, List<Handling> said, Origin by) {
        if (failure.isPresent()) {
            return new Kept.NotSaved(failure.get());
        }
        long first = handlings.size() + 1L;
        List<KeptHandling> kept = new ArrayList<>();
        said.forEach(one -> kept.add(
                new KeptHandling(first + kept.size(), first, one, MemoryProjects.NOON, by.operator())));
        handlings.addAll(kept);
        return new Kept.Stored(kept);
    }

    @Override
    public synchronized List<KeptHandling> handlings(long project) {
        return List.copyOf(handlings);
    }

    @Override
    public synchronized Kept choose(long project, ItemChoice choice, Origin by) {
        if (failure.isPresent()) {
            return new Kept.NotSaved(failure.get());
        }
        if (choice.item().isEmpty()) {
            choices.remove(choice.barcode());
        } else {
            choices.put(choice.barcode(), choice.item());
        }
        return new Kept.Stored(List.of());
    }

    @Override
    public synchronized Map<ItemBarcode, String> choices(long project) {
        return Map.copyOf(choices);
    }
}
