/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.model.port.Branch;
import org.carrel.model.port.InventoryFindings;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.PracticeReader;
import org.carrel.model.port.PracticeSystem;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.TransactionQueue;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerService;
import org.carrel.sync.ConnectionWatch;
import org.carrel.sync.Uploader;
import org.carrel.uitests.driver.Waiting;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** What stands around the window in practice mode: the library system and the queue on disk. */
final class Practice {

    private static final long SERVICE_SECONDS = 60;

    private final PracticeSystem system = service(PracticeSystem.class);
    private final TransactionQueue queue = service(TransactionQueue.class);
    private final QueueView view = service(QueueView.class);
    private final Branch branch = service(Branch.class);
    private final Uploader uploader = service(Uploader.class);
    private final ScannerService scanners = service(ScannerService.class);
    private final PracticeReader pad = service(PracticeReader.class);
    private final InventoryProjects inventories = service(InventoryProjects.class);
    private final InventoryFindings findings = service(InventoryFindings.class);
    private final ConnectionWatch watch = service(ConnectionWatch.class);

    static String patron(int number) {
        return PracticeBarcodes.patron(number).value();
    }

    static String item(int number) {
        return PracticeBarcodes.item(number).value();
    }

    /** The library system is up and well, and the queue is empty. */
    void startAfresh() {
        Waiting.until("no upload runs", () -> !uploader.isRunning());
        online();
        List<TransactionId> all = rows().stream().map(QueueEntry::id).toList();
        queue.delete(all, branch.origin());
        Waiting.until("the queue is empty", () -> rows().isEmpty(), this::rows);
    }

    void online() {
        try {
            system.misbehave("");
            system.bringUp();
        } catch (IOException e) {
            throw new AssertionError("the practice library system does not come up", e);
        }
        watch.lookNow();
    }

    void offline() {
        system.takeDown();
        watch.lookNow();
    }

    /** See the documentation of the practice server for what {@code script} may say. */
    void misbehave(String script) {
        system.misbehave(script);
    }

    boolean isUploading() {
        return uploader.isRunning();
    }

    /** The queue as it is on disk, in the order of recording. */
    List<QueueEntry> rows() {
        return view.entries(view.index(QueueQuery.all().sortedBy(QueueQuery.Order.SEQUENCE, false)));
    }

    /** The last row for {@code item}. */
    QueueEntry row(String item) {
        return found(item).orElseThrow(() -> new AssertionError("nothing recorded for " + item));
    }

    private Optional<QueueEntry> found(String item) {
        return rows().stream().filter(row -> row.transaction().item().value().equals(item))
                .reduce((first, last) -> last);
    }

    /** Waits until as many transactions are on disk. */
    void holds(int count) {
        Waiting.until(count + " transactions are on disk", () -> rows().size() == count, () -> rows().size());
    }

    /**
     * Waits until the last transaction on {@code item} stands there. A row that is just being replaced by its
     * correction may be missing for a moment: the queue is read in two steps.
     */
    void settles(String item, TransactionState state) {
        Waiting.until(item + " is " + state, () -> found(item).filter(row -> row.state() == state).isPresent(),
                () -> found(item).map(QueueEntry::standing));
    }

    /** Records without the window. */
    void record(List<? extends Transaction> transactions) {
        queue.add(transactions);
    }

    /** Sets up these scanners and no others. */
    void scanners(DeviceSettings... devices) {
        try {
            for (DeviceView before : scanners.devices()) {
                scanners.remove(before.settings().id());
            }
            for (DeviceSettings device : devices) {
                scanners.save(device);
            }
        } catch (IOException e) {
            throw new AssertionError("the scanners cannot be set up", e);
        }
    }

    ScannerService scanners() {
        return scanners;
    }

    PracticeReader pad() {
        return pad;
    }

    InventoryProjects inventories() {
        return inventories;
    }

    /** What is on the disk of the findings of an inventory: kind, barcode, how it stands and the note of each. */
    List<String> saidOfFindings(String project) {
        return findings.handlings(inventories.project(project).orElseThrow().number()).stream()
                .map(kept -> kept.handling()).map(said -> said.finding().kind() + " " + said.finding().barcode().value()
                        + " " + said.state() + " " + said.note())
                .toList();
    }

    /** Takes all of them away, with what was read for them. */
    void forgetInventories() {
        inventories.projects().forEach(project -> inventories.deleteProject(project.number(), branch.origin()));
    }

    Branch branch() {
        return branch;
    }

    private static <S> S service(Class<S> type) {
        BundleContext context = FrameworkUtil.getBundle(Practice.class).getBundleContext();
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.waitForService(TimeUnit.SECONDS.toMillis(SERVICE_SECONDS)))
                    .orElseThrow(() -> new AssertionError("no service " + type.getName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + type.getName(), e);
        }
    }
}
