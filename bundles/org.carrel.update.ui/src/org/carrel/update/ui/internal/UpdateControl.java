/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.Subscription;
import org.carrel.ui.Failures;
import org.carrel.update.Release;
import org.carrel.update.UpdateAnswer;
import org.carrel.update.UpdateSource;
import org.carrel.update.Updates;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the window does with updates: in jobs, which can be watched and cancelled, and one at a time. Answers come on
 * the thread of the job. Safe for use by several threads.
 */
@Component(service = UpdateControl.class)
public final class UpdateControl {

    private static final Texts TEXTS = Texts.of(UpdateControl.class);
    private static final int PARTS = 1_000;

    private final Updates updates;
    private final Optional<UpdateSource> source;
    private final LookMemory memory;
    private final List<Consumer<Optional<UpdateAnswer.Newer>>> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<UpdateAnswer.Newer> offer = Optional.empty();

    @Activate
    public UpdateControl(@Reference Updates updates, @Reference Branch branch) {
        this(updates, UpdateSource.of(branch.profile()), LookMemory.ofWorkstation(Clock.systemUTC()));
    }

    UpdateControl(Updates updates, Optional<UpdateSource> source, LookMemory memory) {
        this.updates = Objects.requireNonNull(updates, "updates");
        this.source = source;
        this.memory = memory;
    }

    /** Whether the branch says where newer versions are from. */
    boolean hasSource() {
        return source.isPresent();
    }

    /** The newer version that should be shown; empty when there is none, or somebody has put it off. */
    Optional<UpdateAnswer.Newer> offer() {
        return offer;
    }

    /** Tells {@code listener} whenever that changes. */
    Subscription observe(Consumer<Optional<UpdateAnswer.Newer>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Puts the offer away; the same version is not offered again, except to who asks. */
    void decline() {
        offer.ifPresent(declined -> memory.decline(declined.newer().version()));
        offer(Optional.empty());
    }

    /** Puts the offer away, because what comes of it was said otherwise. */
    void settle() {
        offer(Optional.empty());
    }

    /** Looks without anybody having asked: what is wrong is for the log, and what was declined is not offered. */
    void lookQuietly() {
        source.ifPresent(from -> run(TEXTS.get("job.look"), true, progress -> {
            if (updates.look(from, progress) instanceof UpdateAnswer.Newer newer
                    && !memory.isDeclined(newer.newer().version())) {
                offer(Optional.of(newer));
            }
        }));
    }

    /** Looks because somebody has asked. */
    void look(Consumer<UpdateAnswer> then) {
        run(TEXTS.get("job.look"), false, progress -> then.accept(updates.look(source.orElseThrow(), progress)));
    }

    void install(Consumer<UpdateAnswer> then) {
        run(TEXTS.get("job.install"), false, progress -> then.accept(updates.install(source.orElseThrow(), progress)));
    }

    /** What one can go back to, from what. */
    void versions(Consumer<Versions> then) {
        run(TEXTS.get("job.versions"), false,
                progress -> then.accept(new Versions(updates.installed(), updates.before())));
    }

    /** Each empty when there is none. */
    record Versions(Optional<Release> now, Optional<Release> before) {}

    /** Goes back, and does not offer again what was gone back from. */
    void rollBack(Consumer<UpdateAnswer> then) {
        run(TEXTS.get("job.rollBack"), false, progress -> {
            UpdateAnswer answer = updates.rollBack(progress);
            if (answer instanceof UpdateAnswer.Done done) {
                memory.decline(done.before().version());
            }
            then.accept(answer);
        });
    }

    private void offer(Optional<UpdateAnswer.Newer> newOffer) {
        offer = newOffer;
        listeners.forEach(listener -> listener.accept(newOffer));
    }

    /** What a job does. */
    private interface Work {
        void with(Updates.Progress progress);
    }

    private static void run(String name, boolean quiet, Work work) {
        Job job = Job.create(name, (ICoreRunnable) monitor -> {
            monitor.beginTask(name, PARTS);
            try {
                work.with(new Told(monitor));
            } catch (RuntimeException e) {
                Failures.report(UpdateControl.class, e);
            } finally {
                monitor.done();
            }
        });
        job.setSystem(quiet);
        job.setUser(false);
        job.setPriority(Job.LONG);
        job.schedule();
    }

    /** Passes on what is done to whoever watches the job. */
    private static final class Told implements Updates.Progress {

        private final IProgressMonitor monitor;
        private int told;

        Told(IProgressMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public void done(double part) {
            int now = (int) (part * PARTS);
            if (now > told) {
                monitor.worked(now - told);
                told = now;
            }
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCanceled();
        }
    }
}
