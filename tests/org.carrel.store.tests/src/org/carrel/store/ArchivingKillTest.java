/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.carrel.store.Scans.all;
import static org.carrel.store.Scans.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.TransactionState;
import org.carrel.model.port.UploadLedger.Finding;
import org.carrel.testkit.ChildJvm;
import org.carrel.testkit.TestDataKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child process opens a queue of old transactions, which archives them, and is killed (SIGKILL) while it does. */
@DisplayName("A Carrel that is killed while it archives")
class ArchivingKillTest {

    private static final int KILLS = 30;
    private static final int ROWS = 6_000;
    private static final String KEY = "of the branch";
    private static final Clock LONG_AFTER = Clock.fixed(Scans.MORNING.plus(Duration.ofDays(200)), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void leaves_each_row_in_the_queue_or_in_the_archive_and_pending_ones_where_they_were() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TestBranch branch = TestBranch.in(folder).with(new TestDataKey(KEY));
        long pending = fill(branch);
        int under = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildJvm child = StoreProcess.start(folder, Opener.class, branch.dataFolder().toString(),
                    branch.journalFolder().toString())) {
                assertEquals(Optional.of("archiving"), child.line(), () -> "see child-errors.txt in " + folder);
                child.line();
                under++;
                CompletableFuture.runAsync(child::kill, CompletableFuture.delayedExecutor(random.nextInt(60_000),
                        TimeUnit.MICROSECONDS)).get(1, TimeUnit.MINUTES);
                child.waitFor();
            }
            assertEquals(ROWS, count(branch, "TRANSACTION_QUEUE") + count(branch, "ARCHIVED_TRANSACTION"));
            assertEquals(0, Long.parseLong(Tables.read(branch.queue(), branch.dataKey(),
                    "SELECT COUNT(*) FROM TRANSACTION_QUEUE Q JOIN ARCHIVED_TRANSACTION A ON A.ID = Q.ID")
                    .getFirst()));
        }
        long archived = count(branch, "ARCHIVED_TRANSACTION");
        System.out.printf("ArchivingKillTest seed %d: %d kills while it archived, %d of %d archived by then%n", seed,
                under, archived, ROWS - pending);
        assertTrue(archived > 0, "nothing was archived before the kills");
        try (Store store = new Store(branch, Clock.fixed(Scans.MORNING, ZoneOffset.UTC))) {
            store.archive(LONG_AFTER);
            List<QueueEntry> left = all(store);
            assertEquals(pending, left.size());
            assertTrue(left.stream().allMatch(row -> row.state().isPending()));
            assertTrue(store.verify().isWhole(), "the trail tells of each");
            List<String> deeds = new ArrayList<>();
            store.read(line -> deeds.add(line.deed()));
            assertEquals(ROWS - pending, deeds.stream().filter("ARCHIVED"::equals).count());
        }
    }

    private static long count(TestBranch branch, String table) throws Exception {
        return Long.parseLong(Tables.read(branch.queue(), branch.dataKey(), "SELECT COUNT(*) FROM " + table)
                .getFirst());
    }

    /** One row in ten awaits its upload; gives how many. */
    private static long fill(TestBranch branch) {
        Instant then = Scans.MORNING.plus(Duration.ofDays(1));
        try (Store store = new Store(branch, Clock.fixed(Scans.MORNING, ZoneOffset.UTC))) {
            Scans scans = new Scans();
            for (int i = 0; i < ROWS; i += 1_000) {
                List<QueueEntry> rows = stored(store.add(Stream.generate(() -> scans.checkOut("P", "I")).limit(1_000)
                        .toList()));
                store.record(rows.stream().filter(row -> row.sequence() % 10 != 0)
                        .map(row -> new Finding(row.id(), row.sequence() % 2 == 0
                                ? Standing.awaitingSync(then).superseded(then)
                                : Standing.awaitingSync(then).inFlight(then).uploaded(then, Optional.empty(), false),
                                List.of()))
                        .toList());
            }
            return store.counts().get(TransactionState.AWAITING_SYNC);
        }
    }

    /** Opens the queue half a year later, and says when its archiving begins and that it goes on. */
    static final class Opener {
        public static void main(String[] arguments) throws InterruptedException {
            TestBranch branch = new TestBranch(Path.of(arguments[0]), Path.of(arguments[1])).with(new TestDataKey(KEY));
            System.out.println("archiving");
            Store store = new Store(branch, LONG_AFTER);
            store.observe(change -> System.out.println("archived"));
            Thread.currentThread().join();
        }
    }
}
