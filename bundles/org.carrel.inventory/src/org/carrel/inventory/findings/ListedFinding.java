/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.model.ItemRecord;
import org.carrel.model.inventory.FindingKey;
import org.carrel.model.inventory.KeptHandling;

/**
 * A finding and what people did about it. Immutable.
 *
 * @param key        by which it is known again
 * @param kind       what is or was the matter
 * @param standing   how it stands
 * @param findings   as the comparison has them, several when something was scanned again and again; empty when it is
 *                   gone
 * @param items      that it is about; several when nobody knows which of them it is, none when nobody knows any
 * @param lookedFor  whether somebody looked for it and did not find it
 * @param conditions what was said of the state of the book, in the order in which it was said
 * @param history    what people said of it, the oldest first
 */
public record ListedFinding(FindingKey key, Finding.Kind kind, Standing standing, List<Finding> findings,
        List<ItemRecord> items, boolean lookedFor, List<ProjectReads.Condition> conditions,
        List<KeptHandling> history) {

    public ListedFinding {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(standing, "standing");
        findings = List.copyOf(findings);
        items = List.copyOf(items);
        conditions = List.copyOf(conditions);
        history = List.copyOf(history);
    }

    /** The finding; empty when it is gone. */
    public Optional<Finding> finding() {
        return findings.stream().findFirst();
    }

    /** The item; empty when nobody knows which one it is, or any. */
    public Optional<ItemRecord> item() {
        return items.size() == 1 ? Optional.of(items.getFirst()) : Optional.empty();
    }

    /** The read it is about; empty when it is about none. */
    public Optional<ShelfRead> read() {
        return finding().filter(Finding.OfRead.class::isInstance).map(one -> ((Finding.OfRead) one).read());
    }

    /** What was said last. */
    public Optional<KeptHandling> last() {
        return history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
    }

    /** The note as it is now; empty when there is none. */
    public String note() {
        return last().map(kept -> kept.handling().note()).orElse("");
    }

    /** What to do, in words: a sentence. */
    public String nextStep() {
        return Words.nextStep(this);
    }

    /** Where it belongs, in words; empty when nobody knows. */
    public String whereTo() {
        return Words.whereTo(this);
    }
}
