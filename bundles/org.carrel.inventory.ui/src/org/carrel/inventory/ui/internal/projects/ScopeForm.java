/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.project.Preview;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.ItemGroup;
import org.carrel.model.Texts;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemSnapshot;

/**
 * A new inventory as far as it is filled in. What can be chosen comes from the item file; what one choice leaves of the
 * others is told at once. One thread at a time, except {@link #preview}, which is for the background.
 */
final class ScopeForm {

    private static final Texts TEXTS = Texts.of(ScopeForm.class);

    private final ItemSnapshot snapshot;
    private final Map<ItemGroup, Integer> groups;
    private final CallNumbers numbers;
    private String branch = "";
    private Set<String> locations = Set.of();
    private Set<String> itemTypes = Set.of();
    private String from = "";
    private String to = "";
    private String name = "";
    private boolean counted = true;

    /** Something to choose. @param items how many items of the item file have it, within what was chosen before */
    record Choice(String name, int items) {}

    /** Whether it can be made like this. */
    sealed interface Judged {

        record Sound(NewProject wanted) implements Judged {}

        /** @param sentence what to fill in */
        record Unsound(String sentence) implements Judged {}
    }

    /** What it would come to. */
    sealed interface Counted {

        record Known(Preview preview, ItemSnapshot.Description file) implements Counted {}

        /** @param sentence why it cannot be */
        record Refused(String sentence) implements Counted {}
    }

    /** Looks through the groups of {@code snapshot}; the only branch, if there is one, is chosen. */
    ScopeForm(ItemSnapshot snapshot, CallNumbers numbers) {
        this.snapshot = Objects.requireNonNull(snapshot, "snapshot");
        this.numbers = Objects.requireNonNull(numbers, "numbers");
        this.groups = Map.copyOf(snapshot.groups());
        List<Choice> branches = branches();
        if (branches.size() == 1) {
            branch = branches.getFirst().name();
        }
    }

    List<Choice> branches() {
        return choices(ItemGroup::branch, group -> true);
    }

    /** The shelving locations of the branch. */
    List<Choice> locations() {
        return choices(ItemGroup::location, this::isOfBranch);
    }

    /** The item types on the shelves that were chosen. */
    List<Choice> itemTypes() {
        return choices(ItemGroup::itemType, Scope.of(branch, locations)::hasShelvesOf);
    }

    /** What has no name cannot be chosen; it is part of all. */
    private List<Choice> choices(Function<ItemGroup, String> what, Predicate<ItemGroup> within) {
        Map<String, Integer> counts = new TreeMap<>();
        groups.forEach((group, items) -> {
            if (within.test(group) && !what.apply(group).isBlank()) {
                counts.merge(what.apply(group), items, Integer::sum);
            }
        });
        return counts.entrySet().stream().map(entry -> new Choice(entry.getKey(), entry.getValue())).toList();
    }

    private boolean isOfBranch(ItemGroup group) {
        return group.branch().equals(branch);
    }

    String branch() {
        return branch;
    }

    /** Another branch has other shelves. */
    void choose(String otherBranch) {
        if (!branch.equals(otherBranch)) {
            branch = otherBranch;
            locations = Set.of();
            itemTypes = Set.of();
        }
    }

    /** None means all. */
    void chooseLocations(Set<String> chosen) {
        locations = Set.copyOf(chosen);
        Set<String> left = Set.copyOf(itemTypes().stream().map(Choice::name).toList());
        itemTypes = Set.copyOf(itemTypes.stream().filter(left::contains).toList());
    }

    /** None means all. */
    void chooseItemTypes(Set<String> chosen) {
        itemTypes = Set.copyOf(chosen);
    }

    Set<String> chosenItemTypes() {
        return itemTypes;
    }

    /** Both blank means from the first to the last. */
    void range(String first, String last) {
        from = first.strip();
        to = last.strip();
    }

    void call(String wanted) {
        name = wanted.strip();
    }

    void count(boolean counts) {
        counted = counts;
    }

    /** A name that says what it is about. */
    String suggestedName() {
        return branch.isEmpty() ? "" : TEXTS.get("form.name", where(), snapshot.description().asOf().toString());
    }

    private String where() {
        return locations.size() == 1 ? TEXTS.get("form.where", branch, locations.iterator().next()) : branch;
    }

    /** What is chosen; empty while the branch or one end of the range is missing. */
    Optional<Scope> scope() {
        if (branch.isEmpty() || from.isEmpty() != to.isEmpty()) {
            return Optional.empty();
        }
        Scope scope = new Scope(branch, locations, itemTypes, Optional.empty());
        return Optional.of(from.isEmpty() ? scope : scope.between(from, to));
    }

    Judged judge() {
        if (branch.isEmpty()) {
            return new Judged.Unsound(TEXTS.get("form.noBranch"));
        }
        if (from.isEmpty() != to.isEmpty()) {
            return new Judged.Unsound(TEXTS.get(from.isEmpty() ? "form.noFrom" : "form.noTo"));
        }
        if (name.isEmpty()) {
            return new Judged.Unsound(TEXTS.get("form.noName"));
        }
        if (name.length() > InventoryProjects.LONGEST_NAME) {
            return new Judged.Unsound(TEXTS.get("form.longName", InventoryProjects.LONGEST_NAME));
        }
        return new Judged.Sound(new NewProject(name, scope().orElseThrow(), counted));
    }

    /** What {@code scope} comes to. Looks at each of its items: for the background. */
    Counted preview(Scope scope) {
        return switch (ScopedItems.of(snapshot, scope, numbers)) {
            case ScopedItems.Found.Ready found -> new Counted.Known(found.items().preview(), snapshot.description());
            case ScopedItems.Found.Refused refused -> new Counted.Refused(refused.sentence());
        };
    }
}
