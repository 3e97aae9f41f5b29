/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.carrel.model.scan.Scan;
import org.carrel.scanner.DeviceStatistics;

/** Counts what one device does. Safe for use by several threads. */
final class DeviceCounts {

    private long reads;
    private long badReads;
    private long unclaimed;
    private long losses;
    private Optional<Instant> lastRead = Optional.empty();

    synchronized void add(List<Scan> scans, boolean claimed, Instant at) {
        reads += scans.size();
        badReads += scans.stream().filter(Scan.Unreadable.class::isInstance).count();
        unclaimed += claimed ? 0 : scans.stream().filter(scan -> !(scan instanceof Scan.Ignored)).count();
        lastRead = Optional.of(at);
    }

    synchronized void lost(boolean wasThere) {
        losses += wasThere ? 1 : 0;
    }

    synchronized DeviceStatistics view() {
        return new DeviceStatistics(reads, badReads, unclaimed, losses, lastRead);
    }
}
