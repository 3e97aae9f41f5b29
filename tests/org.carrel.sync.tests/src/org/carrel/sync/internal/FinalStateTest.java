/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.sync.UploadMonitor;
import org.carrel.sync.internal.FakeLibrary.Fate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random histories of several items, recorded on several desks, imported late, uploaded over several lanes. */
@DisplayName("After all uploads, the library system")
@Timeout(300)
class FinalStateTest {

    private static final int ITEMS = 5;
    private static final int ROUNDS = 4;
    private static final int SEEDS = 400;

    @ParameterizedTest
    @CsvSource({ "LATEST_ONLY, false", "LATEST_ONLY, true", "FULL_HISTORY, false", "FULL_HISTORY, true" })
    void is_as_the_desk_last_saw_each_item(Rule rule, boolean answersGetLost) {
        long first = Long.getLong("carrel.seed", 1);
        for (long seed = first; seed < first + SEEDS; seed++) {
            new History(rule, answersGetLost, seed).play();
        }
    }

    private static final class History {

        private final Rule rule;
        private final boolean answersGetLost;
        private final String name;
        private final Random random;
        private final Desk desk = new Desk();
        private final MemoryLedger ledger = new MemoryLedger();
        private final FakeLibrary library = new FakeLibrary();
        private final List<Optional<PatronBarcode>> beginning = new ArrayList<>();

        History(Rule rule, boolean answersGetLost, long seed) {
            this.rule = rule;
            this.answersGetLost = answersGetLost;
            this.name = rule + (answersGetLost ? " with lost answers" : "") + ", seed " + seed + ": ";
            this.random = new Random(seed);
        }

        void play() {
            for (int item = 0; item < ITEMS; item++) {
                if (random.nextBoolean()) {
                    library.lend("item" + item, "former" + item);
                }
                beginning.add(library.holder("item" + item));
            }
            for (int round = 0; round < ROUNDS; round++) {
                record(round);
                makeTrouble();
                upload();
            }
            library.disturb((transaction, number) -> Fate.SERVED);
            library.answer((transaction, number) -> Optional.empty());
            ledger.restart();
            upload();
            assertEquals(List.of(), ledger.pending(), name + "nothing is pending after a run without trouble");
            askAgain();
            for (int item = 0; item < ITEMS; item++) {
                check(item);
            }
        }

        /** Mostly in order of time; some come late, from another desk. */
        private void record(int round) {
            for (int i = random.nextInt(10); i > 0; i--) {
                String item = "item" + random.nextInt(ITEMS);
                int minute = random.nextInt(10) < 8 ? round * 100 + random.nextInt(100) : random.nextInt(400);
                ledger.add(random.nextInt(5) < 2 ? desk.checkIn(item, minute)
                        : desk.checkOut(random.nextInt(8) == 0 ? "unknown" : "P" + random.nextInt(4), item, minute));
            }
        }

        private void makeTrouble() {
            Random trouble = new Random(random.nextLong());
            int percent = random.nextInt(3) * 20;
            library.disturb((transaction, number) -> trouble.nextInt(100) >= percent ? Fate.SERVED
                    : answersGetLost ? Fate.values()[1 + trouble.nextInt(3)] : Fate.LOST);
            int crashAt = answersGetLost && random.nextInt(3) == 0 ? random.nextInt(10) : Integer.MAX_VALUE;
            AtomicInteger requests = new AtomicInteger();
            library.answer((transaction, number) -> {
                if (requests.getAndIncrement() == crashAt) {
                    ledger.crash();
                }
                return trouble.nextInt(100) < percent / 4
                        ? Optional.of(FakeLibrary.refused(Problem.Kind.TEMPORARY))
                        : Optional.empty();
            });
        }

        private void upload() {
            new UploadService(ledger, library, Desk.branch(rule, 1 + random.nextInt(4)), Clock.systemUTC(),
                    UploadServiceTest.HASTY).run(UploadMonitor.SILENT);
            ledger.restart();
        }

        /** The desk presses Retry on what was refused because the item was out: a late check-in may have helped. */
        private void askAgain() {
            ledger.retry(ledger.all().stream()
                    .filter(row -> LastSeen.isRefusedAsOut(row) && !row.standing().outcomeUnknown())
                    .map(QueueEntry::id).toList());
            upload();
            assertEquals(List.of(), ledger.pending(), name);
        }

        private void check(int number) {
            String item = "item" + number;
            List<QueueEntry> rows = ledger.all().stream().filter(row -> row.transaction().item().value().equals(item))
                    .toList();
            new LastSeen(name + item, library.holder(item), library::timesApplied, beginning.get(number)).check(rows);
        }
    }
}
