/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import java.time.Clock;
import java.time.Instant;
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
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window does with updates: in jobs, which can be watched and cancelled, and one at a time. What comes of it
 * is a {@link Notice}, told on the thread of the job. Safe for use by several threads.
 */
@Component(service = UpdateControl.class)
public final class UpdateControl {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateControl.class);
    private static final Texts TEXTS = Texts.of(UpdateControl.class);
    private static final int PARTS = 1_000;

    private final Updates updates;
    private final Optional<UpdateSource> source;
    private final LookMemory memory;
    private final Jobs jobs;
    /** What was installed later does not run yet. */
    private final Instant started;
    private final List<Consumer<Optional<Notice>>> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Notice> notice = Optional.empty();

    @Activate
    public UpdateControl(@Reference Updates updates, @Reference Branch branch) {
        this(updates, UpdateSource.of(branch.profile()), LookMemory.ofWorkstation(Clock.systemUTC()),
                UpdateControl::run, Clock.systemUTC());
        LOG.info("Version {} runs", FrameworkUtil.getBundle(UpdateControl.class).getVersion());
    }

    UpdateControl(Updates updates, Optional<UpdateSource> source, LookMemory memory, Jobs jobs, Clock clock) {
        this.updates = Objects.requireNonNull(updates, "updates");
        this.source = source;
        this.memory = memory;
        this.jobs = jobs;
        this.started = clock.instant();
    }

    /** What is to be said now; empty when nothing is. */
    Optional<Notice> notice() {
        return notice;
    }

    /** Tells {@code listener} whenever that changes. */
    Subscription observe(Consumer<Optional<Notice>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Somebody has read it. A version that was offered is not offered again, except to who asks. */
    void putAway() {
        notice.ifPresent(read -> {
            if (read instanceof Notice.Offer offer) {
                memory.decline(offer.newer().newer().version());
            }
        });
        say(Optional.empty());
    }

    /**
     * Looks without anybody having asked: what is wrong is for the log, and what was declined is not offered, nor is
     * anything while something else is being said.
     */
    void lookQuietly() {
        source.ifPresent(from -> jobs.run(TEXTS.get("job.look"), true, progress -> {
            if (updates.look(from, progress) instanceof UpdateAnswer.Newer newer
                    && !memory.isDeclined(newer.newer().version()) && notice.isEmpty()) {
                say(new Notice.Offer(newer));
            }
        }));
    }

    /** Looks because somebody has asked. */
    void look() {
        withSource(from -> {
            say(new Notice.Told(TEXTS.get("notice.looking"), false));
            jobs.run(TEXTS.get("job.look"), false, progress -> say(found(updates.look(from, progress))));
        });
    }

    /** Nothing newer is there, but what is installed may wait for a restart, whoever has installed it. */
    private Notice found(UpdateAnswer answer) {
        return answer instanceof UpdateAnswer.Nothing nothing
                && nothing.now().since().filter(started::isBefore).isPresent() ? new Notice.Installed(nothing.now())
                        : Notice.of(answer);
    }

    void install() {
        withSource(from -> {
            say(new Notice.Told(TEXTS.get("notice.installing"), false));
            jobs.run(TEXTS.get("job.install"), false, progress -> say(Notice.of(updates.install(from, progress))));
        });
    }

    /** Looks what one can go back to. */
    void lookBack() {
        jobs.run(TEXTS.get("job.versions"), false, progress -> say(wayBack(updates.installed(), updates.before())));
    }

    private static Notice wayBack(Optional<Release> now, Optional<Release> before) {
        if (now.isEmpty()) {
            return new Notice.Told(TEXTS.get("back.unknown"), true);
        }
        return before.<Notice>map(older -> new Notice.WayBack(now.get(), older))
                .orElseGet(() -> new Notice.Told(TEXTS.get("back.none", now.get().version()), false));
    }

    /** Goes back, and does not offer again what was gone back from. */
    void rollBack() {
        say(new Notice.Told(TEXTS.get("notice.goingBack"), false));
        jobs.run(TEXTS.get("job.rollBack"), false, progress -> {
            UpdateAnswer answer = updates.rollBack(progress);
            if (answer instanceof UpdateAnswer.Done done) {
                memory.decline(done.before().version());
            }
            say(Notice.of(answer));
        });
    }

    private void withSource(Consumer<UpdateSource> deed) {
        source.ifPresentOrElse(deed, () -> say(new Notice.Told(TEXTS.get("check.noSite"), true)));
    }

    private void say(Notice now) {
        say(Optional.of(now));
    }

    private void say(Optional<Notice> now) {
        notice = now;
        listeners.forEach(listener -> listener.accept(now));
    }

    /** Where work is done that nobody waits for. */
    interface Jobs {

        /** @param quiet whether nobody has asked for it */
        void run(String name, boolean quiet, Work work);
    }

    /** What a job does. */
    interface Work {
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
