/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.carrel.store.Scans.all;
import static org.carrel.store.Scans.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.QueueHealth;
import org.carrel.testkit.ChildJvm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first promise: a scan that was acknowledged is never lost. A child process records scans on one queue and prints
 * each id after {@code add} returned; it is killed (SIGKILL) at a random moment, again and again.
 */
@DisplayName("A Carrel that is killed at any moment")
class KillTest {

    private static final int KILLS = 30;
    private static final int KILLS_WHILE_JOURNALING = 8;
    private static final int DESKS = 2;

    @TempDir
    Path folder;

    private final Random random = new Random();

    @Test
    void keeps_every_acknowledged_scan_exactly_once_in_the_queue() throws Exception {
        TestBranch branch = TestBranch.in(folder);
        Set<TransactionId> acknowledged = killAgainAndAgain(branch, KILLS);
        check(branch, acknowledged);
    }

    @Test
    void keeps_every_acknowledged_scan_exactly_once_in_the_journal() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken"), "no folder");
        TestBranch healthy = TestBranch.in(folder);
        Set<TransactionId> acknowledged = killAgainAndAgain(new TestBranch(broken, healthy.journalFolder()),
                KILLS_WHILE_JOURNALING);
        check(healthy, acknowledged);
    }

    private Set<TransactionId> killAgainAndAgain(TestBranch branch, int kills) throws Exception {
        long seed = System.nanoTime();
        random.setSeed(seed);
        Set<TransactionId> acknowledged = new HashSet<>();
        int duringStart = 0;
        for (int kill = 0; kill < kills; kill++) {
            try (ChildJvm child = StoreProcess.start(folder, Recorder.class, branch.dataFolder().toString(),
                    branch.journalFolder().toString(), Long.toString(random.nextLong()))) {
                boolean early = random.nextInt(4) == 0;
                CompletableFuture<Void> killed = early ? killLater(child, 1_500) : new CompletableFuture<>();
                int printed = 0;
                for (String line : child.lines()) {
                    assertTrue(line.startsWith("id ") || line.startsWith("i") && line.length() < 39,
                            "the child says: " + line);
                    // The kill can tear the last line off; a whole id was acknowledged whether or not the line ended.
                    if (line.length() == 39) {
                        assertTrue(acknowledged.add(TransactionId.parse(line.substring(3))), "an id printed twice");
                        printed++;
                    }
                    if (!early && printed == 1) {
                        killed = killLater(child, 250);
                    }
                }
                child.waitFor();
                assertTrue(early || printed > 0, "the child did not start; see child-errors.txt:\n"
                        + Files.readString(folder.resolve("child-errors.txt")));
                killed.get(1, TimeUnit.MINUTES);
                duringStart += printed == 0 ? 1 : 0;
            }
        }
        System.out.printf("KillTest seed %d: %d kills, %d of them during the start, %d scans acknowledged%n", seed,
                kills, duringStart, acknowledged.size());
        return acknowledged;
    }

    /** A moment between at once and {@code longest} milliseconds. */
    private CompletableFuture<Void> killLater(ChildJvm child, int longest) {
        return CompletableFuture.runAsync(child::kill, CompletableFuture
                .delayedExecutor(random.nextInt(longest * 1_000), TimeUnit.MICROSECONDS));
    }

    private static void check(TestBranch branch, Set<TransactionId> acknowledged) {
        try (Store store = new Store(branch, Clock.systemUTC())) {
            assertInstanceOf(QueueHealth.Healthy.class, store.health());
            List<QueueEntry> rows = all(store);
            List<TransactionId> kept = ids(rows);
            Set<TransactionId> lost = new HashSet<>(acknowledged);
            lost.removeAll(kept);
            assertEquals(Set.of(), lost, "acknowledged and lost");
            assertEquals(kept.size(), new HashSet<>(kept).size(), "kept twice");
            assertTogether(rows);
            // A queue that survived is a queue that works.
            assertEquals(rows.getLast().sequence() + 1, Scans.store(store, new Scans().checkIn("next")).sequence());
        }
    }

    /** What was given together is there together: the item says how many there are to be. */
    private static void assertTogether(List<QueueEntry> rows) {
        Map<String, Integer> there = new HashMap<>();
        rows.forEach(row -> there.merge(row.transaction().item().value(), 1, Integer::sum));
        there.forEach((item, count) -> assertEquals(Integer.parseInt(item.substring(item.indexOf('*') + 1)), count,
                "rows of " + item));
    }

    /** Several desks that record until they are killed. */
    static final class Recorder {
        public static void main(String[] arguments) {
            Random random = new Random(Long.parseLong(arguments[2]));
            Store store = new Store(new TestBranch(Path.of(arguments[0]), Path.of(arguments[1])), Clock.systemUTC());
            for (int desk = 0; desk < DESKS; desk++) {
                long seed = random.nextLong();
                new Thread(() -> record(store, new Random(seed))).start();
            }
        }

        private static void record(Store store, Random random) {
            Scans scans = new Scans();
            while (true) {
                int together = random.nextInt(5) == 0 ? 2 + random.nextInt(6) : 1;
                String item = Long.toHexString(random.nextLong()) + "*" + together;
                List<Transaction> given = new ArrayList<>();
                for (int i = 0; i < together; i++) {
                    given.add(random.nextBoolean() ? scans.checkOut("P", item) : scans.checkIn(item));
                }
                Acknowledgement answer = store.add(given);
                StringBuilder lines = new StringBuilder();
                for (Transaction transaction : given) {
                    lines.append(answer instanceof Acknowledgement.NotSaved notSaved ? "not saved: " + notSaved.reason()
                            : "id " + transaction.id()).append('\n');
                }
                System.out.print(lines);
                System.out.flush();
            }
        }
    }
}
