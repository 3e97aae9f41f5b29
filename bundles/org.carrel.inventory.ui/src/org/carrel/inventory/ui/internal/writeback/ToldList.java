/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.writeback;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.carrel.inventory.writeback.Planned;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;

/**
 * What the view shows of a project. Immutable; made in the background.
 *
 * @param plan     what a push would tell; empty when nothing may be told
 * @param obstacle why nothing may be told, in a sentence; empty when something may
 * @param rows     what needs a person first, then what waits, then what was told or left
 */
record ToldList(Optional<PushPlan> plan, String obstacle, List<Told> rows) {

    ToldList {
        rows = List.copyOf(rows);
    }

    /** Nothing is open, or it cannot be looked up. */
    static ToldList none(String obstacle) {
        return new ToldList(Optional.empty(), obstacle, List.of());
    }

    /** @param titles of an item; empty when there is none */
    static ToldList of(Planned planned, List<WriteBackEntry> entries, Function<ItemBarcode, String> titles) {
        List<Told> first = new ArrayList<>();
        List<Told> waiting = new ArrayList<>();
        List<Told> done = new ArrayList<>();
        Set<ItemBarcode> known = new HashSet<>();
        for (WriteBackEntry entry : entries) {
            known.add(entry.item());
            Told row = new Told(entry.item(), titles.apply(entry.item()), Optional.of(entry));
            (entry.state().needsDecision() ? first
                    : entry.state() == State.WAITING || entry.state() == State.IN_FLIGHT ? waiting : done).add(row);
        }
        Optional<PushPlan> plan = planned instanceof Planned.Ready ready ? Optional.of(ready.plan())
                : Optional.empty();
        plan.ifPresent(there -> there.items().stream().filter(item -> !known.contains(item))
                .forEach(item -> waiting.add(new Told(item, titles.apply(item), Optional.empty()))));
        first.addAll(waiting);
        first.addAll(done);
        return new ToldList(plan, planned instanceof Planned.Refused refused ? refused.sentence() : "", first);
    }

    /** How many stand where; without states that none has. */
    Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        rows.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        return counts;
    }

    int count(State state) {
        return counts().getOrDefault(state, 0);
    }

    /** How many a push would tell now. */
    int toTell() {
        return plan.map(there -> there.items().size()).orElse(0);
    }
}
