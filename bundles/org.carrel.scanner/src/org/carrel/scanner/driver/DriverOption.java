/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.driver;

import java.util.List;
import java.util.Objects;

/**
 * One setting of a driver's devices.
 *
 * @param key      in the settings file
 * @param label    for people
 * @param standard its value when it is not set
 * @param choices  the values there are to choose from; empty for free text
 */
public record DriverOption(String key, String label, String standard, List<String> choices) {

    public DriverOption {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(standard, "standard");
        choices = List.copyOf(choices);
    }
}
