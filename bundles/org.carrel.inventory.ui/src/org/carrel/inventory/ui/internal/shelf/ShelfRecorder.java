/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

import org.carrel.inventory.ui.internal.open.OpenProject;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.port.Branch;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.InventoryProjects.Recorded;
import org.carrel.model.port.QueueUnavailableException;

/**
 * Puts what is read on the disk. Confined to one thread, on which everything that is read comes in its order. Nothing
 * waits here: what is neither in the store nor in its journal is nowhere, and whoever scans is told so.
 */
final class ShelfRecorder {

    private static final Texts TEXTS = Texts.of(ShelfRecorder.class);

    private static final int UNKNOWN = -1;

    private final InventoryProjects projects;
    private final OpenProject open;
    private final Branch branch;
    private final IntSupplier reach;
    private Optional<InventorySession> session = Optional.empty();
    private final Set<String> readHere = new HashSet<>();
    /** Whether a condition that comes now is about a book. */
    private boolean isAbout;
    /** What the disk says of the device. */
    private int recordedReach;

    /** @param reach how far out of order the device reads, 0 for one book after the other */
    ShelfRecorder(InventoryProjects projects, OpenProject open, Branch branch, IntSupplier reach) {
        this.reach = Objects.requireNonNull(reach, "reach");
        this.projects = Objects.requireNonNull(projects, "projects");
        this.open = Objects.requireNonNull(open, "open");
        this.branch = Objects.requireNonNull(branch, "branch");
    }

    /** What came of it. */
    sealed interface Answer {

        /**
         * It is on the disk.
         *
         * @param session   in which it was recorded
         * @param reads     all that was saved
         * @param again     how many were left out because a wand read them a moment ago, too
         * @param journaled whether only the journal has it, because the store fails
         */
        record Saved(InventorySession session, List<InventoryRead> reads, int again, boolean journaled)
                implements Answer {
            public Saved {
                reads = List.copyOf(reads);
            }
        }

        /**
         * It is nowhere.
         *
         * @param marks   what is
         * @param failure what nobody expected, when it was that
         */
        record NotSaved(String sentence, List<Mark> marks, Optional<RuntimeException> failure) implements Answer {
            public NotSaved {
                marks = List.copyOf(marks);
            }
        }

        /** It cannot be recorded. @param sentence why, and what to do */
        record Refused(String sentence) implements Answer {}
    }

    /**
     * Records what was read, in one commit.
     *
     * @param sweeps whether the device reads the same books over and over: what it read at this stretch is left out
     */
    Answer record(List<Mark> marks, boolean sweeps) {
        List<Mark> wanted = sweeps ? marks.stream().filter(this::isNew).toList() : marks;
        Optional<String> refusal = begin();
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        if (!isAbout && wanted.stream().findFirst().filter(first -> first.kind() == Kind.CONDITION).isPresent()) {
            return new Answer.Refused(TEXTS.get("record.aboutNothing"));
        }
        int again = marks.size() - wanted.size();
        List<Mark> all = withReach(wanted);
        if (all.isEmpty()) {
            return new Answer.Saved(session.orElseThrow(), List.of(), again, false);
        }
        try {
            return switch (projects.record(session.orElseThrow().number(), all)) {
                case Recorded.Stored stored -> saved(stored.reads(), again, false);
                case Recorded.Journaled journaled -> saved(journaled.reads(), again, true);
                case Recorded.NotSaved not -> notSaved(not.sentence(), wanted, Optional.empty());
            };
        } catch (RuntimeException e) {
            // Nobody knows whether it is on the disk; read twice it counts once, and not read it is missing.
            return notSaved(TEXTS.get("record.failed"), wanted, Optional.of(e));
        }
    }

    private Answer saved(List<InventoryRead> reads, int again, boolean journaled) {
        reads.forEach(read -> remember(read.mark()));
        return new Answer.Saved(session.orElseThrow(), reads, again, journaled);
    }

    /** A condition that comes next would be taken for one of the book before. */
    private Answer notSaved(String sentence, List<Mark> marks, Optional<RuntimeException> failure) {
        isAbout = false;
        return new Answer.NotSaved(sentence, marks, failure);
    }

    /** Another device than before is said first. */
    private List<Mark> withReach(List<Mark> wanted) {
        int now = reach.getAsInt();
        if (wanted.stream().noneMatch(mark -> mark.kind() == Kind.ITEM) || now == recordedReach) {
            return wanted;
        }
        List<Mark> all = new ArrayList<>(wanted);
        all.addFirst(new Mark(Kind.REACH, Integer.toString(now), wanted.getFirst().at()));
        return all;
    }

    /** When that cannot be read, it is said again: nothing that was scanned waits for it. */
    private int lastReach(InventorySession of) {
        try {
            return lastReachOnDisk(of);
        } catch (QueueUnavailableException e) {
            return UNKNOWN;
        }
    }

    private int lastReachOnDisk(InventorySession of) {
        return projects.reads(of.project()).stream().filter(read -> read.session() == of.number())
                .map(InventoryRead::mark).filter(mark -> mark.kind() == Kind.REACH)
                .reduce((first, second) -> second).map(mark -> Integer.parseInt(mark.text())).orElse(0);
    }

    private boolean isNew(Mark mark) {
        return mark.kind() != Kind.ITEM || !readHere.contains(mark.text());
    }

    private void remember(Mark mark) {
        isAbout = (isAbout || mark.kind().isOfItem()) && mark.kind() != Kind.TAKEN_BACK;
        switch (mark.kind()) {
            case ITEM -> readHere.add(mark.text());
            case TAKEN_BACK -> readHere.remove(mark.text());
            case SHELF -> readHere.clear();
            case REACH -> recordedReach = Integer.parseInt(mark.text());
            default -> {
                // Says nothing of what was read.
            }
        }
    }

    private Optional<Long> number() {
        return session.map(InventorySession::number);
    }

    private boolean isOfProject(Optional<InventorySession> one) {
        return one.isPresent() && open.current().filter(now -> now.number() == one.get().project()).isPresent();
    }

    /** Finds the session to record in; a sentence when there is none. */
    private Optional<String> begin() {
        Optional<InventoryProject> project = open.current();
        if (project.isEmpty()) {
            return Optional.of(TEXTS.get("record.nothingOpen"));
        }
        if (!project.get().isOpen()) {
            return Optional.of(TEXTS.get("record.closed", project.get().name()));
        }
        // In this order: when the session comes in between, it is seen.
        Optional<OpenProject.Reader> reader = open.reader();
        Optional<InventorySession> chosen = open.session();
        if (chosen.isEmpty() && reader.isEmpty() && isOfProject(session)) {
            chosen = session;
        }
        String person = reader.map(OpenProject.Reader::person).orElse(branch.origin().operator()).strip();
        String device = reader.map(OpenProject.Reader::device).orElse(branch.origin().workstation()).strip();
        if (chosen.isEmpty() && (person.isEmpty() || device.isEmpty())) {
            return Optional.of(TEXTS.get("record.nobody"));
        }
        try {
            if (chosen.isEmpty()) {
                chosen = projects.session(project.get().number(), person, device);
            }
            if (chosen.isPresent() && !chosen.map(InventorySession::number).equals(number())) {
                recordedReach = lastReach(chosen.get());
                readHere.clear();
                isAbout = false;
                session = chosen;
            }
        } catch (QueueUnavailableException e) {
            return Optional.of(e.getMessage());
        }
        return chosen.isEmpty() ? Optional.of(TEXTS.get("record.closed", project.get().name())) : Optional.empty();
    }
}
