/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a device has done since the program started.
 *
 * @param reads      everything it read, the bad reads too
 * @param badReads   of those, the ones that cannot be a barcode
 * @param unclaimed  of those, the ones that no scan target took
 * @param losses     how often it went away
 * @param lastRead   when it read last; empty when it has not
 */
public record DeviceStatistics(long reads, long badReads, long unclaimed, long losses, Optional<Instant> lastRead) {

    /** Nothing yet. */
    public static final DeviceStatistics NONE = new DeviceStatistics(0, 0, 0, 0, Optional.empty());

    public DeviceStatistics {
        Objects.requireNonNull(lastRead, "lastRead");
    }
}
