/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.ItemBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.port.UploadLedger.Uploaded;

/**
 * What an upload has to do. Pure: the same rows give the same plan.
 *
 * <p>
 * Each item has a chain of its own, in the order in which things occurred; what occurred at the same moment is in the
 * order of the ids, which follow the order of recording. What occurred before something that the library system already
 * has for this item (another desk was faster, a file was imported late) is outdated: sending it would take the item
 * back to a state that the desk has left behind.
 *
 * <p>
 * Chains that were tried before and failed come last, so that a row that the library system chokes on cannot stand in
 * the way of the others, run after run. Otherwise the oldest chain comes first.
 *
 * @param chains   what to send, in order of starting
 * @param outdated what ends as superseded at once
 * @param rule     how to walk each chain
 */
record UploadPlan(List<Chain> chains, List<QueueEntry> outdated, Rule rule) {

    private static final Comparator<QueueEntry> AS_IT_OCCURRED = Comparator
            .comparing((QueueEntry row) -> row.transaction().occurredAt()).thenComparing(QueueEntry::id);

    private static final Comparator<Chain> FRESH_AND_OLD_FIRST = Comparator.comparingInt(Chain::attempts)
            .thenComparing(Chain::oldest, AS_IT_OCCURRED);

    UploadPlan {
        chains = List.copyOf(chains);
        outdated = List.copyOf(outdated);
        Objects.requireNonNull(rule, "rule");
    }

    /**
     * Makes a plan.
     *
     * @param pending        every row that is pending, in any order
     * @param latestUploaded the latest transaction that the library system has, for items that have one
     */
    static UploadPlan of(Collection<QueueEntry> pending, Map<ItemBarcode, Uploaded> latestUploaded, Rule rule) {
        List<QueueEntry> outdated = new ArrayList<>();
        Map<ItemBarcode, List<QueueEntry>> byItem = new LinkedHashMap<>();
        for (QueueEntry row : pending.stream().sorted(AS_IT_OCCURRED).toList()) {
            Uploaded latest = latestUploaded.get(row.transaction().item());
            if (latest != null && latest.isAfter(row.transaction())) {
                outdated.add(row);
            } else {
                byItem.computeIfAbsent(row.transaction().item(), item -> new ArrayList<>()).add(row);
            }
        }
        List<Chain> chains = byItem.entrySet().stream().map(entry -> new Chain(entry.getKey(), entry.getValue()))
                .sorted(FRESH_AND_OLD_FIRST).toList();
        return new UploadPlan(chains, outdated, rule);
    }

    /** How many rows the plan settles when all goes well. */
    int total() {
        return outdated.size() + chains.stream().mapToInt(chain -> chain.rows().size()).sum();
    }
}
