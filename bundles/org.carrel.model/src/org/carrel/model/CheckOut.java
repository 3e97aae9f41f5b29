/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.time.Instant;
import java.util.Objects;

/**
 * An item left with a patron. All components are never null.
 *
 * @param dueAt when the desk asked for it back; the library system may decide otherwise
 */
public record CheckOut(TransactionId id, PatronBarcode patron, ItemBarcode item, Instant dueAt, Instant occurredAt,
        Origin origin) implements Transaction {

    public CheckOut {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patron, "patron");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(origin, "origin");
    }
}
