/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.management.ManagementFactory;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.management.ObjectName;

import org.carrel.model.port.DataKey;
import org.carrel.model.port.QueueQuery;
import org.carrel.store.internal.derby.Folders;
import org.carrel.testkit.ChildJvm;
import org.carrel.testkit.TestDataKey;
import org.carrel.testkit.Traces;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child process works, dumps its heap, signs out, and dumps its heap again: what is reachable is searched. */
@DisplayName("The memory of a Carrel")
class HeapDumpTest {

    private static final String KEY = "of the branch";
    private static final int PATRONS = 5;

    @TempDir
    Path folder;

    @Test
    void holds_neither_keys_nor_patrons_after_the_queue_is_closed_and_somebody_signed_out() throws Exception {
        TestBranch branch = TestBranch.in(folder);
        Path dumps = Files.createDirectories(folder.resolve("dumps"));
        try (ChildJvm child = StoreProcess.start(folder, Session.class, branch.dataFolder().toString(),
                branch.journalFolder().toString(), dumps.toString())) {
            assertEquals(Optional.of("done"), child.line(), () -> errors());
            assertEquals(0, child.waitFor());
        }
        assertFalse(traces(dumps.resolve("open.hprof")).isEmpty(), "the search finds what is there while it is used");
        assertEquals(List.of(), traces(dumps.resolve("closed.hprof")));
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("child-errors.txt"));
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    private static List<String> traces(Path dump) throws Exception {
        List<String> found = new ArrayList<>();
        TestDataKey key = new TestDataKey(KEY);
        for (DataKey.Purpose purpose : DataKey.Purpose.values()) {
            Traces.of(key.derive(purpose)).in(dump).forEach(trace -> found.add(purpose + " " + trace));
        }
        for (int patron = 0; patron < PATRONS; patron++) {
            found.addAll(Traces.of(Session.patron(patron)).in(dump));
        }
        return found;
    }

    /** One day, two dumps. What is searched for is never whole in a constant of this class. */
    static final class Session {

        public static void main(String[] arguments) throws Exception {
            TestDataKey key = new TestDataKey(KEY);
            TestBranch branch = new TestBranch(Path.of(arguments[0]), Path.of(arguments[1])).with(key);
            Path dumps = Path.of(arguments[2]);
            Store store = new Store(branch, Clock.systemUTC());
            Scans scans = new Scans();
            for (int i = 0; i < 200; i++) {
                store.add(scans.checkOut(patron(i % PATRONS), "31234000000001"));
            }
            store.index(QueueQuery.all().withText(patron(1)));
            Scans.all(store);
            dump(dumps.resolve("open.hprof"));
            store.close();
            key.wipe();
            awaitFinalizers();
            dump(dumps.resolve("closed.hprof"));
            // Whoever still holds the closed store holds nothing of the branch's.
            if (store.health() == null || !Files.isDirectory(branch.dataFolder())) {
                throw new IllegalStateException("cannot be");
            }
            Folders.erase(branch.dataFolder());
            System.out.println("done");
        }

        /**
         * Derby's connections have finalizers. What the first collection finds is handed over one by one, in no known
         * order; when the second one's was handed over, so was all of the first.
         */
        private static void awaitFinalizers() throws InterruptedException {
            for (int round = 0; round < 2; round++) {
                CountDownLatch handedOver = new CountDownLatch(1);
                Cleaner.create().register(new Object(), handedOver::countDown);
                while (!handedOver.await(10, TimeUnit.MILLISECONDS)) {
                    System.gc();
                }
                while (ManagementFactory.getMemoryMXBean().getObjectPendingFinalizationCount() > 0) {
                    Thread.onSpinWait();
                }
            }
        }

        static String patron(int number) {
            return Long.toString(21_234_000_700_000L + number * 1_003L);
        }

        /** Only what is reachable. */
        private static void dump(Path file) throws Exception {
            ManagementFactory.getPlatformMBeanServer().invoke(
                    new ObjectName("com.sun.management:type=HotSpotDiagnostic"), "dumpHeap",
                    new Object[] { file.toString(), true }, new String[] { "java.lang.String", "boolean" });
        }
    }
}
