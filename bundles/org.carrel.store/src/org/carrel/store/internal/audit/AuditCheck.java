/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.carrel.model.port.AuditTrail.Flaw;
import org.carrel.model.port.AuditTrail.Line;
import org.carrel.model.port.AuditTrail.Verdict;

/** Reads and checks the trail from its first line to its end. */
public final class AuditCheck {

    private static final int MOST = 100;

    /** Takes the lines, in order. */
    @FunctionalInterface
    public interface Reader {
        void read(Line line);
    }

    private final AuditHash hashes;
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Long> doubtful = new ArrayList<>();
    private long lines;
    private long lastSequence;
    private byte[] lastHash = new byte[AuditHash.LENGTH];
    private boolean keyed;

    private AuditCheck(AuditHash hashes) {
        this.hashes = hashes;
    }

    /** Every line, as far as it can be read. */
    public static Void read(Connection connection, Reader reader) throws SQLException {
        AuditTable.read(connection, 0, row -> reader.read(row.toLine()));
        return null;
    }

    /** Checks it all, with the key of {@code chain}. */
    public static Verdict verify(Connection connection, AuditChain chain) throws SQLException {
        AuditCheck check = new AuditCheck(chain.hashes());
        Optional<AuditTable.Head> head;
        Optional<AuditTable.Head> now;
        do {
            // The desk goes on: lines that come while others are read are read, too, until the head rests.
            head = AuditTable.head(connection);
            AuditTable.read(connection, check.lastSequence, check::line);
            now = AuditTable.head(connection);
        } while (!sequence(head).equals(sequence(now)));
        return check.end(now);
    }

    private static Optional<Long> sequence(Optional<AuditTable.Head> head) {
        return head.map(AuditTable.Head::sequence);
    }

    private void line(AuditRow row) {
        lines++;
        boolean gap = row.sequence() != lastSequence + 1;
        if (gap) {
            found(new Flaw.RemovedBehind(lastSequence));
        }
        if (!isGenuine(row)) {
            // Whether it was changed or put there, the next line knows: it has the hash of its true predecessor.
            doubtful.add(row.sequence());
        } else {
            boolean follows = Arrays.equals(row.previous(), lastHash);
            if (!follows && doubtful.isEmpty() && !gap) {
                found(new Flaw.RemovedBehind(lastSequence));
            }
            settle(follows);
            keyed |= row.keyed();
            lastHash = row.hash();
        }
        lastSequence = row.sequence();
    }

    /** A plain line behind a keyed one was written by somebody without the key. */
    private boolean isGenuine(AuditRow row) {
        return (row.keyed() || !keyed)
                && Arrays.equals(row.hash(), hashes.line(row.words(), row.keyed(), row.previous()));
    }

    private boolean isGenuine(AuditTable.Head head) {
        return (head.keyed() || !keyed)
                && Arrays.equals(head.seal(), hashes.head(head.sequence(), head.keyed(), head.hash()));
    }

    /** What is known now of the doubtful lines: with {@code follows} the chain goes on without them. */
    private void settle(boolean follows) {
        for (long sequence : doubtful) {
            found(follows ? new Flaw.Inserted(sequence) : new Flaw.Changed(sequence));
        }
        doubtful.clear();
    }

    private Verdict end(Optional<AuditTable.Head> head) {
        if (lines == 0 && head.isEmpty()) {
            return new Verdict(0, List.of());
        }
        Optional<AuditTable.Head> genuine = head.filter(this::isGenuine);
        boolean follows = genuine.filter(present -> Arrays.equals(present.hash(), lastHash)).isPresent();
        boolean told = !doubtful.isEmpty();
        settle(follows);
        if (!follows && (!told || genuine.filter(present -> present.sequence() <= lastSequence).isEmpty())) {
            found(new Flaw.RemovedBehind(lastSequence));
        }
        return new Verdict(lines, flaws);
    }

    private void found(Flaw finding) {
        if (flaws.size() < MOST) {
            flaws.add(finding);
        }
    }
}
