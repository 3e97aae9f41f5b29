/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.driver;

import java.util.Objects;

/**
 * A device that is there.
 *
 * @param address     what to put into the settings
 * @param description for people
 */
public record FoundDevice(String address, String description) {

    public FoundDevice {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(description, "description");
    }
}
