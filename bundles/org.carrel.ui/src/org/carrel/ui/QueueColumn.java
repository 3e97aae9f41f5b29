/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.Optional;

import org.carrel.model.port.QueueQuery;

/** The columns that a {@link QueueTable} can show, in their ordinary order. */
public enum QueueColumn {
    STATE(142, QueueQuery.Order.STATE),
    OCCURRED_AT(158, QueueQuery.Order.OCCURRED_AT),
    KIND(98, QueueQuery.Order.KIND),
    PATRON(126, QueueQuery.Order.PATRON),
    ITEM(126, QueueQuery.Order.ITEM),
    DUE_AT(154, QueueQuery.Order.DUE_AT),
    REASON(320, null),
    SERVER_DUE_AT(180, null),
    SEQUENCE(70, QueueQuery.Order.SEQUENCE),
    ATTEMPTS(80, null),
    CHANGED_AT(160, null),
    OPERATOR(120, null),
    WORKSTATION(120, null);

    private final int width;
    private final QueueQuery.Order order;

    QueueColumn(int width, QueueQuery.Order order) {
        this.width = width;
        this.order = order;
    }

    /** In points, before anybody changed it. */
    public int width() {
        return width;
    }

    /** What a click on its header sorts by; empty for columns that cannot be sorted by. */
    public Optional<QueueQuery.Order> order() {
        return Optional.ofNullable(order);
    }
}
