/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;
import org.carrel.model.inventory.ConditionCode;
import org.carrel.model.inventory.Handling;

/** What somebody does about findings. */
public sealed interface Deed {

    /** Says how they stand. @param note in their own words; empty leaves each note as it is */
    record Handle(Handling.State state, Optional<String> note) implements Deed {
        public Handle {
            Objects.requireNonNull(state, "state");
            note = note.map(String::strip);
            if (note.map(String::length).orElse(0) > Handling.LONGEST_NOTE) {
                throw new IllegalArgumentException("a note of " + note.get().length() + " characters");
            }
        }
    }

    /** Writes a note, and leaves how they stand as it is. @param note empty to remove it */
    record Note(String note) implements Deed {
        public Note {
            note = note.strip();
            if (note.length() > Handling.LONGEST_NOTE) {
                throw new IllegalArgumentException("a note of " + note.length() + " characters");
            }
        }
    }

    /** Saw what was missing, without a scan: it is there. */
    record Found() implements Deed {}

    /** Looked for what was missing and did not find it. */
    record NotFound() implements Deed {}

    /** Says something of the state of the books. @param has false when they are not in that state after all */
    record Condition(ConditionCode condition, boolean has) implements Deed {
        public Condition {
            Objects.requireNonNull(condition, "condition");
        }
    }

    /** Says which item a barcode stands for that several have. @param item one of those of the finding */
    record Choose(ItemRecord item) implements Deed {
        public Choose {
            Objects.requireNonNull(item, "item");
        }
    }

    /** Whether this can be done about {@code finding}. */
    default boolean fits(ListedFinding finding) {
        return switch (this) {
            case Handle handle -> finding.standing() != Standing.SETTLED
                    && finding.standing() != standing(handle.state(), finding) || handle.note().isPresent();
            case Note note -> true;
            case Found found -> finding.kind() == Kind.MISSING && !finding.findings().isEmpty();
            case NotFound notFound -> finding.kind() == Kind.MISSING && !finding.findings().isEmpty()
                    && !finding.lookedFor();
            case Condition condition -> finding.kind() != Kind.MISSING || finding.findings().isEmpty();
            case Choose choose -> finding.kind() == Kind.DUPLICATE_BARCODE && finding.items().contains(choose.item());
        };
    }

    private static Standing standing(Handling.State state, ListedFinding finding) {
        return switch (state) {
            case OPEN -> finding.kind() == Kind.DUPLICATE_SCAN ? Standing.NOTED : Standing.OPEN;
            case HANDLED -> Standing.HANDLED;
            case SET_ASIDE -> Standing.SET_ASIDE;
        };
    }

    /** What a person does first about a finding of {@code kind}, in two or three words: for a button. */
    static String firstLabel(Kind kind) {
        return Texts.of(Deed.class).get("first." + kind.name());
    }

    /** Those of {@code findings} that this can be done about. */
    default List<ListedFinding> fitting(List<ListedFinding> findings) {
        return findings.stream().filter(this::fits).toList();
    }
}
