/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import org.carrel.bench.Figures;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.TransactionQueue;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;

/**
 * Measures how fluid the perspective Inventory is while reads of a large inventory come in and somebody looks at its
 * views. Does nothing unless the environment variable {@code CARREL_BENCH_INVENTORY} names a file for the figures;
 * {@code CARREL_BENCH_SECONDS} is how long to look.
 */
public final class InventoryProbe implements IStartup {

    private static final String PERSPECTIVE = "org.carrel.inventory.ui.perspective";
    private static final List<String> VIEWS = List.of("org.carrel.inventory.ui.charts",
            "org.carrel.inventory.ui.findings", "org.carrel.inventory.ui.writeback", "org.carrel.inventory.ui.shelf");
    private static final Duration BETWEEN_READS = Duration.ofMillis(250);
    private static final int READS_A_VIEW = 8;
    private static final int TOLD = 5;
    private static final long STALL_NANOS = Duration.ofMillis(100).toNanos();

    private final Random random = new Random(3);

    @Override
    public void earlyStartup() {
        String file = System.getenv("CARREL_BENCH_INVENTORY");
        if (file != null) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            Thread.ofPlatform().daemon().name("bench probe").start(() -> measure(display, Path.of(file)));
        }
    }

    private void measure(Display display, Path file) {
        Figures figures = new Figures();
        try {
            Duration looking = Duration.ofSeconds(Integer.parseInt(System.getenv("CARREL_BENCH_SECONDS")));
            Services services = new FrameworkServices();
            ScopedItems items = ShelvesOfAll.in(services);
            services.get(TransactionQueue.class);
            InventoryProjects projects = services.get(InventoryProjects.class);
            InventorySession session = ShelfDays.session(projects, items.scope(), "wand");
            try (Heartbeat heart = new Heartbeat(display)) {
                open(display, heart);
                put(figures, "open", heart);
            }
            try (Heartbeat heart = new Heartbeat(display)) {
                read(display, heart, items, projects, session, looking);
                put(figures, "use", heart);
            }
        } catch (IOException | RuntimeException e) {
            figures.fail(e.toString());
        }
        try {
            figures.write(file);
        } catch (IOException e) {
            throw new IllegalStateException("no figures could be written to " + file, e);
        }
    }

    /** What came of it; the details of what was late go to the output of the workbench. */
    private static void put(Figures figures, String name, Heartbeat heart) {
        long[] beats = heart.sorted();
        figures.put(name + ".longest", beats[beats.length - 1]);
        figures.putPercentiles(name + ".beat", beats);
        List<Stall> stalls = heart.stalls();
        figures.put(name + ".stalls", stalls.stream().filter(stall -> stall.nanos() > STALL_NANOS).count());
        figures.tell(name, stalls.stream().limit(TOLD).map(Stall::line).toList());
        stalls.forEach(stall -> System.out.println(name + ": " + stall.report()));
    }

    /** Until the only inventory is open, was compared, and all views have been there once. */
    private static void open(Display display, Heartbeat heart) {
        heart.doing("the perspective is opened for the first time");
        display.syncExec(() -> {
            try {
                PlatformUI.getWorkbench().showPerspective(PERSPECTIVE,
                        PlatformUI.getWorkbench().getActiveWorkbenchWindow());
            } catch (WorkbenchException e) {
                throw new IllegalStateException("the perspective cannot be shown", e);
            }
        });
        VIEWS.forEach(view -> {
            heart.doing(view + " is opened for the first time");
            show(display, view);
        });
        show(display, VIEWS.getFirst());
        Widgets widgets = new Widgets(display);
        widgets.await("the charts of an inventory", () -> widgets.table("charts.locations")
                .filter(table -> table.isVisible() && table.getItemCount() > 0));
    }

    private static void show(Display display, String view) {
        display.syncExec(() -> {
            IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            try {
                page.showView(view);
            } catch (PartInitException e) {
                throw new IllegalStateException(view + " cannot be shown", e);
            }
        });
    }

    /** Reads come as somebody scans, and now and then somebody looks at another view and goes through its table. */
    private void read(Display display, Heartbeat heart, ScopedItems items, InventoryProjects projects,
            InventorySession session,
            Duration looking) throws IOException {
        Widgets widgets = new Widgets(display);
        long end = System.nanoTime() + looking.toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            String barcode = items.snapshot().item(random.nextInt(items.snapshot().size())).barcode().value();
            ShelfDays.record(projects, session, List.of(new Mark(InventoryRead.Kind.ITEM, barcode, Instant.now())));
            if (i % READS_A_VIEW == 0) {
                String view = VIEWS.get(i / READS_A_VIEW % VIEWS.size());
                heart.doing("to " + view);
                show(display, view);
            }
            int part = i % READS_A_VIEW;
            Optional<Table> table = display.syncCall(widgets::longestTable);
            heart.doing("scrolling " + part);
            table.ifPresent(rows -> display.syncExec(
                    () -> rows.setTopIndex((int) ((long) rows.getItemCount() * part / READS_A_VIEW))));
            heart.doing("scanning");
            LockSupport.parkNanos(BETWEEN_READS.toNanos());
        }
    }
}
