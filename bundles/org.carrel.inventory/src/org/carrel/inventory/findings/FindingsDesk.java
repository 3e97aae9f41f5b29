/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.Origin;
import org.carrel.model.Texts;
import org.carrel.model.inventory.ConditionCode;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.Handling.State;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.ItemChoice;
import org.carrel.model.port.InventoryFindings;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.InventoryProjects.Recorded;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where people deal with findings, one by one or many at once. A service, safe for use by several threads; it waits for
 * the disk: not for the UI thread.
 *
 * <p>
 * Marks are recorded before the findings are said to be handled, so that a failure between the two never leaves a
 * handled finding that nothing stands behind. The mark is what counts: it settles the finding, or says that somebody
 * looked, also from the journal while the store takes nothing. Marks are of a session of their own, so that they never
 * come between what somebody scans.
 */
@Component(service = FindingsDesk.class)
public final class FindingsDesk {

    private static final Texts TEXTS = Texts.of(FindingsDesk.class);
    private static final int LONGEST_NAME = 255;

    private final InventoryProjects projects;
    private final InventoryFindings findings;
    private final Clock clock;

    @Activate
    public FindingsDesk(@Reference InventoryProjects projects, @Reference InventoryFindings findings) {
        this(projects, findings, Clock.systemUTC());
    }

    public FindingsDesk(InventoryProjects projects, InventoryFindings findings, Clock clock) {
        this.projects = projects;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * Does {@code deed} about each of {@code chosen} that it fits; the others are left alone.
     *
     * @param project the number of the project that they are of
     * @param by      who does it
     */
    public Done perform(long project, Deed deed, List<ListedFinding> chosen, Origin by) {
        Objects.requireNonNull(by, "by");
        List<ListedFinding> fitting = deed.fitting(chosen);
        if (fitting.isEmpty()) {
            return new Done.Kept(0, new Done.Back(project, List.of(), List.of(), List.of()));
        }
        Instant now = clock.instant();
        return switch (deed) {
            case Deed.Handle handle -> handle(project, fitting, Optional.of(handle.state()), handle.note(), by);
            case Deed.Note note -> handle(project, fitting, Optional.empty(), Optional.of(note.note()), by);
            case Deed.Found found -> mark(project, fitting, marks(fitting, Kind.FOUND, now),
                    fitting.stream().map(one -> mark(one.lookedFor() ? Kind.NOT_FOUND : Kind.UNMARKED, one, now))
                            .toList(),
                    State.HANDLED, by);
            case Deed.NotFound notFound -> mark(project, fitting, marks(fitting, Kind.NOT_FOUND, now),
                    marks(fitting, Kind.UNMARKED, now), State.OPEN, by);
            case Deed.Condition said -> record(project, said(said.condition(), said.has(), fitting, now), by)
                    .<Done>map(Done.NotSaved::new).orElseGet(() -> new Done.Kept(fitting.size(), new Done.Back(project,
                            List.of(), said(said.condition(), !said.has(), changed(said, fitting), now), List.of())));
            case Deed.Choose choose -> choose(project, choose, fitting.getFirst(), by);
        };
    }

    /** Says once more how things were before. */
    public Done takeBack(Done.Back back, Origin by) {
        Optional<String> notRecorded = record(back.project(), back.marks(), by);
        if (notRecorded.isPresent()) {
            return new Done.NotSaved(notRecorded.get());
        }
        for (ItemChoice choice : back.choices()) {
            if (findings.choose(back.project(), choice, by) instanceof InventoryFindings.Kept.NotSaved not) {
                return new Done.NotSaved(not.sentence());
            }
        }
        return findings.handle(back.project(), back.handlings(), by) instanceof InventoryFindings.Kept.NotSaved not
                ? new Done.NotSaved(not.sentence())
                : new Done.Kept(back.size(), new Done.Back(back.project(), List.of(), List.of(), List.of()));
    }

    private Done handle(long project, List<ListedFinding> fitting, Optional<State> state, Optional<String> note,
            Origin by) {
        List<Handling> said = fitting.stream().map(one -> new Handling(one.key(),
                state.orElse(before(one).state()), note.orElse(one.note()))).toList();
        return switch (findings.handle(project, said, by)) {
            case InventoryFindings.Kept.Stored stored -> new Done.Kept(fitting.size(),
                    new Done.Back(project, fitting.stream().map(FindingsDesk::before).toList(), List.of(), List.of()));
            case InventoryFindings.Kept.NotSaved not -> new Done.NotSaved(not.sentence());
        };
    }

    private static Handling before(ListedFinding finding) {
        return finding.last().map(kept -> kept.handling())
                .orElseGet(() -> new Handling(finding.key(), State.OPEN, ""));
    }

    private Done mark(long project, List<ListedFinding> fitting, List<Mark> marks, List<Mark> back, State state,
            Origin by) {
        Optional<String> notRecorded = record(project, marks, by);
        if (notRecorded.isPresent()) {
            return new Done.NotSaved(notRecorded.get());
        }
        return switch (handle(project, fitting, Optional.of(state), Optional.empty(), by)) {
            case Done.Kept kept -> new Done.Kept(kept.findings(),
                    new Done.Back(project, kept.back().handlings(), back, List.of()));
            case Done.NotSaved not -> new Done.Kept(fitting.size(),
                    new Done.Back(project, List.of(), back, List.of()));
        };
    }

    private Done choose(long project, Deed.Choose choose, ListedFinding finding, Origin by) {
        ItemChoice choice = new ItemChoice(finding.key().barcode(), ItemIdentity.of(choose.item()));
        if (findings.choose(project, choice, by) instanceof InventoryFindings.Kept.NotSaved not) {
            return new Done.NotSaved(not.sentence());
        }
        return switch (handle(project, List.of(finding), Optional.of(State.HANDLED), Optional.empty(), by)) {
            case Done.Kept kept -> new Done.Kept(1, new Done.Back(project, kept.back().handlings(), List.of(),
                    List.of(new ItemChoice(choice.barcode(), ""))));
            case Done.NotSaved not -> not;
        };
    }

    private static List<Mark> marks(List<ListedFinding> findings, Kind kind, Instant now) {
        return findings.stream().map(one -> mark(kind, one, now)).distinct().toList();
    }

    private static Mark mark(Kind kind, ListedFinding finding, Instant now) {
        return new Mark(kind, finding.key().barcode().value(), now);
    }

    private static List<Mark> said(ConditionCode condition, boolean has, List<ListedFinding> findings, Instant now) {
        List<Mark> marks = new ArrayList<>();
        for (Mark about : marks(findings, Kind.ABOUT, now)) {
            marks.add(about);
            marks.add(new Mark(has ? Kind.CONDITION : Kind.NO_CONDITION, condition.code(), now));
        }
        return marks;
    }

    /** Taking back that a book is damaged must not undo what somebody said of it before. */
    private static List<ListedFinding> changed(Deed.Condition said, List<ListedFinding> findings) {
        return findings.stream().filter(one -> one.conditions().stream()
                .anyMatch(had -> had.code().equalsIgnoreCase(said.condition().code())) != said.has()).toList();
    }

    /** Why it was not recorded; empty when it was. */
    private Optional<String> record(long project, List<Mark> marks, Origin by) {
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        Optional<InventorySession> session = projects.session(project, person(by), TEXTS.get("session.device"));
        if (session.isEmpty()) {
            return Optional.of(TEXTS.get("session.closed"));
        }
        return switch (projects.record(session.get().number(), marks)) {
            case Recorded.Stored stored -> Optional.empty();
            case Recorded.Journaled journaled -> Optional.empty();
            case Recorded.NotSaved not -> Optional.of(not.sentence());
        };
    }

    private static String person(Origin by) {
        String name = by.operator().isBlank() ? by.workstation() : by.operator();
        String known = name.isBlank() ? TEXTS.get("session.nobody") : name.strip();
        return known.length() <= LONGEST_NAME ? known : known.substring(0, LONGEST_NAME);
    }
}
