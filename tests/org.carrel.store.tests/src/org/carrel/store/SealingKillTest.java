/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.carrel.store.Scans.all;
import static org.carrel.store.Scans.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.carrel.model.QueueEntry;
import org.carrel.model.port.QueueHealth;
import org.carrel.store.internal.derby.DerbyDatabase;
import org.carrel.store.internal.derby.Folders;
import org.carrel.testkit.ChildJvm;
import org.carrel.testkit.TestDataKey;
import org.carrel.testkit.Traces;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A child process opens a clear queue with a key for the first time, and is killed (SIGKILL) at a random moment of
 * that, again and again; what it left is opened in order, or by the next child, which is killed as well.
 */
@DisplayName("A Carrel that is killed while it encrypts a queue")
class SealingKillTest {

    private static final int KILLS = 30;
    private static final int ROWS = 2_000;
    private static final String KEY = "of the branch";
    private static final String PATRON = "21234000009999";

    @TempDir
    Path folder;

    @Test
    void leaves_the_old_queue_or_the_new_one_with_every_row_and_in_the_end_nothing_in_clear() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TestBranch clear = TestBranch.in(folder);
        List<QueueEntry> rows;
        try (Store store = new Store(clear, Clock.systemUTC())) {
            Scans scans = new Scans();
            for (int i = 0; i < ROWS; i += 1_000) {
                stored(store.add(Stream.generate(() -> scans.checkOut(PATRON, "31234000000001")).limit(1_000)
                        .toList()));
            }
            rows = all(store);
        }
        SavedFolder saved = new SavedFolder(clear.queue());
        long takes = timed(clear);
        check(clear.with(new TestDataKey(KEY)), rows);
        Folders.erase(clear.dataFolder());
        saved.copyTo(clear.queue());
        int before = 0;
        int after = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildJvm child = StoreProcess.start(folder, Opener.class, clear.dataFolder().toString(),
                    clear.journalFolder().toString())) {
                assertEquals(Optional.of("opening"), child.line(), () -> errors());
                // Half of them anywhere; the other half while the two databases change places, and shortly afterwards.
                Path sign = clear.dataFolder().resolve(random.nextBoolean() ? "queue.sealed" : "queue.clear");
                CompletableFuture<Void> killed = kill % 2 == 0 ? killLater(child, random.nextLong(takes))
                        : CompletableFuture.runAsync(() -> awaitSign(sign))
                                .thenCompose(seen -> killLater(child, random.nextLong(30_000)));
                child.waitFor();
                killed.get(1, TimeUnit.MINUTES);
            }
            if (Files.exists(clear.queue()) && DerbyDatabase.isEncrypted(clear.queue())) {
                after++;
            } else {
                before++;
            }
            if (random.nextInt(3) > 0 || Files.notExists(clear.queue()) || DerbyDatabase.isEncrypted(clear.queue())) {
                check(clear.with(new TestDataKey(KEY)), rows);
                Folders.erase(clear.dataFolder());
                saved.copyTo(clear.queue());
            }
        }
        System.out.printf("SealingKillTest seed %d: %d kills, %d before and %d after the exchange%n", seed, KILLS,
                before, after);
        check(clear.with(new TestDataKey(KEY)), rows);
    }

    /** How many microseconds it takes when nobody interferes. */
    private long timed(TestBranch clear) throws Exception {
        try (ChildJvm child = StoreProcess.start(folder, Opener.class, clear.dataFolder().toString(),
                clear.journalFolder().toString())) {
            assertEquals(Optional.of("opening"), child.line(), () -> errors());
            long started = System.nanoTime();
            assertEquals(Optional.of("open"), child.line(), () -> errors());
            return (System.nanoTime() - started) / 1_000;
        }
    }

    private static CompletableFuture<Void> killLater(ChildJvm child, long microseconds) {
        return CompletableFuture.runAsync(child::kill,
                CompletableFuture.delayedExecutor(microseconds, TimeUnit.MICROSECONDS));
    }

    /** The sign lasts for a moment only; when it was missed, the child has come to its end and stays there. */
    private static void awaitSign(Path sign) {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (Files.notExists(sign) && !Files.exists(sign.resolveSibling("opened")) && System.nanoTime() < latest) {
            Thread.onSpinWait();
        }
    }

    private void check(TestBranch branch, List<QueueEntry> rows) throws Exception {
        try (Store store = new Store(branch, Clock.systemUTC())) {
            assertEquals(new QueueHealth.Healthy(), assertInstanceOf(QueueHealth.Healthy.class, store.health()));
            assertEquals(rows, all(store));
            assertTrue(store.verify().isWhole());
        }
        assertEquals(List.of(), Traces.of(PATRON).in(branch.dataFolder(), branch.journalFolder()));
        try (Stream<Path> left = Files.list(branch.dataFolder())) {
            assertEquals(List.of("queue", "queue.lock"), left.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("queue")).sorted().toList());
        }
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("child-errors.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Opens the queue with the key, and stays. */
    static final class Opener {
        public static void main(String[] arguments) throws Exception {
            TestBranch branch = new TestBranch(Path.of(arguments[0]), Path.of(arguments[1])).with(new TestDataKey(KEY));
            System.out.println("opening");
            Store store = new Store(branch, Clock.systemUTC());
            Files.createFile(branch.dataFolder().resolve("opened"));
            System.out.println(store.health() instanceof QueueHealth.Healthy ? "open" : store.health());
            Thread.currentThread().join();
        }
    }
}
