/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.rows;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * What is kept of a transaction that is done with and old: nothing of its patron, nor the words of the library system,
 * which may name one.
 */
@Entity(name = "ArchivedRow")
@Table(name = "ARCHIVED_TRANSACTION")
public class ArchivedRow {

    @Id
    @Column(name = "SEQUENCE")
    private long sequence;
    @Column(name = "ID")
    private String id;
    @Column(name = "KIND")
    private String kind;
    @Column(name = "ITEM")
    private String item;
    @Column(name = "DUE_AT")
    private String dueAt;
    @Column(name = "OCCURRED_AT")
    private String occurredAt;
    @Column(name = "STATE")
    private String state;
    @Column(name = "CHANGED_AT")
    private String changedAt;
    @Column(name = "ARCHIVED_AT")
    private String archivedAt;

    /** For JPA. */
    protected ArchivedRow() {}

    public ArchivedRow(QueueRow row, Instant at) {
        this.sequence = row.sequence();
        this.id = row.id();
        this.kind = row.kind();
        this.item = row.item();
        this.dueAt = row.dueAt();
        this.occurredAt = row.occurredAt();
        this.state = row.state().name();
        this.changedAt = row.changedAt();
        this.archivedAt = Moments.text(at);
    }

    public long sequence() {
        return sequence;
    }

    public String id() {
        return id;
    }

    String kind() {
        return kind;
    }

    String state() {
        return state;
    }
}
