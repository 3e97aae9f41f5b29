/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.rows;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;

/** A row of the queue. Lives within one unit of work and leaves it as a {@link QueueEntry}. */
@Entity(name = "QueueRow")
@Table(name = "TRANSACTION_QUEUE")
public class QueueRow {

    static final String CHECK_OUT = "CHECK_OUT";
    static final String CHECK_IN = "CHECK_IN";

    @Id
    @Column(name = "SEQUENCE")
    private long sequence;
    @Column(name = "ID")
    private String id;
    @Column(name = "KIND")
    private String kind;
    @Column(name = "PATRON")
    private String patron;
    @Column(name = "ITEM")
    private String item;
    @Column(name = "DUE_AT")
    private String dueAt;
    @Column(name = "OCCURRED_AT")
    private String occurredAt;
    @Column(name = "WORKSTATION")
    private String workstation;
    @Column(name = "OPERATOR")
    private String operator;
    @Column(name = "STATE")
    private String state;
    @Column(name = "ATTEMPTS")
    private int attempts;
    @Column(name = "CHANGED_AT")
    private String changedAt;
    @Column(name = "OUTCOME_UNKNOWN")
    private boolean outcomeUnknown;
    @Column(name = "ALREADY_APPLIED")
    private boolean alreadyApplied;
    @Column(name = "SERVER_DUE_AT")
    private String serverDueAt;
    @Column(name = "PROBLEM_KIND")
    private String problemKind;
    @Column(name = "PROBLEM_TYPE")
    private String problemType;
    @Column(name = "PROBLEM_DETAIL")
    private String problemDetail;
    @Column(name = "DETAIL")
    private String detail;

    /** For JPA. */
    protected QueueRow() {}

    public QueueRow(long sequence, Transaction transaction, Standing standing) {
        this.sequence = sequence;
        this.id = transaction.id().toString();
        this.item = transaction.item().value();
        this.occurredAt = Moments.text(transaction.occurredAt());
        this.workstation = Columns.fit(transaction.origin().workstation(), 255);
        this.operator = Columns.fit(transaction.origin().operator(), 255);
        switch (transaction) {
            case CheckOut checkOut -> {
                this.kind = CHECK_OUT;
                this.patron = checkOut.patron().value();
                this.dueAt = Moments.text(checkOut.dueAt());
            }
            case CheckIn checkIn -> this.kind = CHECK_IN;
        }
        stand(standing);
    }

    /** Sets where the transaction stands. */
    public final void stand(Standing standing) {
        state = standing.state().name();
        attempts = standing.attempts();
        changedAt = Moments.text(standing.changedAt());
        outcomeUnknown = standing.outcomeUnknown();
        alreadyApplied = standing.alreadyApplied();
        serverDueAt = Moments.textOrNull(standing.serverDueAt());
        problemKind = standing.problem().map(problem -> problem.kind().name()).orElse(null);
        problemType = standing.problem().map(problem -> Columns.fit(problem.type(), 255)).orElse(null);
        problemDetail = standing.problem().map(problem -> Columns.fit(problem.detail(), 4000)).orElse(null);
        detail = Columns.fit(standing.detail(), 4000);
    }

    public long sequence() {
        return sequence;
    }

    public String id() {
        return id;
    }

    public String kind() {
        return kind;
    }

    public String item() {
        return item;
    }

    String dueAt() {
        return dueAt;
    }

    String occurredAt() {
        return occurredAt;
    }

    String changedAt() {
        return changedAt;
    }

    public TransactionState state() {
        return TransactionState.valueOf(state);
    }

    /** For {@link NewRows}, whose columns are in this order. */
    void bind(PreparedStatement insert) throws SQLException {
        insert.setLong(1, sequence);
        List<String> origin = Arrays.asList(id, kind, patron, item, dueAt, occurredAt, workstation, operator, state);
        for (int i = 0; i < origin.size(); i++) {
            insert.setString(i + 2, origin.get(i));
        }
        insert.setInt(11, attempts);
        insert.setString(12, changedAt);
        insert.setBoolean(13, outcomeUnknown);
        insert.setBoolean(14, alreadyApplied);
        List<String> words = Arrays.asList(serverDueAt, problemKind, problemType, problemDetail, detail);
        for (int i = 0; i < words.size(); i++) {
            insert.setString(i + 15, words.get(i));
        }
    }

    /** What leaves the store. */
    public QueueEntry toEntry() {
        return new QueueEntry(sequence, transaction(), standing());
    }

    public Standing standing() {
        Optional<Problem> problem = Optional.ofNullable(problemKind)
                .map(name -> new Problem(Problem.Kind.valueOf(name), problemType, problemDetail));
        return new Standing(state(), attempts, Moments.parse(changedAt), outcomeUnknown, alreadyApplied,
                Moments.parseNullable(serverDueAt), problem, detail);
    }

    private Transaction transaction() {
        TransactionId name = TransactionId.parse(id);
        ItemBarcode barcode = new ItemBarcode(item);
        Origin origin = new Origin(workstation, operator);
        return switch (kind) {
            case CHECK_OUT -> new CheckOut(name, new PatronBarcode(patron), barcode, Moments.parse(dueAt),
                    Moments.parse(occurredAt), origin);
            case CHECK_IN -> new CheckIn(name, barcode, Moments.parse(occurredAt), origin);
            default -> throw new IllegalStateException("unknown kind in row " + sequence);
        };
    }
}
