/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.util.Objects;

/**
 * A scan target that a device can be bound to.
 *
 * @param id   as settings name it
 * @param name for people
 */
public record TargetChoice(String id, String name) {

    public TargetChoice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
