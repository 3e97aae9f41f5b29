/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.inventory;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.ItemGroup;

/**
 * Which items an inventory is about. Nothing outside is ever missing, and nothing outside is ever written back.
 * Immutable.
 *
 * @param branch    the holding branch, as in the item file
 * @param locations the shelving locations; empty for all of the branch
 * @param itemTypes empty for all
 * @param range     of call numbers; empty for all
 */
public record Scope(String branch, Set<String> locations, Set<String> itemTypes, Optional<Range> range) {

    public Scope {
        Objects.requireNonNull(branch, "branch");
        locations = Set.copyOf(locations);
        itemTypes = Set.copyOf(itemTypes);
        Objects.requireNonNull(range, "range");
    }

    /** All of a branch. */
    public static Scope of(String branch) {
        return new Scope(branch, Set.of(), Set.of(), Optional.empty());
    }

    /** Some shelving locations of a branch. */
    public static Scope of(String branch, Set<String> locations) {
        return new Scope(branch, locations, Set.of(), Optional.empty());
    }

    /** The same between two call numbers. */
    public Scope between(String from, String to) {
        return new Scope(branch, locations, itemTypes, Optional.of(new Range(from, to)));
    }

    /**
     * Call numbers from one to another. The last one stands for all that begin with it: to {@code QA80} is to the end
     * of QA80. Letters of a class alone stand for the whole class.
     *
     * @param from the first
     * @param to   the last
     */
    public record Range(String from, String to) {
        public Range {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /** Whether the shelves of this scope are those where the items of {@code group} belong. */
    public boolean hasShelvesOf(ItemGroup group) {
        return branch.equals(group.branch()) && (locations.isEmpty() || locations.contains(group.location()));
    }

    /** Whether items of {@code group} are in this scope, when their call numbers are. */
    public boolean covers(ItemGroup group) {
        return hasShelvesOf(group) && (itemTypes.isEmpty() || itemTypes.contains(group.itemType()));
    }
}
