/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.Texts;

/**
 * A report as data. Immutable; its rows are read when it is written.
 *
 * @param title    what people read
 * @param about    what it is of
 * @param sections in the order in which they are read; never empty
 */
public record Report(String title, About about, List<Section> sections) {

    private static final Texts TEXTS = Texts.of(Report.class);

    /**
     * What every report says of itself.
     *
     * @param branch       the name of the branch
     * @param scope        what was looked at, in words
     * @param snapshotOf   the day of the item file that was compared with; empty when there was none
     * @param madeAt       when the report was made
     * @param personalData what it holds about people, in a sentence; empty when there is nothing of the kind
     * @param more         what else is worth knowing
     */
    public record About(String branch, String scope, Optional<LocalDate> snapshotOf, Instant madeAt,
            Optional<String> personalData, List<Fact> more) {

        public About {
            Objects.requireNonNull(branch, "branch");
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(snapshotOf, "snapshotOf");
            Objects.requireNonNull(madeAt, "madeAt");
            Objects.requireNonNull(personalData, "personalData");
            more = List.copyOf(more);
        }
    }

    /** One thing to know: its name and its value. */
    public record Fact(String name, Cell value) {
        public Fact {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    public Report {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(about, "about");
        sections = List.copyOf(sections);
        Objects.checkIndex(0, sections.size());
    }

    /** What every format writes before the rows: branch, scope, the day of the item file, when it was made, people. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(TEXTS.get("fact.branch"), Cell.of(about.branch())));
        facts.add(new Fact(TEXTS.get("fact.scope"), Cell.of(about.scope())));
        facts.add(new Fact(TEXTS.get("fact.snapshot"),
                about.snapshotOf().map(Cell::of).orElseGet(() -> Cell.of(TEXTS.get("fact.snapshot.none")))));
        facts.add(new Fact(TEXTS.get("fact.made"), Cell.of(about.madeAt())));
        facts.add(new Fact(TEXTS.get("fact.people"),
                Cell.of(about.personalData().orElseGet(() -> TEXTS.get("fact.people.none")))));
        facts.addAll(about.more());
        return facts;
    }

    /** The same with other sections. */
    public Report with(List<Section> others) {
        return new Report(title, about, others);
    }
}
