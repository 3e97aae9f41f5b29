/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.comparison.ProjectReads.Condition;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemRecord;
import org.carrel.model.inventory.FindingKey;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.KeptHandling;
import org.carrel.model.port.ItemSnapshot;

/**
 * All findings of an inventory with what people did about them. A finding that is gone since somebody dealt with it is
 * still in it, as settled. Immutable.
 */
public final class FindingList {

    /** Nothing was found, and nobody did anything. */
    public static final FindingList EMPTY = new FindingList(List.of());

    private final List<ListedFinding> findings;
    private final Map<FindingKey, ListedFinding> byKey = new HashMap<>();
    private final Map<Finding, ListedFinding> byFinding = new IdentityHashMap<>();

    private FindingList(List<ListedFinding> findings) {
        this.findings = Collections.unmodifiableList(findings);
        findings.forEach(listed -> {
            byKey.put(listed.key(), listed);
            listed.findings().forEach(finding -> byFinding.put(finding, listed));
        });
    }

    /**
     * Puts both together.
     *
     * @param snapshot  that was compared with
     * @param reads     that were compared
     * @param handlings in the order in which they were said
     */
    public static FindingList of(ItemSnapshot snapshot, Comparison comparison, ProjectReads reads,
            List<KeptHandling> handlings) {
        Map<FindingKey, List<KeptHandling>> history = new LinkedHashMap<>();
        handlings.forEach(kept -> history.computeIfAbsent(kept.handling().finding(), key -> new ArrayList<>())
                .add(kept));
        Map<ItemBarcode, List<Condition>> conditions = new HashMap<>();
        reads.conditions().forEach(said -> conditions.computeIfAbsent(said.barcode(), one -> new ArrayList<>())
                .add(said));
        Map<FindingKey, List<Finding>> there = new LinkedHashMap<>();
        comparison.findings().forEach(finding -> there
                .computeIfAbsent(FindingKeys.of(finding, snapshot), key -> new ArrayList<>(1)).add(finding));
        List<ListedFinding> listed = new ArrayList<>(there.size());
        there.forEach((key, found) -> {
            List<KeptHandling> said = history.getOrDefault(key, List.of());
            listed.add(new ListedFinding(key, found.getFirst().kind(), standing(found.getFirst().kind(), said), found,
                    items(found.getFirst(), snapshot), found.getFirst().kind() == Kind.MISSING
                            && reads.notFound().contains(key.barcode()),
                    conditions.getOrDefault(key.barcode(), List.of()), said));
        });
        history.forEach((key, said) -> {
            if (!there.containsKey(key)) {
                gone(key, said, snapshot, conditions).ifPresent(listed::add);
            }
        });
        // A stable sort: within a kind they stay in the order of the comparison.
        listed.sort(Comparator.comparing(ListedFinding::kind));
        return new FindingList(listed);
    }

    private static Optional<ListedFinding> gone(FindingKey key, List<KeptHandling> said,
            ItemSnapshot snapshot, Map<ItemBarcode, List<Condition>> conditions) {
        return kind(key).map(kind -> {
            List<ItemRecord> items = snapshot.find(key.barcode());
            List<ItemRecord> mine = kind == Kind.CONDITION || key.item().isEmpty() ? items
                    : items.stream().filter(item -> ItemIdentity.of(item).equals(key.item())).toList();
            return new ListedFinding(key, kind, Standing.SETTLED, List.of(), mine, false,
                    conditions.getOrDefault(key.barcode(), List.of()), said);
        });
    }

    /** Empty for a kind of a newer program, which keeps what was said of it. */
    private static Optional<Kind> kind(FindingKey key) {
        return Arrays.stream(Kind.values()).filter(kind -> kind.name().equals(key.kind())).findFirst();
    }

    private static Standing standing(Kind kind, List<KeptHandling> said) {
        Handling.State state = said.isEmpty() ? Handling.State.OPEN : said.getLast().handling().state();
        return switch (state) {
            case OPEN -> kind == Kind.DUPLICATE_SCAN ? Standing.NOTED : Standing.OPEN;
            case HANDLED -> Standing.HANDLED;
            case SET_ASIDE -> Standing.SET_ASIDE;
        };
    }

    /** For what was scanned twice, too, it helps to see what it is. */
    private static List<ItemRecord> items(Finding finding, ItemSnapshot snapshot) {
        List<ItemRecord> items = finding.items();
        return items.isEmpty() ? snapshot.find(finding.barcode()) : items;
    }

    /** By kind; within a kind in the order of the comparison, what is gone behind that. */
    public List<ListedFinding> all() {
        return findings;
    }

    /** The finding with that key; empty when there is none, and nobody said anything of one. */
    public Optional<ListedFinding> find(FindingKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** What people did about {@code finding}; empty when it is not of the comparison that this list was made of. */
    public Optional<ListedFinding> find(Finding finding) {
        return Optional.ofNullable(byFinding.get(finding));
    }

    /** Those that {@code filter} lets through, in the same order. */
    public List<ListedFinding> matching(Predicate<? super ListedFinding> filter) {
        return findings.stream().filter(filter).toList();
    }

    /** How many there are of each kind and standing; none are left out. */
    public Map<Kind, Map<Standing, Integer>> counts() {
        Map<Kind, Map<Standing, Integer>> counts = new EnumMap<>(Kind.class);
        findings.forEach(finding -> counts.computeIfAbsent(finding.kind(), kind -> new EnumMap<>(Standing.class))
                .merge(finding.standing(), 1, Integer::sum));
        return counts;
    }

    /** How many somebody must still do something about. */
    public int open() {
        return (int) findings.stream().filter(finding -> finding.standing() == Standing.OPEN).count();
    }

    /** The barcodes of those that {@code filter} lets through. */
    public Set<ItemBarcode> barcodes(Predicate<? super ListedFinding> filter) {
        Set<ItemBarcode> barcodes = new HashSet<>();
        findings.stream().filter(filter).forEach(finding -> barcodes.add(finding.key().barcode()));
        return barcodes;
    }
}
