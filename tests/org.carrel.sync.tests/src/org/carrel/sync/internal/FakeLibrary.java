/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Outcome;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.Reachability;

/**
 * A library system in memory that lends, takes back and refuses as the real one does, and whose way there can be
 * disturbed: {@link #disturb} decides about each request what becomes of it.
 */
final class FakeLibrary implements IlsTransport {

    /** What becomes of a request. */
    enum Fate {
        /** It is served. */
        SERVED,
        /** It never gets there. */
        LOST,
        /** It gets there, is not applied, and there is no answer. */
        DROPPED_BEFORE,
        /** It is applied, and the answer is lost. */
        DROPPED_AFTER
    }

    private final Map<ItemBarcode, Optional<PatronBarcode>> loans = new HashMap<>();
    private final List<Transaction> received = new ArrayList<>();
    private final Map<TransactionId, Integer> applied = new HashMap<>();
    private BiFunction<Transaction, Integer, Fate> fate = (transaction, number) -> Fate.SERVED;
    private BiFunction<Transaction, Integer, Optional<Outcome>> script = (transaction, number) -> Optional.empty();

    synchronized void lend(String item, String patron) {
        loans.put(new ItemBarcode(item), Optional.of(new PatronBarcode(patron)));
    }

    /** @param decision by transaction, and by how often it has been received, from 1 */
    synchronized void disturb(BiFunction<Transaction, Integer, Fate> decision) {
        fate = decision;
    }

    /** Answers as the script says, without doing anything; when that is empty, as usual. */
    synchronized void answer(BiFunction<Transaction, Integer, Optional<Outcome>> decision) {
        script = decision;
    }

    synchronized Optional<PatronBarcode> holder(String item) {
        return loans.getOrDefault(new ItemBarcode(item), Optional.empty());
    }

    synchronized List<Transaction> received() {
        return List.copyOf(received);
    }

    synchronized int timesApplied(Transaction transaction) {
        return applied.getOrDefault(transaction.id(), 0);
    }

    @Override
    public Outcome send(Transaction transaction) {
        BiFunction<Transaction, Integer, Optional<Outcome>> told;
        int number;
        synchronized (this) {
            received.add(transaction);
            number = (int) received.stream().filter(transaction::equals).count();
            told = script;
        }
        // Outside the lock: a script may wait, and other lanes must get on.
        return told.apply(transaction, number).orElseGet(() -> serve(transaction, number));
    }

    private synchronized Outcome serve(Transaction transaction, int number) {
        return switch (fate.apply(transaction, number)) {
            case SERVED -> apply(transaction);
            case LOST -> new Outcome.NoAnswer("connection refused", false, Optional.empty());
            case DROPPED_BEFORE -> new Outcome.NoAnswer("connection reset", true, Optional.empty());
            case DROPPED_AFTER -> {
                apply(transaction);
                yield new Outcome.NoAnswer("connection reset", true, Optional.empty());
            }
        };
    }

    private Outcome apply(Transaction transaction) {
        Optional<PatronBarcode> holder = loans.getOrDefault(transaction.item(), Optional.empty());
        return switch (transaction) {
            case CheckOut checkOut when checkOut.patron().value().startsWith("unknown") -> refused(
                    Problem.Kind.UNKNOWN_PATRON);
            case CheckOut checkOut when holder.isPresent() -> refused(Problem.Kind.ITEM_ALREADY_OUT);
            case CheckOut checkOut -> {
                loans.put(checkOut.item(), Optional.of(checkOut.patron()));
                yield accepted(checkOut, Optional.of(checkOut.dueAt()));
            }
            case CheckIn checkIn when holder.isEmpty() -> refused(Problem.Kind.ITEM_NOT_CHECKED_OUT);
            case CheckIn checkIn -> {
                loans.remove(checkIn.item());
                yield accepted(checkIn, Optional.empty());
            }
        };
    }

    private Outcome accepted(Transaction transaction, Optional<Instant> dueAt) {
        applied.merge(transaction.id(), 1, Integer::sum);
        return new Outcome.Accepted(dueAt, List.of());
    }

    static Outcome refused(Problem.Kind kind) {
        return new Outcome.Refused(new Problem(kind, kind.name(), "The library system said so."));
    }

    @Override
    public Reachability probe() {
        throw new UnsupportedOperationException("no upload asks first");
    }

    @Override
    public void forgetSignIn() {
        throw new UnsupportedOperationException("no upload forgets");
    }
}
