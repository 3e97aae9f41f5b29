/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.ui.internal.open.Result;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.port.InventoryProjects;

/**
 * The shelf with the one thread that may touch it. Every method returns at once, on any thread; what comes of it comes
 * on the UI thread, in the order of the calls.
 */
final class Judge {

    private final InventoryProjects projects;
    private final Executor thread;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    /** How much is to be judged yet: a picture that the next one replaces at once is not drawn. */
    private final AtomicInteger waiting = new AtomicInteger();
    private Shelf shelf = Shelf.unjudged();
    private OptionalLong project = OptionalLong.empty();
    private Optional<Load> loaded = Optional.empty();

    /**
     * What a shelf is made of.
     *
     * @param project the number of the project that is open
     * @param session whose reads are listed
     * @param result  of the comparison, when there is one
     * @param basis   makes what it is judged by of that result
     */
    record Load(long project, Optional<InventorySession> session, Optional<Result.Ready> result,
            Function<Result.Ready, JudgedShelf.Basis> basis) {}

    /** @param thread one, that keeps the order */
    Judge(InventoryProjects projects, Executor thread, Executor ui, Consumer<Throwable> failures) {
        this.projects = Objects.requireNonNull(projects, "projects");
        this.thread = Objects.requireNonNull(thread, "thread");
        this.ui = Objects.requireNonNull(ui, "ui");
        this.failures = Objects.requireNonNull(failures, "failures");
    }

    /** What was judged, with a picture unless another one comes at once. */
    record Judged<T>(T value, Optional<ShelfScreen.Glance> glance) {}

    private <T> void run(Function<Shelf, T> work, Consumer<Judged<T>> then) {
        waiting.incrementAndGet();
        thread.execute(() -> {
            try {
                T value = work.apply(shelf);
                boolean last = waiting.decrementAndGet() == 0;
                Judged<T> judged = new Judged<>(value, last ? Optional.of(glance()) : Optional.empty());
                ui.execute(() -> then.accept(judged));
            } catch (RuntimeException e) {
                waiting.decrementAndGet();
                failures.accept(e);
            }
        });
    }

    private ShelfScreen.Glance glance() {
        return new ShelfScreen.Glance(shelf.expectedSize(), shelf.readSize(), shelf.position(), shelf.progress(),
                shelf.picture());
    }

    /** Asks the shelf for something, such as some of its rows. */
    <T> void ask(Function<Shelf, T> question, Consumer<T> then) {
        thread.execute(() -> {
            try {
                T answer = question.apply(shelf);
                ui.execute(() -> then.accept(answer));
            } catch (RuntimeException e) {
                failures.accept(e);
            }
        });
    }

    /** No project is open. */
    void clear(Consumer<ShelfScreen.Glance> then) {
        run(before -> {
            project = OptionalLong.empty();
            loaded = Optional.empty();
            shelf = Shelf.unjudged();
            return shelf;
        }, judged -> judged.glance().ifPresent(then));
    }

    /** Makes the shelf anew, from what is on the disk. */
    void load(Load load, Consumer<ShelfScreen.Glance> then) {
        run(before -> {
            reload(load);
            return shelf;
        }, judged -> judged.glance().ifPresent(then));
    }

    private void reload(Load load) {
        project = OptionalLong.of(load.project());
        loaded = Optional.of(load);
        shelf = load.result().map(load.basis()).map(Shelf::of).orElseGet(Shelf::unjudged);
        shelf.goOn(StandingReads.of(projects.reads(load.project())),
                load.session().map(one -> OptionalLong.of(one.number())).orElse(OptionalLong.empty()));
        load.result().ifPresent(one -> shelf.compared(one.comparison(), one.reads(), isWhole(one)));
    }

    private static boolean isWhole(Result.Ready result) {
        return result.coverage() == Coverage.WHOLE_SCOPE;
    }

    /** The project was compared again. */
    void compared(Result.Ready result, Consumer<ShelfScreen.Glance> then) {
        run(before -> before.compared(result.comparison(), result.reads(), isWhole(result)), judged -> {
            if (judged.value()) {
                judged.glance().ifPresent(then);
            }
        });
    }

    /**
     * Judges what was recorded.
     *
     * @param words makes of it what is said; on the judge's thread
     */
    <T> void recorded(InventorySession session, List<InventoryRead> reads, Function<Shelf.Taken, T> words,
            Consumer<Judged<T>> then) {
        run(now -> words.apply(take(now, session, reads)), then);
    }

    private Shelf.Taken take(Shelf now, InventorySession session, List<InventoryRead> reads) {
        boolean isShown = project.isPresent() && project.getAsLong() == session.project();
        if (!isShown) {
            return new Shelf.Taken(List.of(Entry.of(0, reads.getLast().mark())), Optional.empty(), false);
        }
        if (reads.stream().map(read -> read.mark().kind()).noneMatch(Judge::takesBack)) {
            return now.take(reads);
        }
        Entry last = now.describe(reads.getLast().mark());
        loaded.ifPresent(this::reload);
        return new Shelf.Taken(List.of(last), Optional.empty(), false);
    }

    private static boolean takesBack(Kind kind) {
        return kind == Kind.TAKEN_BACK || kind == Kind.UNMARKED || kind == Kind.NO_CONDITION;
    }

    /** What takes back what this session said last; empty when there is nothing to take back. */
    static Optional<Mark> undoing(Shelf shelf, Instant at) {
        List<Entry> last = shelf.read(Math.max(0, shelf.readSize() - 1), 1);
        return last.stream().flatMap(entry -> switch (entry.mark().kind()) {
            case ITEM -> Optional.of(Kind.TAKEN_BACK).stream();
            case FOUND, NOT_FOUND -> Optional.of(Kind.UNMARKED).stream();
            case CONDITION -> Optional.of(Kind.NO_CONDITION).stream();
            default -> Optional.<Kind>empty().stream();
        }).findFirst().map(kind -> new Mark(kind, last.getFirst().mark().text(), at));
    }

    /** The row of what was read there. */
    static OptionalInt rowOf(Shelf shelf, int entry) {
        return shelf.read(entry, 1).stream().map(Entry::row).findFirst().orElse(OptionalInt.empty());
    }
}
