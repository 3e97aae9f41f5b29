/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFileUpdates;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.ItemSource;
import org.carrel.model.port.Subscription;
import org.carrel.ui.Failures;
import org.carrel.ui.Tone;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports and fetches item files, one at a time, for whoever shows it; goes on when nobody does. A service; safe for
 * use by several threads. Until an import ended well the former item file is in use, and afterwards as well when it did
 * not.
 */
@Component(service = ItemFileWork.class)
public final class ItemFileWork {

    private static final Texts TEXTS = Texts.of(ItemFileWork.class);

    private final ItemSnapshots snapshots;
    private final ItemFiles files;
    private final ItemSnapshots.ShelfKeys keys;
    private final ItemFileUpdates updates;
    private final Clock clock;
    private final Runner runner;
    private final ItemFileWords words = new ItemFileWords();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Optional<Running> running = Optional.empty();
    private Optional<Said> last = Optional.empty();

    /** Runs something on a thread of its own, under a name that people see. */
    interface Runner {
        void run(String name, Consumer<IProgressMonitor> work);
    }

    /**
     * How it stands.
     *
     * @param busy    what is being done; empty when nothing is
     * @param percent of what is being done; below zero when nobody knows
     * @param last    how the last one of this session ended; empty while one is under way and before the first
     */
    record State(Optional<String> busy, int percent, Optional<Said> last) {}

    @Activate
    public ItemFileWork(@Reference ItemSnapshots snapshots, @Reference ItemFiles files,
            @Reference ItemSnapshots.ShelfKeys keys, @Reference ItemFileUpdates updates) {
        this(snapshots, files, keys, updates, Clock.systemUTC(), ItemFileWork::asJob);
    }

    ItemFileWork(ItemSnapshots snapshots, ItemFiles files, ItemSnapshots.ShelfKeys keys, ItemFileUpdates updates,
            Clock clock, Runner runner) {
        this.snapshots = Objects.requireNonNull(snapshots, "snapshots");
        this.files = Objects.requireNonNull(files, "files");
        this.keys = Objects.requireNonNull(keys, "keys");
        this.updates = Objects.requireNonNull(updates, "updates");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.runner = Objects.requireNonNull(runner, "runner");
    }

    /** Puts the items of {@code file} in the place of those that are there. @return false when something is going on */
    boolean importFile(Path file, ItemFiles.Layout layout) {
        return begin(TEXTS.get("work.importing", String.valueOf(file.getFileName())),
                watching -> imported(file, layout, watching));
    }

    /**
     * Lets somebody write an item file of WorldShare Management Services, and imports that.
     *
     * @param from who writes it, for people
     * @return false when something is going on
     */
    boolean importWritten(String from, Writer writer) {
        return begin(TEXTS.get("work.importing", from), watching -> {
            try {
                return imported(writer.write(), new ItemFiles.Layout.Wms(), watching);
            } catch (IOException e) {
                return new Said(TEXTS.get("work.unwritten", from, reason(e)), Tone.BAD);
            }
        });
    }

    /** Writes an item file. */
    @FunctionalInterface
    interface Writer {
        Path write() throws IOException;
    }

    private Said imported(Path file, ItemFiles.Layout layout, Running watching) {
        try {
            return words.of(snapshots.replace(files.open(file, layout), keys, watching));
        } catch (ItemSource.UnreadableItemFileException e) {
            return new Said(e.getMessage(), Tone.BAD);
        } catch (IOException e) {
            return new Said(TEXTS.get("work.unreadable", String.valueOf(file.getFileName()), reason(e)), Tone.BAD);
        }
    }

    private static String reason(IOException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    /** Fetches the newest file from the branch's server and imports it. @return false when something is going on */
    boolean fetch() {
        return fetch(false);
    }

    /** The same when one with far fewer items is meant to be so. */
    boolean fetchSmaller() {
        return fetch(true);
    }

    private boolean fetch(boolean smaller) {
        return begin(TEXTS.get("work.fetching"), watching -> words.of(updates.run(watching, smaller)));
    }

    /** The same when the branch's schedule says so. Waits for the disk the first time: not for the UI thread. */
    void fetchIfDue() {
        if (updates.next().filter(due -> !due.isAfter(clock.instant())).isPresent()) {
            begin(TEXTS.get("work.fetching"), watching -> updates.runIfDue(watching).map(words::of)
                    .orElseGet(() -> new Said("", Tone.NEUTRAL)));
        }
    }

    private boolean begin(String what, Function<Running, Said> work) {
        Running mine;
        synchronized (this) {
            if (running.isPresent()) {
                return false;
            }
            mine = new Running(what);
            running = Optional.of(mine);
            last = Optional.empty();
        }
        tell();
        runner.run(what, monitor -> {
            mine.monitor = monitor;
            monitor.beginTask(what, Running.PARTS);
            Said said = new Said(TEXTS.get("work.failed"), Tone.BAD);
            try {
                said = work.apply(mine);
            } finally {
                monitor.done();
                ended(said);
            }
        });
        return true;
    }

    private void ended(Said said) {
        synchronized (this) {
            running = Optional.empty();
            last = Optional.of(said);
        }
        tell();
    }

    synchronized State state() {
        return new State(running.map(one -> one.what), running.map(one -> one.percent).orElse(-1), last);
    }

    /** Stops what is under way; what was there stays. */
    synchronized void cancel() {
        running.ifPresent(one -> one.cancelled = true);
    }

    /** Tells {@code listener} of every change, on the thread that made it; it returns at once. */
    Subscription observe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private static void asJob(String name, Consumer<IProgressMonitor> work) {
        Job job = Job.create(name, (ICoreRunnable) monitor -> {
            try {
                work.accept(monitor);
            } catch (RuntimeException e) {
                Failures.report(ItemFileWork.class, e);
            }
        });
        job.setPriority(Job.LONG);
        job.schedule();
    }

    /** Follows one of them, and hands on what is worth showing. */
    private final class Running implements ItemSnapshots.Monitor {

        private static final int PARTS = 100;

        private final String what;
        private volatile IProgressMonitor monitor;
        private volatile int percent = -1;
        private volatile boolean cancelled;

        Running(String what) {
            this.what = what;
        }

        @Override
        public void progress(long done, long total) {
            int now = total <= 0 ? -1 : (int) Math.clamp(PARTS * done / total, 0, PARTS);
            if (now != percent) {
                int before = Math.max(0, percent);
                percent = now;
                monitor.worked(Math.max(0, now - before));
                tell();
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled || monitor.isCanceled();
        }
    }
}
