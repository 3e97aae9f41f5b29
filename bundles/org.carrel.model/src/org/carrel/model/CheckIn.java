/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.time.Instant;
import java.util.Objects;

/** An item came back to a desk. All components are never null. */
public record CheckIn(TransactionId id, ItemBarcode item, Instant occurredAt, Origin origin) implements Transaction {

    public CheckIn {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(origin, "origin");
    }
}
