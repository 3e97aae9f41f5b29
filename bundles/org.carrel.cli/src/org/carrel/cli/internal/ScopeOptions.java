/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.ItemGroup;
import org.carrel.model.Texts;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.ItemSnapshot;

import picocli.CommandLine.Option;

/** The options that say which items an inventory is about. */
final class ScopeOptions {

    private static final Texts TEXTS = Texts.of(ScopeOptions.class);

    @Option(names = "--holding-branch", paramLabel = "BRANCH", descriptionKey = "scope.branch")
    private Optional<String> branch = Optional.empty();

    @Option(names = "--location", paramLabel = "LOCATION", descriptionKey = "scope.location")
    private Set<String> locations = Set.of();

    @Option(names = "--item-type", paramLabel = "TYPE", descriptionKey = "scope.itemType")
    private Set<String> itemTypes = Set.of();

    @Option(names = "--from", paramLabel = "CALLNUMBER", descriptionKey = "scope.from")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "CALLNUMBER", descriptionKey = "scope.to")
    private Optional<String> to = Optional.empty();

    /** The items of {@code snapshot} that the options mean. */
    ScopedItems items(ItemSnapshot snapshot, CallNumbers numbers) throws CommandFailure {
        if (from.isPresent() != to.isPresent()) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("scope.halfRange"));
        }
        return found(snapshot, scope(snapshot), numbers);
    }

    private Scope scope(ItemSnapshot snapshot) throws CommandFailure {
        Scope all = new Scope(branch(snapshot), locations, itemTypes, Optional.empty());
        return from.isPresent() ? all.between(from.get(), to.get()) : all;
    }

    /** Whether any of them was given. */
    boolean isGiven() {
        return branch.isPresent() || !locations.isEmpty() || !itemTypes.isEmpty() || from.isPresent()
                || to.isPresent();
    }

    /** The items of {@code snapshot} that are in {@code scope}. */
    static ScopedItems found(ItemSnapshot snapshot, Scope scope, CallNumbers numbers) throws CommandFailure {
        return switch (ScopedItems.of(snapshot, scope, numbers)) {
            case ScopedItems.Found.Ready ready -> ready.items();
            case ScopedItems.Found.Refused refused -> throw new CommandFailure(Exit.REFUSED, refused.sentence());
        };
    }

    /** Of several branches none is guessed: a report for the wrong one would call the right one's books strays. */
    private String branch(ItemSnapshot snapshot) throws CommandFailure {
        if (branch.isPresent()) {
            return branch.get();
        }
        List<String> all = snapshot.groups().keySet().stream().map(ItemGroup::branch).distinct().sorted().toList();
        if (all.size() != 1) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("scope.whichBranch", String.join(", ", all)));
        }
        return all.getFirst();
    }
}
