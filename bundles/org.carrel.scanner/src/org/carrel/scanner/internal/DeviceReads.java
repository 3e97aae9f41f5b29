/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanEvent;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.RawRead;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.pipeline.Pipeline;

/** Leads the reads of one device through its pipeline to a target. Safe for use by several threads. */
final class DeviceReads {

    private final Pipeline pipeline;
    private final Clock clock;
    private final Routing routing;
    private final Observers observers;
    private final DeviceCounts counts;
    /** Keeps the reads in order, whatever threads the driver has. */
    private final ReentrantLock reading = new ReentrantLock(true);

    DeviceReads(Pipeline pipeline, Clock clock, Routing routing, Observers observers, DeviceCounts counts) {
        this.pipeline = pipeline;
        this.clock = clock;
        this.routing = routing;
        this.observers = observers;
        this.counts = counts;
    }

    /** What they were understood as, in order. */
    List<Scan> take(DeviceSettings device, List<byte[]> reads, boolean stack) {
        reading.lock();
        try {
            Instant now = clock.instant();
            List<Scan> scans = reads.stream().map(pipeline::scan).toList();
            List<Scan> meant = new ArrayList<>(scans);
            meant.removeIf(Scan.Ignored.class::isInstance);
            boolean claimed = meant.isEmpty() || routing.route(
                    new ScanEvent(device.id(), device.name(), device.role(), now, meant, stack), device.target());
            counts.add(scans, claimed, now);
            for (int i = 0; i < scans.size(); i++) {
                observers.tell(new ScannerChange.Heard(new RawRead(device.id(), now, reads.get(i)), scans.get(i),
                        claimed || scans.get(i) instanceof Scan.Ignored));
            }
            return scans;
        } finally {
            reading.unlock();
        }
    }
}
