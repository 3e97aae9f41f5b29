/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.Origin;
import org.carrel.model.Transaction;
import org.carrel.model.port.AuditTrail.Deed;
import org.carrel.model.port.DataKey;

/**
 * The end of the audit trail: collects what a unit of work does, and writes it in the unit's own commit. Where the
 * trail ends is remembered from commit to commit, so that nothing is looked up for a scan; after a unit that failed it
 * is read again. Used on the thread that writes only.
 */
public final class AuditChain {

    private final Clock clock;
    private final Supplier<Origin> here;
    private final AuditHash hashes;
    private final List<AuditRow.Words> unit = new ArrayList<>();
    private Optional<AuditTable.Head> committed = Optional.empty();
    private Optional<AuditTable.Head> written = Optional.empty();

    /**
     * @param key  what the hashes need; without one the chain is a plain one
     * @param here who does what nobody else is named for
     */
    public AuditChain(Optional<DataKey> key, Clock clock, Supplier<Origin> here) {
        this.hashes = AuditHash.of(key);
        this.clock = clock;
        this.here = here;
    }

    AuditHash hashes() {
        return hashes;
    }

    /** What a patron is called. */
    public String patron(String barcode) {
        return hashes.patron(barcode);
    }

    /** A deed that concerns one transaction, with its patron. */
    public void note(Deed deed, Origin by, Instant at, Transaction transaction, String detail) {
        String patron = switch (transaction) {
            case CheckOut out -> hashes.patron(out.patron().value());
            case CheckIn in -> "";
        };
        unit.add(AuditRow.Words.of(at, by, deed, transaction.id().toString(), patron, detail));
    }

    /** A deed of this desk that concerns one transaction, whoever the patron is. */
    public void note(Deed deed, String id) {
        unit.add(AuditRow.Words.of(clock.instant(), here.get(), deed, id, "", ""));
    }

    /** A deed that concerns no transaction. */
    public void note(Deed deed, Origin by, String detail) {
        unit.add(AuditRow.Words.of(clock.instant(), by, deed, "", "", detail));
    }

    /** Whether the unit has anything to write. */
    public boolean isDue() {
        return !unit.isEmpty();
    }

    /** The key is not needed any more. */
    public void close() {
        hashes.forget();
    }

    /** A unit of work begins; what an earlier one left behind when it failed is forgotten. */
    public void begin() {
        unit.clear();
        written = Optional.empty();
    }

    /** The unit is about to commit. */
    public void write(Connection connection) throws SQLException {
        AuditTable.Head end = committed.isPresent() ? committed.get() : end(connection);
        committed = Optional.empty();
        List<AuditRow> rows = new ArrayList<>(unit.size());
        long sequence = end.sequence();
        byte[] previous = end.hash();
        boolean keyed = hashes.isKeyed();
        for (AuditRow.Words words : unit) {
            byte[] hash = hashes.line(words, keyed, previous);
            rows.add(AuditRow.of(++sequence, words, keyed, previous, hash));
            previous = hash;
        }
        AuditTable.add(connection, rows);
        AuditTable.Head head = new AuditTable.Head(sequence, keyed, previous,
                hashes.head(sequence, keyed, previous));
        AuditTable.setHead(connection, head);
        written = Optional.of(head);
    }

    /** The unit was committed. */
    public void committed() {
        if (written.isPresent()) {
            committed = written;
            written = Optional.empty();
        }
        unit.clear();
    }

    /**
     * Looks whether the trail ends where it should, and says so in it when it begins, does not, or gets a key. To be
     * called in the first unit of work.
     *
     * @return whether it ends as it should
     */
    public boolean open(Connection connection) throws SQLException {
        Optional<AuditTable.Head> head = AuditTable.head(connection);
        Optional<AuditRow> last = AuditTable.last(connection);
        boolean begins = head.isEmpty() && last.isEmpty();
        boolean sound = begins || head.isPresent() && last.isPresent() && isEnd(head.get(), last.get());
        if (begins) {
            note(Deed.BEGUN, here.get(), "");
        } else if (!sound) {
            note(Deed.CONTINUED, here.get(), "");
        }
        if (hashes.isKeyed() && head.filter(AuditTable.Head::keyed).isEmpty()) {
            note(Deed.SEALED, here.get(), "");
        }
        return sound;
    }

    private boolean isEnd(AuditTable.Head head, AuditRow last) {
        return head.sequence() == last.sequence() && Arrays.equals(head.hash(), last.hash()) && isGenuine(head);
    }

    private boolean isGenuine(AuditTable.Head head) {
        return Arrays.equals(head.seal(), hashes.head(head.sequence(), head.keyed(), head.hash()));
    }

    /** Where to go on: from the head, and behind whatever lines there are, so that a gap shows what is missing. */
    private AuditTable.Head end(Connection connection) throws SQLException {
        Optional<AuditTable.Head> head = AuditTable.head(connection);
        Optional<AuditRow> last = AuditTable.last(connection);
        long sequence = Math.max(head.map(AuditTable.Head::sequence).orElse(0L),
                last.map(AuditRow::sequence).orElse(0L));
        boolean lost = head.isPresent() && last.isPresent() && head.get().sequence() > last.get().sequence();
        byte[] hash = head.filter(present -> !lost && isGenuine(present)).map(AuditTable.Head::hash)
                .or(() -> last.map(AuditRow::hash)).orElseGet(() -> new byte[AuditHash.LENGTH]);
        return new AuditTable.Head(sequence, hashes.isKeyed(), hash, new byte[0]);
    }
}
