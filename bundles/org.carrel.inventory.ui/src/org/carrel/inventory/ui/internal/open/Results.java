/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.open;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.findings.ProjectFindings;
import org.carrel.model.inventory.InventoryChange;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.Subscription;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * What the project that is open came to so far. A service. Compared again in the background, a little after something
 * changed and never more often than that pause, so that findings, charts and the shelf show the same; until then the
 * last result is held. {@link #current} and listeners are of the UI thread.
 */
@Component(service = Results.class)
public final class Results {

    private static final long PAUSE_MILLIS = 600;

    private final OpenProject open;
    private final Work work;
    private final Executor ui;
    private final Runnable request;
    private final List<Subscription> subscriptions;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Result result = new Result.NoProject();
    private volatile boolean closed;

    @Activate
    public Results(@Reference OpenProject open, @Reference InventoryProjects projects,
            @Reference ItemSnapshots snapshots, @Reference CallNumbers numbers,
            @Reference ProjectFindings findings) {
        this(open, projects, snapshots, new Work(findings, projects, snapshots, numbers, Work.MOST_MISSING),
                Results::paced, Results::onUiThread);
    }

    /**
     * @param pacing makes of a turn of work the request for one: it begins after the request, on another thread
     * @param ui     runs something on the UI thread
     */
    Results(OpenProject open, InventoryProjects projects, ItemSnapshots snapshots, Work work,
            UnaryOperator<Runnable> pacing, Executor ui) {
        this.open = open;
        this.work = work;
        this.ui = ui;
        this.request = pacing.apply(this::turn);
        this.subscriptions = List.of(open.observe(this::opened), snapshots.observe(imported -> changed()),
                projects.observeInventories(this::changed));
        opened();
    }

    @Deactivate
    public void close() {
        closed = true;
        subscriptions.forEach(Subscription::close);
    }

    /** What is known. UI thread only. */
    public Result current() {
        return result;
    }

    /** What is known, if the project could be compared. UI thread only. */
    public Optional<Result.Ready> ready() {
        return result instanceof Result.Ready ready ? Optional.of(ready) : Optional.empty();
    }

    /** Something changed that the comparison depends on: reads, marks, choices. Any thread; costs nothing. */
    public void changed() {
        request.run();
    }

    /** What is read or said of another project changes nothing here. */
    private void changed(InventoryChange change) {
        long project = switch (change) {
            case InventoryChange.Reads reads -> reads.project();
            case InventoryChange.Findings findings -> findings.project();
            case InventoryChange.Sessions sessions -> -1;
            case InventoryChange.Projects projects -> -1;
        };
        if (open.current().filter(now -> now.number() == project).isPresent()) {
            changed();
        }
    }

    /** Tells {@code listener} of every new result, on the UI thread. */
    public Subscription observe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The results of one project say nothing of another; those of one that was only changed are held. */
    private void opened() {
        Optional<InventoryProject> project = open.current();
        if (project.isEmpty()) {
            show(new Result.NoProject());
            return;
        }
        if (number(result) != project.get().number()) {
            show(new Result.Pending(project.get()));
        }
        changed();
    }

    private static long number(Result result) {
        return switch (result) {
            case Result.NoProject none -> -1;
            case Result.Pending pending -> pending.project().number();
            case Result.NoItemFile none -> none.project().number();
            case Result.Refused refused -> refused.project().number();
            case Result.Ready ready -> ready.project().number();
        };
    }

    private void turn() {
        open.current().filter(project -> !closed).ifPresent(project -> {
            Result next = work.compare(project);
            ui.execute(() -> {
                // What changed meanwhile is another turn, but what is shown must be of the project that is open.
                boolean isOpen = open.current().filter(now -> now.number() == project.number()).isPresent();
                if (isOpen && !closed) {
                    show(next);
                }
            });
        });
    }

    private void show(Result next) {
        result = next;
        listeners.forEach(Runnable::run);
    }

    private static Runnable paced(Runnable turn) {
        Job job = Job.create(Work.name(), (ICoreRunnable) monitor -> turn.run());
        job.setSystem(true);
        job.setPriority(Job.SHORT);
        // One that waits already is enough; one that runs begins again afterwards.
        return () -> job.schedule(PAUSE_MILLIS);
    }

    private static void onUiThread(Runnable task) {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            if (!display.isDisposed()) {
                display.asyncExec(task);
            }
        }
    }
}
