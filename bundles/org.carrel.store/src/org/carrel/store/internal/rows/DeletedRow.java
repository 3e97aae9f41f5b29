/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.rows;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.carrel.model.Origin;
import org.carrel.model.TransactionId;

/** The audit line of a deleted row: who, when and what, but not which patron. It is never deleted itself. */
@Entity(name = "DeletedRow")
@Table(name = "DELETED_TRANSACTION")
public class DeletedRow {

    @Id
    @Column(name = "SEQUENCE")
    private long sequence;
    @Column(name = "ID")
    private String id;
    @Column(name = "KIND")
    private String kind;
    @Column(name = "ITEM")
    private String item;
    @Column(name = "STATE")
    private String state;
    @Column(name = "DELETED_AT")
    private String deletedAt;
    @Column(name = "WORKSTATION")
    private String workstation;
    @Column(name = "OPERATOR")
    private String operator;
    @Column(name = "REPLACED_BY")
    private String replacedBy;

    /** For JPA. */
    protected DeletedRow() {}

    /** @param replacement the corrected transaction that took the row's place, if one did */
    public DeletedRow(QueueRow row, Instant at, Origin by, Optional<TransactionId> replacement) {
        this.sequence = row.sequence();
        this.id = row.id();
        this.kind = row.kind();
        this.item = row.item();
        this.state = row.state().name();
        this.deletedAt = Moments.text(at);
        this.workstation = Columns.fit(by.workstation(), 255);
        this.operator = Columns.fit(by.operator(), 255);
        this.replacedBy = replacement.map(TransactionId::toString).orElse(null);
    }

    /** Of a transaction that was archived: its number and its id, which must not come back, and nothing of an item. */
    public DeletedRow(ArchivedRow row, Instant at, Origin by) {
        this.sequence = row.sequence();
        this.id = row.id();
        this.kind = row.kind();
        this.item = "";
        this.state = row.state();
        this.deletedAt = Moments.text(at);
        this.workstation = Columns.fit(by.workstation(), 255);
        this.operator = Columns.fit(by.operator(), 255);
    }
}
