/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.carrel.store.Scans.all;
import static org.carrel.store.Scans.store;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.carrel.model.QueueEntry;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueQuery;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Scanning, showing and uploading at the same time")
class ConcurrencyTest {

    private static final int DESKS = 4;
    private static final int SCANS_EACH = 120;

    @TempDir
    Path folder;

    @Test
    void nothing_is_lost_doubled_or_heard_out_of_order() throws Exception {
        long seed = System.nanoTime();
        System.out.println("ConcurrencyTest seed " + seed);
        List<QueueChange> heard = Collections.synchronizedList(new ArrayList<>());
        try (Store store = new Store(TestBranch.in(folder), Clock.systemUTC());
                ExecutorService threads = Executors.newFixedThreadPool(DESKS + 3)) {
            store.observe(heard::add);
            List<Future<List<TransactionId>>> desks = new ArrayList<>();
            for (int desk = 0; desk < DESKS; desk++) {
                desks.add(threads.submit(scanning(store, desk)));
            }
            Future<Integer> upload = threads.submit(uploading(store, new Random(seed)));
            Future<Integer> table = threads.submit(showing(store, upload));
            List<TransactionId> added = new ArrayList<>();
            for (Future<List<TransactionId>> desk : desks) {
                added.addAll(desk.get(2, TimeUnit.MINUTES));
            }
            assertTrue(upload.get(2, TimeUnit.MINUTES) >= DESKS * SCANS_EACH);
            assertTrue(table.get(2, TimeUnit.MINUTES) > 0);
            List<QueueEntry> rows = all(store);
            assertEquals(new HashSet<>(added), new HashSet<>(Scans.ids(rows)));
            assertEquals(DESKS * SCANS_EACH, rows.size());
            assertEquals(Map.of(TransactionState.UPLOADED, DESKS * SCANS_EACH), store.counts());
            assertInstanceOf(QueueHealth.Healthy.class, store.health());
            assertEquals(rows, replay(heard));
        }
    }

    private static Callable<List<TransactionId>> scanning(Store store, int desk) {
        return () -> {
            Scans scans = new Scans();
            List<TransactionId> ids = new ArrayList<>();
            for (int i = 0; i < SCANS_EACH; i++) {
                ids.add(store(store, scans.checkOut("P" + desk, "I" + desk + "-" + i)).id());
            }
            return ids;
        };
    }

    /** Takes up what is pending until everything that will be scanned is uploaded. */
    private static Callable<Integer> uploading(Store store, Random random) {
        return () -> {
            int uploaded = 0;
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (uploaded < DESKS * SCANS_EACH && System.nanoTime() < deadline) {
                List<QueueEntry> pending = new ArrayList<>(store.pending());
                Collections.shuffle(pending, random);
                for (QueueEntry row : pending) {
                    assertTrue(store.record(row.id(), row.standing().inFlight(Scans.MORNING), List.of()));
                    assertTrue(store.record(row.id(),
                            row.standing().inFlight(Scans.MORNING).uploaded(Scans.MORNING, Optional.empty(), false),
                            List.of()));
                    uploaded++;
                }
            }
            return uploaded;
        };
    }

    /** Reads like a table does, as long as the upload runs. */
    private static Callable<Integer> showing(Store store, Future<?> upload) {
        return () -> {
            int looks = 0;
            int before = 0;
            while (!upload.isDone()) {
                long[] index = store.index(QueueQuery.all());
                assertTrue(index.length >= before, "rows that were there are gone");
                before = index.length;
                int page = Math.min(index.length, 60);
                assertEquals(page, store.entries(java.util.Arrays.copyOf(index, page)).size());
                store.counts();
                looks++;
            }
            return looks;
        };
    }

    /** The queue as an observer knows it that heard every change. */
    private static List<QueueEntry> replay(List<QueueChange> heard) {
        Map<Long, QueueEntry> rows = new HashMap<>();
        long last = 0;
        for (QueueChange change : heard) {
            switch (change) {
                case QueueChange.Added added -> {
                    for (QueueEntry row : added.entries()) {
                        assertTrue(row.sequence() > last, "heard out of order");
                        last = row.sequence();
                        rows.put(row.sequence(), row);
                    }
                }
                case QueueChange.Updated updated -> updated.entries()
                        .forEach(row -> assertTrue(rows.put(row.sequence(), row) != null, "updated before added"));
                case QueueChange.Removed removed -> throw new AssertionError("nothing was deleted");
                case QueueChange.UploadsChanged uploads -> throw new AssertionError("nothing to do");
                case QueueChange.HealthChanged health -> throw new AssertionError(health.toString());
            }
        }
        return rows.values().stream().sorted(java.util.Comparator.comparingLong(QueueEntry::sequence)).toList();
    }
}
