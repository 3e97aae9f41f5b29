/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.carrel.circulation.Caution;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DueDateChoice;
import org.carrel.circulation.StackAnswer;
import org.carrel.circulation.Tally;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;

/** A desk that records everything unless it was told to answer otherwise about an item. */
final class FakeDesk implements CirculationDesk {

    /** Whether the day's count is at hand when a scan was recorded. */
    boolean counting = true;

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    final List<Transaction> recorded = new ArrayList<>();
    final Map<String, DeskAnswer> answers = new HashMap<>();
    Instant now = NOON;
    RuntimeException failure;
    private int checkOuts;

    void doubt(String item) {
        answers.put(item, new DeskAnswer.Doubtful(Set.of(Caution.DUPLICATE_SCAN), "Just now."));
    }

    void refuse(String item, DeskAnswer.Field field) {
        answers.put(item, new DeskAnswer.Refused(field, "Not here."));
    }

    List<String> items() {
        return recorded.stream().map(transaction -> transaction.item().value()).toList();
    }

    @Override
    public DeskAnswer checkOut(String patron, String item, Instant dueAt, Set<Caution> overridden) {
        return record(item, overridden, new TransactionId(new UUID(7, recorded.size())), patron, dueAt);
    }

    @Override
    public DeskAnswer checkIn(String item, Set<Caution> overridden) {
        return record(item, overridden, new TransactionId(new UUID(7, recorded.size())), "", Instant.EPOCH);
    }

    @Override
    public StackAnswer checkOutStack(String patron, List<String> items, Instant dueAt, Set<Caution> overridden) {
        return stack(items, item -> checkOut(patron, item, dueAt, overridden));
    }

    @Override
    public StackAnswer checkInStack(List<String> items, Set<Caution> overridden) {
        return stack(items, item -> checkIn(item, overridden));
    }

    private StackAnswer stack(List<String> items, Function<String, DeskAnswer> each) {
        List<QueueEntry> entries = new ArrayList<>();
        List<StackAnswer.NotThis> notThese = new ArrayList<>();
        for (String item : items) {
            DeskAnswer answer = each.apply(item);
            if (answer instanceof DeskAnswer.Recorded one) {
                entries.add(one.entry());
            } else {
                notThese.add(new StackAnswer.NotThis(item, answer));
            }
        }
        return new StackAnswer.Recorded(entries, notThese, Optional.of(tally("")));
    }

    private DeskAnswer record(String item, Set<Caution> overridden, TransactionId id, String patron, Instant dueAt) {
        if (failure != null) {
            throw failure;
        }
        DeskAnswer other = answers.get(item);
        if (other != null
                && !(other instanceof DeskAnswer.Doubtful doubt && overridden.containsAll(doubt.cautions()))) {
            return other;
        }
        Origin origin = new Origin("desk-1", "");
        Transaction transaction = patron.isEmpty() ? new CheckIn(id, new ItemBarcode(item), now, origin)
                : new CheckOut(id, new PatronBarcode(patron), new ItemBarcode(item), dueAt, now, origin);
        recorded.add(transaction);
        checkOuts += patron.isEmpty() ? 0 : 1;
        return new DeskAnswer.Recorded(new QueueEntry(recorded.size(), transaction, Standing.awaitingSync(now)),
                counting ? Optional.of(tally(patron)) : Optional.empty());
    }

    @Override
    public Optional<String> objectionToPatron(String patron) {
        return patron.startsWith("2") ? Optional.empty() : Optional.of("That is an item.");
    }

    @Override
    public List<DueDateChoice> dueDates() {
        return List.of(new DueDateChoice("+1 day", now.plus(Duration.ofDays(1))),
                new DueDateChoice("+2 weeks", now.plus(Duration.ofDays(14))));
    }

    @Override
    public DueDateChoice standardDueDate() {
        return dueDates().get(1);
    }

    @Override
    public Tally tally(String patron) {
        int his = (int) recorded.stream()
                .filter(one -> one instanceof CheckOut out && out.patron().value().equals(patron)).count();
        return new Tally(his, checkOuts, recorded.size() - checkOuts);
    }
}
