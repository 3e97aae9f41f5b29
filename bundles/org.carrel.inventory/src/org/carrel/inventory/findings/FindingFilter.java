/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.model.ItemRecord;

/**
 * Which findings somebody wants to see. Immutable.
 *
 * @param kinds     empty for all
 * @param standings empty for all
 * @param text      words that all must be in what is said of a finding, however they are capitalised; empty for any
 */
public record FindingFilter(Set<Finding.Kind> kinds, Set<Standing> standings, String text)
        implements Predicate<ListedFinding> {

    /** All of them. */
    public static final FindingFilter ALL = new FindingFilter(Set.of(), Set.of(), "");

    /** What somebody must still do something about. */
    public static final FindingFilter TO_DO = new FindingFilter(Set.of(), Set.of(Standing.OPEN), "");

    public FindingFilter {
        kinds = Set.copyOf(kinds);
        standings = Set.copyOf(standings);
        text = text.strip();
    }

    /** The same for other kinds. */
    public FindingFilter kinds(Set<Finding.Kind> others) {
        return new FindingFilter(others, standings, text);
    }

    /** The same for other standings. */
    public FindingFilter standings(Set<Standing> others) {
        return new FindingFilter(kinds, others, text);
    }

    /** The same with other words. */
    public FindingFilter text(String other) {
        return new FindingFilter(kinds, standings, other);
    }

    @Override
    public boolean test(ListedFinding finding) {
        return (kinds.isEmpty() || kinds.contains(finding.kind()))
                && (standings.isEmpty() || standings.contains(finding.standing())) && (text.isEmpty() || says(finding));
    }

    private boolean says(ListedFinding finding) {
        List<String> said = words(finding).map(one -> one.toLowerCase(Locale.ROOT)).toList();
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(word -> said.stream().anyMatch(one -> one.contains(word)));
    }

    private static Stream<String> words(ListedFinding finding) {
        Stream<String> items = finding.items().stream().flatMap(FindingFilter::words);
        Stream<String> conditions = finding.conditions().stream().map(said -> said.code());
        return Stream.of(Stream.of(finding.key().barcode().value(), finding.kind().label(), finding.note()),
                finding.read().map(ShelfRead::person).stream(), items, conditions).flatMap(all -> all);
    }

    private static Stream<String> words(ItemRecord item) {
        return Stream.of(item.title(), item.author(), item.callNumber(), item.enumeration(), item.location());
    }
}
