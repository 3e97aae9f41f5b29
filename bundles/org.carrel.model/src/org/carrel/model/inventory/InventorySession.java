/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.inventory;

import java.time.Instant;
import java.util.Objects;

/**
 * One person with one device in one project, over breaks, days and restarts: there is one session of them, and they go
 * on with it.
 *
 * @param number  given by the store, never used again
 * @param project the number of the project
 * @param person  name or initials
 * @param device  what is read with, or where
 * @param begunAt when it began
 * @param reads   how many reads it has
 */
public record InventorySession(long number, long project, String person, String device, Instant begunAt, int reads) {

    public InventorySession {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(begunAt, "begunAt");
    }
}
