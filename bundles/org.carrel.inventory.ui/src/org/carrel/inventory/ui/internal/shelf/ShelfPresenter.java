/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;

import org.carrel.inventory.ui.internal.open.OpenProject;
import org.carrel.inventory.ui.internal.open.Result;
import org.carrel.inventory.ui.internal.shelf.ShelfRecorder.Answer;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.scan.ScanEvent;
import org.carrel.ui.Icon;
import org.carrel.ui.Sounds;
import org.carrel.ui.Sounds.Sound;
import org.carrel.ui.Tone;

/**
 * What happens between the one who reads and the disk. Knows nothing of widgets. Belongs to the UI thread, but for
 * {@link #scanned}, and never makes it wait: what is read goes to the disk on the {@code recorder}, one after the
 * other, and is judged on a thread of its own; recording never waits for a judgement. What is heard and shown of a read
 * comes after its commit.
 */
final class ShelfPresenter {

    private final Texts texts = Texts.of(ShelfPresenter.class);
    private final OpenProject open;
    private final ShelfRecorder recording;
    private final Marks marks;
    private final ShelfWords words;
    private final Sounds sounds;
    private final OnlineDetails online;
    private final Runnable changed;
    private final IntSupplier reach;
    private final Clock clock;
    private final ShelfScreen screen;
    private final Judge judge;
    private final Threads threads;
    private Optional<Shown> shown = Optional.empty();
    /** What is nowhere, and nobody has noted yet. */
    private final List<Mark> unsaved = new ArrayList<>();
    /** Whether what was read last was read before anything was known of it. */
    private boolean saidUnjudged;

    /** What the shelf that is shown was made of. */
    private record Shown(InventoryProject project, Optional<Long> session, Optional<String> itemFile) {}

    /**
     * The threads that a presenter works with; each keeps the order.
     *
     * @param failures hears of what was not expected
     */
    record Threads(Executor recorder, Executor ui, Consumer<Throwable> failures) {}

    /**
     * What a presenter works with.
     *
     * @param changed is told when something was recorded, on the recorder
     * @param reach   how far out of order the device reads, 0 for one after the other; asked on any thread
     */
    record Services(OpenProject open, ShelfRecorder recording, Judge judge, Marks marks, ShelfWords words,
            Sounds sounds, OnlineDetails online, Runnable changed, IntSupplier reach, Clock clock) {}

    ShelfPresenter(Services services, ShelfScreen screen, Threads threads) {
        open = services.open();
        recording = services.recording();
        judge = services.judge();
        marks = services.marks();
        words = services.words();
        sounds = services.sounds();
        online = services.online();
        changed = services.changed();
        reach = services.reach();
        clock = services.clock();
        this.screen = Objects.requireNonNull(screen, "screen");
        this.threads = Objects.requireNonNull(threads, "threads");
    }

    /** Something was typed, or scanned by a scanner that types. */
    void typed(String text) {
        if (text.isBlank()) {
            return;
        }
        marks.typed(text, clock.instant()).ifPresentOrElse(mark -> record(List.of(mark), reach.getAsInt() > 0),
                () -> refuse(texts.get("typed.refused"), texts.get("typed.refused.sentence")));
    }

    /** A device read something. Any thread. */
    void scanned(ScanEvent event) {
        Marks.Scanned scanned = marks.scanned(event);
        if (!scanned.unreadable().isEmpty()) {
            refuse(texts.get("scanned.refused", event.name(), scanned.unreadable().size()),
                    scanned.unreadable().getFirst());
        }
        if (!scanned.marks().isEmpty()) {
            record(scanned.marks(), event.stack() || reach.getAsInt() > 0);
        }
    }

    /** What comes now stands on another shelf. @param location its shelving location; empty when nobody says */
    void newShelf(String location) {
        record(List.of(new Mark(Kind.SHELF, location.strip(), clock.instant())), false);
    }

    /** Somebody saw the book of that row, or looked for it in vain, and did not scan it. */
    void mark(Kind kind, int row) {
        judge.ask(shelf -> shelf.expected(row, 1), rows -> rows.forEach(one -> {
            if (one.state().isHere() && one.state() != RowState.FOUND) {
                hint(texts.get("mark.read", one.item().callNumber()), texts.get("mark.read.sentence"));
            } else {
                record(List.of(new Mark(kind, one.item().barcode().value(), clock.instant())), false);
            }
        }));
    }

    /** Somebody says something of the state of the book that was read last. */
    void condition(String code) {
        record(List.of(new Mark(Kind.CONDITION, code, clock.instant())), false);
    }

    /** Takes back what was read or said last. */
    void undo() {
        judge.ask(shelf -> Judge.undoing(shelf, clock.instant()), mark -> mark
                .ifPresentOrElse(one -> record(List.of(one), false),
                        () -> hint(texts.get("undo.nothing"), texts.get("undo.nothing.sentence"))));
    }

    /** Nothing was done, and nothing is wrong. */
    void hint(String headline, String sentence) {
        sounds.play(Sound.WARNING);
        screen.say(new Said(Tone.NEUTRAL, headline, "", sentence, Sound.WARNING));
    }

    /** Somebody has noted what could not be saved, and scans it again when that can be done. */
    void notedUnsaved() {
        unsaved.clear();
        screen.unsaved("", unsaved);
    }

    /** Nothing waits: what was read is on the disk, or was said not to be. */
    void close() {
        online.forget();
    }

    private void record(List<Mark> read, boolean sweeps) {
        threads.recorder().execute(() -> {
            switch (recording.record(read, sweeps)) {
                case Answer.Saved saved -> saved(saved);
                case Answer.NotSaved not -> {
                    sounds.play(Sound.REFUSED);
                    not.failure().ifPresent(threads.failures());
                    threads.ui().execute(() -> {
                        screen.say(new Said(Tone.BAD, Icon.NOT_SAVED, texts.get("unsaved"), "", not.sentence(),
                                Sound.REFUSED));
                        unsaved.addAll(not.marks());
                        screen.unsaved(not.sentence(), List.copyOf(unsaved));
                    });
                }
                case Answer.Refused refused -> refuse(texts.get("refused"), refused.sentence());
            }
        });
    }

    private void refuse(String headline, String sentence) {
        Said said = new Said(Tone.BAD, headline, "", sentence, Sound.REFUSED);
        sounds.play(said.sound());
        threads.ui().execute(() -> screen.say(said));
    }

    /** On the recorder. */
    private void saved(Answer.Saved saved) {
        if (saved.reads().isEmpty()) {
            if (saved.again() > 0) {
                Said said = heard(new Shelf.Taken(List.of(), Optional.empty(), false), saved).said();
                threads.ui().execute(() -> screen.say(said));
            }
            return;
        }
        changed.run();
        judge.recorded(saved.session(), saved.reads(), taken -> heard(taken, saved), judged -> {
            // Who scans is welcomed before something is said of the book.
            begun(saved.session());
            screen.say(judged.value().said());
            Entry last = judged.value().taken().entries().getLast();
            saidUnjudged = last.isOnShelf() && !last.isJudged();
            screen.online(Tone.NEUTRAL, "");
            judged.glance().ifPresent(glance -> screen.show(glance, true));
            askOnline(judged.value().taken());
        });
    }

    /** What was read, and what is said of it. */
    private record Heard(Shelf.Taken taken, Said said) {}

    /** The ear is quicker than the eye, and need not wait for it. */
    private Heard heard(Shelf.Taken taken, Answer.Saved saved) {
        Said said = saved.journaled() ? words.inJournal(words.of(taken, saved.again()))
                : words.of(taken, saved.again());
        sounds.play(said.sound());
        return new Heard(taken, said);
    }

    /** Somebody scanned without having said so before: the session that was used is the one that goes on. */
    private void begun(InventorySession session) {
        boolean isOfProject = open.current().filter(now -> now.number() == session.project()).isPresent();
        if (isOfProject && open.session().isEmpty()) {
            open.goOn(session);
        }
    }

    private void askOnline(Shelf.Taken taken) {
        Entry last = taken.entries().getLast();
        if (taken.entries().size() > 1 || !last.isOnShelf()) {
            online.forget();
            return;
        }
        boolean expected = last.item().filter(item -> item.status().expectedOnShelf()).isPresent();
        online.ask(new ItemBarcode(last.mark().text()), expected, line -> {
            if (line.surprise()) {
                sounds.play(Sound.STATUS);
            }
            screen.online(line.tone(), line.sentence());
        });
    }

    /** Another project, session, item file or comparison: shows that. */
    void refresh(Optional<Result.Ready> result, Function<Result.Ready, JudgedShelf.Basis> basis) {
        Optional<InventoryProject> project = open.current();
        if (project.isEmpty()) {
            shown = Optional.empty();
            judge.clear(glance -> screen.show(glance, false));
            return;
        }
        Optional<Result.Ready> ready = result.filter(one -> one.project().number() == project.get().number());
        Shown wanted = new Shown(project.get(), open.session().map(InventorySession::number),
                ready.map(one -> one.items().snapshot().description().id()));
        if (shown.equals(Optional.of(wanted))) {
            ready.ifPresent(one -> judge.compared(one, glance -> screen.show(glance, false)));
        } else {
            shown = Optional.of(wanted);
            judge.load(new Judge.Load(project.get().number(), open.session(), ready, basis),
                    glance -> {
                        screen.show(glance, true);
                        sayAgain();
                    });
        }
    }

    /** Who scans before the item file was looked up hears at once that it is saved, and a little later what it is. */
    private void sayAgain() {
        if (saidUnjudged) {
            judge.ask(shelf -> shelf.read(shelf.readSize() - 1, 1), last -> last.stream().filter(Entry::isJudged)
                    .map(entry -> words.of(new Shelf.Taken(List.of(entry), Optional.empty(), false), 0))
                    .forEach(said -> {
                        saidUnjudged = false;
                        if (said.sound() != Sound.SAVED) {
                            sounds.play(said.sound());
                        }
                        screen.say(said);
                    }));
        }
    }

    private static OptionalInt around(Shelf shelf, int from, int step) {
        OptionalInt found = shelf.problem(from, step);
        return found.isPresent() ? found : shelf.problem(step > 0 ? -1 : shelf.expectedSize(), step);
    }

    /** Rows of what is expected, soon. */
    void expected(int from, int count, Consumer<List<ExpectedRow>> then) {
        judge.ask(shelf -> shelf.expected(from, count), then);
    }

    /** Rows of what was read, soon. */
    void read(int from, int count, Consumer<List<Entry>> then) {
        judge.ask(shelf -> shelf.read(from, count), then);
    }

    /** Somebody looks at that row of what is expected. */
    void lookAtRow(int row) {
        judge.ask(shelf -> shelf.entryOf(row), entry -> screen.select(OptionalInt.of(row), entry));
    }

    /** Somebody looks at that row of what was read. */
    void lookAtEntry(int entry) {
        judge.ask(shelf -> Judge.rowOf(shelf, entry), row -> screen.select(row, OptionalInt.of(entry)));
    }

    /** Goes to the next row that somebody should look at, round and round. @param step 1, or -1 for the one before */
    void nextProblem(int from, int step) {
        judge.ask(shelf -> around(shelf, from, step).stream().boxed()
                .map(row -> new int[] { row, shelf.entryOf(row).orElse(-1) }).findFirst(),
                found -> found.ifPresentOrElse(
                        at -> screen.select(OptionalInt.of(at[0]),
                                at[1] < 0 ? OptionalInt.empty() : OptionalInt.of(at[1])),
                        () -> sounds.play(Sound.REPEATED)));
    }
}
