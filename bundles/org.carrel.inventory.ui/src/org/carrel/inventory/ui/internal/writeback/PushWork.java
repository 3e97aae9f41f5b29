/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.writeback;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.carrel.inventory.writeback.InventoryPush;
import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.model.Texts;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.port.Branch;
import org.carrel.model.port.Secrets;
import org.carrel.model.port.Subscription;
import org.carrel.ui.Failures;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Pushes, one at a time, for whoever shows it; goes on when nobody does. A service; safe for use by several threads.
 */
@Component(service = PushWork.class)
public final class PushWork {

    private static final Texts TEXTS = Texts.of(PushWork.class);

    private final InventoryPush push;
    private final Secrets secrets;
    private final Branch branch;
    private final Runner runner;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Optional<Running> running = Optional.empty();
    private Optional<Ended> last = Optional.empty();

    /** Runs something on a thread of its own, under a name that people see. */
    interface Runner {
        void run(String name, Consumer<IProgressMonitor> work);
    }

    /** How the last push of this session ended. @param project its number */
    record Ended(long project, Pushed pushed) {}

    /**
     * How it stands.
     *
     * @param busy  whether a push runs
     * @param done  of how many items it is done
     * @param total how many it is about
     * @param last  how the last one ended; empty before the first, and while one runs
     */
    record State(boolean busy, int done, int total, Optional<Ended> last) {}

    /** What becomes of the wish to push. */
    enum Answer {
        BEGUN,
        /** Another one runs. */
        BUSY,
        /** Nobody knows the secret of the WSKey in this session. */
        NO_SECRET
    }

    @Activate
    public PushWork(@Reference InventoryPush push, @Reference Secrets secrets, @Reference Branch branch) {
        this(push, secrets, branch, PushWork::asJob);
    }

    PushWork(InventoryPush push, Secrets secrets, Branch branch, Runner runner) {
        this.push = Objects.requireNonNull(push, "push");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        this.branch = Objects.requireNonNull(branch, "branch");
        this.runner = Objects.requireNonNull(runner, "runner");
    }

    /** The branch is closed: no more requests go out. */
    @Deactivate
    public void close() {
        cancel();
    }

    private static void asJob(String name, Consumer<IProgressMonitor> work) {
        Job job = Job.create(name, (ICoreRunnable) work::accept);
        job.setPriority(Job.LONG);
        job.schedule();
    }

    /** Begins to tell what is planned; comes back at once. */
    Answer begin(PushPlan plan) {
        Running mine = new Running(plan);
        if (!branch.profile().practice() && !hasSecret()) {
            return Answer.NO_SECRET;
        }
        synchronized (this) {
            if (running.isPresent() || push.isRunning()) {
                return Answer.BUSY;
            }
            running = Optional.of(mine);
            last = Optional.empty();
        }
        tell();
        runner.run(TEXTS.get("push.job", plan.project().name()), mine::run);
        return Answer.BEGUN;
    }

    private boolean hasSecret() {
        Optional<char[]> secret = secrets.wsKeySecret();
        secret.ifPresent(known -> Arrays.fill(known, '\0'));
        return secret.isPresent();
    }

    synchronized State state() {
        return new State(running.isPresent(), running.map(now -> now.done).orElse(0),
                running.map(now -> now.total).orElse(0), last);
    }

    /** Ends the push after the requests that are out. */
    synchronized void cancel() {
        running.ifPresent(now -> now.cancelled = true);
    }

    /** Tells {@code listener} of every change, on the thread that made it; it returns quickly. */
    Subscription observe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private synchronized void over(Optional<Ended> ended) {
        running = Optional.empty();
        last = ended;
    }

    /** One push. Its numbers are guarded by the work. */
    private final class Running implements PushMonitor {

        private final PushPlan plan;
        private int done;
        private int total;
        private volatile boolean cancelled;
        private volatile Optional<IProgressMonitor> monitor = Optional.empty();

        Running(PushPlan plan) {
            this.plan = plan;
            this.total = plan.items().size();
        }

        void run(IProgressMonitor watching) {
            monitor = Optional.of(watching);
            watching.beginTask(TEXTS.get("push.job", plan.project().name()), total);
            Optional<Ended> ended = Optional.empty();
            try {
                Pushed pushed = push.push(plan, this);
                ended = Optional.of(new Ended(plan.project().number(), pushed));
                if (pushed.ending() == Pushed.Ending.SIGN_IN_REFUSED && !branch.profile().practice()) {
                    // Sending the same secret twice brings the key nearer to being disabled.
                    secrets.forget();
                }
            } catch (RuntimeException e) {
                Failures.report(PushWork.class, e);
            } finally {
                watching.done();
                over(ended);
                tell();
            }
        }

        @Override
        public void planned(int all, int lanes) {
            synchronized (PushWork.this) {
                total = all;
            }
            tell();
        }

        @Override
        public void settled(WriteBackEntry entry) {
            synchronized (PushWork.this) {
                done++;
            }
            monitor.ifPresent(watching -> watching.worked(1));
            tell();
        }

        @Override
        public boolean isCancelled() {
            return cancelled || monitor.filter(IProgressMonitor::isCanceled).isPresent();
        }
    }
}
