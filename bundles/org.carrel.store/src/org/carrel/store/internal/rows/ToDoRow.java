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

import org.carrel.model.FollowUp;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ToDo;
import org.carrel.model.TransactionId;

/** A line of the to-do list. */
@Entity(name = "ToDoRow")
@Table(name = "TO_DO")
public class ToDoRow {

    @Id
    @Column(name = "NUMBER")
    private long number;
    @Column(name = "TRANSACTION_ID")
    private String transaction;
    @Column(name = "ITEM")
    private String item;
    @Column(name = "KIND")
    private String kind;
    @Column(name = "TEXT")
    private String text;
    @Column(name = "DESTINATION")
    private String destination;
    @Column(name = "SINCE")
    private String since;
    @Column(name = "DONE_AT")
    private String doneAt;

    /** For JPA. */
    protected ToDoRow() {}

    public ToDoRow(long number, QueueRow row, FollowUp followUp, Instant since) {
        this.number = number;
        this.transaction = row.id();
        this.item = row.item();
        this.kind = followUp.kind().name();
        this.text = Columns.fit(followUp.text(), 2000);
        this.destination = Columns.fit(followUp.destination(), 500);
        this.since = Moments.text(since);
    }

    public boolean isDone() {
        return doneAt != null;
    }

    /** Ticks it off, or, without a moment, back on. */
    public void doneAt(Optional<Instant> moment) {
        doneAt = Moments.textOrNull(moment);
    }

    /** What leaves the store. */
    public ToDo toToDo() {
        return new ToDo(number, TransactionId.parse(transaction), new ItemBarcode(item),
                new FollowUp(FollowUp.Kind.valueOf(kind), text, destination), Moments.parse(since),
                Moments.parseNullable(doneAt));
    }
}
