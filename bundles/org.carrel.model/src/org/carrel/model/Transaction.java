/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.time.Instant;

/**
 * Something that happened at a desk while the library system was away. Immutable: what is learnt about it later (its
 * {@link Standing}) lives beside it.
 */
public sealed interface Transaction permits CheckOut, CheckIn {

    /** Never null; the same on every desk and after every export. */
    TransactionId id();

    /** The item concerned; never null. */
    ItemBarcode item();

    /** When it happened at the desk, by the desk's clock; what counts when several transactions touch one item. */
    Instant occurredAt();

    /** Who recorded it, and where; never null. */
    Origin origin();
}
