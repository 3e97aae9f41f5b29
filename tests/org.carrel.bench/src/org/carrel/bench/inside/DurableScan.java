/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.bench.Figures;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer;
import org.carrel.model.port.Subscription;
import org.carrel.model.port.TransactionQueue;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanEvent;
import org.carrel.model.scan.ScanTarget;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.pipeline.PipelineSettings;

/**
 * Times the whole way of a read: from the bytes that a device passes on, through its pipeline, the routing and the
 * rules of the desk, to the row that is on the disk; in turn with keeping a transaction, which is the part of it that
 * nothing could do without.
 */
final class DurableScan {

    private static final int WARM_UP = 1_000;
    private static final int FIRST_ITEM = 30_000_000;
    private static final String DEVICE = "bench";

    private final Services services;

    DurableScan(Services services) {
        this.services = services;
    }

    Figures run(int samples) throws IOException {
        ScannerService scanners = services.get(ScannerService.class);
        TransactionQueue queue = services.get(TransactionQueue.class);
        scanners.save(DeviceSettings.of(DEVICE, "Bench", "keyboard", "", DeviceRole.ITEM)
                .withPipeline(PipelineSettings.STANDARD.withEnds("\u0002", "\r")));
        DeskDays days = new DeskDays(FIRST_ITEM + samples + WARM_UP, WARM_UP + samples);
        long[] scans = new long[samples];
        long[] adds = new long[samples];
        try (Subscription lead = scanners.lead(new Recording(services.get(CirculationDesk.class)))) {
            for (int i = -WARM_UP; i < samples; i++) {
                var transaction = days.next();
                byte[] read = ("\u0002]C0" + PracticeBarcodes.item(FIRST_ITEM + WARM_UP + i).value() + "\r")
                        .getBytes(StandardCharsets.US_ASCII);
                long start = System.nanoTime();
                requireItem(scanners.accept(DEVICE, read));
                long scanned = System.nanoTime();
                Filling.requireStored(queue.add(transaction));
                long added = System.nanoTime();
                if (i >= 0) {
                    scans[i] = scanned - start;
                    adds[i] = added - scanned;
                }
            }
        }
        Figures figures = new Figures();
        figures.putPercentiles("scan", scans);
        figures.putPercentiles("add", adds);
        return figures;
    }

    private static void requireItem(Optional<Scan> scan) {
        if (scan.filter(Scan.Item.class::isInstance).isEmpty()) {
            throw new IllegalStateException("the read was not understood: " + scan);
        }
    }

    /** A check-out to one patron, recorded before the device may go on. */
    private static final class Recording implements ScanTarget {

        private final CirculationDesk desk;
        private final String patron = DeskDays.patron(1).value();
        private final Instant dueAt;

        Recording(CirculationDesk desk) {
            this.desk = desk;
            this.dueAt = desk.standardDueDate().dueAt();
        }

        @Override
        public String id() {
            return DEVICE;
        }

        @Override
        public boolean takes(ScanEvent event) {
            return true;
        }

        @Override
        public void scanned(ScanEvent event) {
            List<Scan> scans = event.scans();
            if (!(scans.getFirst() instanceof Scan.Item item)) {
                throw new IllegalStateException("no item: " + scans);
            }
            DeskAnswer answer = desk.checkOut(patron, item.barcode().value(), dueAt, Set.of());
            if (!(answer instanceof DeskAnswer.Recorded)) {
                throw new IllegalStateException("the desk did not record it: " + answer);
            }
        }
    }
}
