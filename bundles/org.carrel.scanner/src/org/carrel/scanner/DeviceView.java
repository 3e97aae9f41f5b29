/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner;

import java.util.Objects;

/**
 * A device as it is at one moment.
 *
 * @param securesItems whether items' security can be set through it now
 */
public record DeviceView(DeviceSettings settings, DeviceStatus status, DeviceStatistics statistics,
        boolean securesItems) {

    public DeviceView {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(statistics, "statistics");
    }
}
