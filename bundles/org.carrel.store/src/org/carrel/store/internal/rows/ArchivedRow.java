/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * What is kept of a transaction that is done with and old: nothing of its patron. For questions only; rows come here,
 * and go, by SQL.
 */
@Entity(name = "ArchivedRow")
@Table(name = "ARCHIVED_TRANSACTION")
public class ArchivedRow {

    @Id
    @Column(name = "SEQUENCE")
    private long sequence;
    @Column(name = "ID")
    private String id;
    @Column(name = "ITEM")
    private String item;
    @Column(name = "OCCURRED_AT")
    private String occurredAt;
    @Column(name = "STATE")
    private String state;

    /** For JPA. */
    protected ArchivedRow() {}
}
