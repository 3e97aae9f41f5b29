/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.writeback.LeftOut;
import org.carrel.inventory.writeback.Planned;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.WriteBackEntry;

/**
 * Decides of each barcode that was read whether the library system is told of it. An item that was read counts as
 * found, on whatever shelf it stood; whether it is told depends on where it belongs, and to whom. Pure.
 */
final class Planning {

    private static final Texts TEXTS = Texts.of(Planning.class);

    private final InventoryProject project;
    private final ScopedItems items;
    private final String owner;
    private final Map<ItemBarcode, WriteBackEntry> known = new HashMap<>();

    private Planning(InventoryProject project, ScopedItems items, String owner, List<WriteBackEntry> entries) {
        this.project = project;
        this.items = items;
        this.owner = owner;
        entries.forEach(entry -> known.put(entry.item(), entry));
    }

    /**
     * Plans a push.
     *
     * @param owner   the symbol that the profile says; empty when it says none
     * @param entries what became of items of the project so far
     */
    static Planned plan(InventoryProject project, ScopedItems items, ProjectReads reads, Optional<String> owner,
            List<WriteBackEntry> entries) {
        Set<String> institutions = new TreeSet<>();
        items.snapshot().groups().keySet().stream().map(ItemGroup::institution).forEach(institutions::add);
        if (owner.isEmpty() && institutions.size() > 1) {
            return new Planned.Refused(TEXTS.get("owner.several", String.join(", ", institutions)));
        }
        if (owner.isPresent() && institutions.stream().noneMatch(owner.get()::equalsIgnoreCase)) {
            return new Planned.Refused(TEXTS.get("owner.none", owner.get(), String.join(", ", institutions)));
        }
        String symbol = owner.orElseGet(() -> institutions.stream().findFirst().orElse(""));
        return new Planned.Ready(new Planning(project, items, symbol, entries).of(reads));
    }

    private PushPlan of(ProjectReads reads) {
        Set<ItemBarcode> found = new LinkedHashSet<>();
        reads.stretches().forEach(stretch -> stretch.reads().stream().map(ShelfRead::barcode).forEach(found::add));
        List<ItemBarcode> told = new ArrayList<>();
        Map<LeftOut, List<ItemBarcode>> leftOut = new EnumMap<>(LeftOut.class);
        for (ItemBarcode barcode : found) {
            reason(barcode).ifPresentOrElse(
                    why -> leftOut.computeIfAbsent(why, none -> new ArrayList<>()).add(barcode),
                    () -> told.add(barcode));
        }
        return new PushPlan(project, items.snapshot().description(), owner, told, leftOut);
    }

    /** Why {@code barcode} is not told of; empty when it is. */
    private Optional<LeftOut> reason(ItemBarcode barcode) {
        WriteBackEntry entry = known.get(barcode);
        if (entry != null) {
            switch (entry.state()) {
                case TOLD -> {
                    return Optional.of(LeftOut.TOLD_BEFORE);
                }
                case IN_FLIGHT, UNKNOWN -> {
                    return Optional.of(LeftOut.OUTCOME_UNKNOWN);
                }
                case REFUSED -> {
                    return Optional.of(LeftOut.REFUSED_BEFORE);
                }
                case LEFT -> {
                    return Optional.of(LeftOut.LEFT_BY_DECISION);
                }
                case WAITING -> {
                    // The item file may be another one by now: it is looked up again.
                }
            }
        }
        int[] numbers = items.snapshot().numbersOf(barcode);
        if (numbers.length == 0) {
            return Optional.of(LeftOut.NOT_IN_FILE);
        }
        if (numbers.length > 1) {
            return Optional.of(LeftOut.SEVERAL_ITEMS);
        }
        if (!items.contains(numbers[0])) {
            return Optional.of(LeftOut.OUT_OF_SCOPE);
        }
        return items.snapshot().groupOf(numbers[0]).institution().equalsIgnoreCase(owner) ? Optional.empty()
                : Optional.of(LeftOut.NOT_OWNED);
    }
}
