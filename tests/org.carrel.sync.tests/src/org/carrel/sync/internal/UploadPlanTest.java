/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.ItemBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.port.UploadLedger.Uploaded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A plan")
class UploadPlanTest {

    private final Desk desk = new Desk();

    private static QueueEntry row(Transaction transaction) {
        return row(transaction, 0);
    }

    private static QueueEntry row(Transaction transaction, int attempts) {
        Standing fresh = Standing.awaitingSync(transaction.occurredAt());
        return new QueueEntry(1, transaction, new Standing(fresh.state(), attempts, fresh.changedAt(), false, false,
                fresh.serverDueAt(), fresh.problem(), ""));
    }

    private static List<TransactionId> ids(List<QueueEntry> rows) {
        return rows.stream().map(QueueEntry::id).toList();
    }

    @Test
    void of_nothing_is_empty() {
        UploadPlan plan = UploadPlan.of(List.of(), Map.of(), Rule.LATEST_ONLY);
        assertEquals(0, plan.total());
        assertTrue(plan.chains().isEmpty());
    }

    @Test
    void has_a_chain_for_each_item_in_the_order_in_which_things_occurred() {
        QueueEntry late = row(desk.checkIn("A", 9));
        QueueEntry early = row(desk.checkOut("P", "A", 3));
        QueueEntry other = row(desk.checkIn("B", 5));
        UploadPlan plan = UploadPlan.of(List.of(late, other, early), Map.of(), Rule.FULL_HISTORY);
        assertEquals(List.of(new Chain(new ItemBarcode("A"), List.of(early, late)),
                new Chain(new ItemBarcode("B"), List.of(other))), plan.chains());
        assertEquals(3, plan.total());
    }

    @Test
    void takes_what_occurred_at_the_same_moment_in_the_order_of_the_ids() {
        QueueEntry first = row(desk.checkIn("A", 1));
        QueueEntry second = row(desk.checkOut("P", "A", 1));
        UploadPlan plan = UploadPlan.of(List.of(second, first), Map.of(), Rule.LATEST_ONLY);
        assertEquals(List.of(first, second), plan.chains().getFirst().rows());
    }

    @Test
    void does_not_send_what_occurred_before_something_that_is_uploaded_already() {
        QueueEntry imported = row(desk.checkOut("P", "A", 1));
        QueueEntry same = row(desk.checkIn("A", 2));
        UploadPlan plan = UploadPlan.of(List.of(imported, same),
                Map.of(new ItemBarcode("A"), new Uploaded(Desk.at(2), same.id())),
                Rule.FULL_HISTORY);
        assertEquals(List.of(imported), plan.outdated());
        assertEquals(List.of(same), plan.chains().getFirst().rows());
    }

    @Test
    void knows_by_the_ids_what_came_first_at_the_same_moment() {
        QueueEntry before = row(desk.checkOut("P", "A", 1));
        Transaction uploaded = desk.checkIn("A", 1);
        QueueEntry after = row(desk.checkOut("Q", "A", 1));
        UploadPlan plan = UploadPlan.of(List.of(before, after),
                Map.of(new ItemBarcode("A"), new Uploaded(uploaded.occurredAt(), uploaded.id())), Rule.LATEST_ONLY);
        assertEquals(List.of(before), plan.outdated());
        assertEquals(List.of(after), plan.chains().getFirst().rows());
    }

    @Test
    void puts_chains_that_failed_before_behind_the_others() {
        QueueEntry stubborn = row(desk.checkIn("A", 1), 3);
        QueueEntry fresh = row(desk.checkIn("B", 2));
        UploadPlan plan = UploadPlan.of(List.of(stubborn, fresh), Map.of(), Rule.LATEST_ONLY);
        assertEquals(List.of("B", "A"), plan.chains().stream().map(chain -> chain.item().value()).toList());
    }

    @Test
    void settles_every_row_once_and_keeps_each_item_in_order_whatever_the_history() {
        for (long seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            List<QueueEntry> rows = new ArrayList<>();
            for (int i = random.nextInt(60); i > 0; i--) {
                String item = "item" + random.nextInt(6);
                int minute = random.nextInt(30);
                rows.add(row(random.nextBoolean() ? desk.checkIn(item, minute) : desk.checkOut("P", item, minute),
                        random.nextInt(3)));
            }
            Collections.shuffle(rows, random);
            Map<ItemBarcode, Uploaded> uploaded = new HashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                Transaction known = desk.checkIn("item" + random.nextInt(6), random.nextInt(30));
                uploaded.put(known.item(), new Uploaded(known.occurredAt(), known.id()));
            }
            check(UploadPlan.of(rows, uploaded, Rule.FULL_HISTORY), rows, uploaded, "seed " + seed);
        }
    }

    private static void check(UploadPlan plan, List<QueueEntry> rows, Map<ItemBarcode, Uploaded> uploaded,
            String seed) {
        List<TransactionId> seen = new ArrayList<>(ids(plan.outdated()));
        Set<ItemBarcode> items = new HashSet<>();
        for (Chain chain : plan.chains()) {
            assertTrue(items.add(chain.item()), seed + ": one chain an item");
            seen.addAll(ids(chain.rows()));
            for (int i = 0; i < chain.rows().size(); i++) {
                Transaction transaction = chain.rows().get(i).transaction();
                assertEquals(chain.item(), transaction.item(), seed);
                Uploaded latest = uploaded.get(chain.item());
                assertTrue(latest == null || !latest.isAfter(transaction), seed + ": not outdated");
                if (i > 0) {
                    Transaction before = chain.rows().get(i - 1).transaction();
                    int order = before.occurredAt().compareTo(transaction.occurredAt());
                    assertTrue(order < 0 || order == 0 && before.id().compareTo(transaction.id()) < 0, seed);
                }
            }
        }
        for (QueueEntry outdated : plan.outdated()) {
            assertTrue(uploaded.get(outdated.transaction().item()).isAfter(outdated.transaction()), seed);
        }
        assertEquals(rows.size(), plan.total(), seed);
        assertEquals(Set.copyOf(ids(rows)), Set.copyOf(seen), seed);
        assertEquals(rows.size(), seen.size(), seed);
    }
}
