/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.items;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.carrel.model.ItemGroup;

/** Counts items by group while they come, and numbers the groups. One thread. */
final class Groups {

    /** A real library has some hundreds. More than this means that a column was taken for another. */
    static final int MOST = 100_000;

    private final Map<ItemGroup, Integer> numbers = new HashMap<>();
    private final List<ItemGroup> groups = new ArrayList<>();
    private int[] counts = new int[256];
    private ItemGroup last;
    private int lastNumber;

    /** A holding branch and a shelving location in it. */
    record Shelving(String branch, String location) {

        static final Comparator<Shelving> ORDER = Comparator.comparing(Shelving::branch)
                .thenComparing(Shelving::location);

        static Shelving of(ItemGroup group) {
            return new Shelving(group.branch(), group.location());
        }
    }

    /** Counts one more item of {@code group}. @return the number of the group */
    int count(ItemGroup group) {
        return add(group, 1);
    }

    /** Counts {@code items} more items of {@code group}. @return the number of the group */
    int add(ItemGroup group, int items) {
        if (group != last) {
            lastNumber = numbers.computeIfAbsent(group, fresh -> groups.size());
            if (lastNumber == groups.size()) {
                groups.add(group);
            }
            last = group;
        }
        if (lastNumber == counts.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        counts[lastNumber] += items;
        return lastNumber;
    }

    /** Whether there are more than any library has. */
    boolean areTooMany() {
        return groups.size() > MOST;
    }

    List<ItemGroup> all() {
        return groups;
    }

    int countOf(int number) {
        return counts[number];
    }

    /** How many items each shelving location has, in shelf order. */
    Map<Shelving, Integer> shelvings() {
        Map<Shelving, Integer> shelvings = new TreeMap<>(Shelving.ORDER);
        for (int i = 0; i < groups.size(); i++) {
            shelvings.merge(Shelving.of(groups.get(i)), counts[i], Integer::sum);
        }
        return shelvings;
    }
}
