/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionIds;
import org.carrel.model.TransactionState;
import org.carrel.model.port.AuditTrail;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.UploadLedger.Finding;
import org.carrel.store.internal.Keeper;
import org.carrel.store.internal.Opening;
import org.carrel.store.internal.QueueReads;
import org.carrel.store.internal.Sentences;
import org.carrel.store.internal.audit.AuditCheck;
import org.carrel.store.internal.schema.Schema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When the lanes of an upload commit together")
@Timeout(180)
class SharedCommitsTest {

    private static final int LANES = 8;
    private static final int ROUNDS = 40;

    @TempDir
    Path folder;

    @Test
    void each_change_succeeds_or_fails_by_itself() throws Exception {
        List<QueueChange> heard = Collections.synchronizedList(new ArrayList<>());
        Scans scans = new Scans();
        TestBranch branch = TestBranch.in(folder);
        try (Keeper store = new Keeper(new Opening(branch, Clock.systemUTC(), Schema.steps()).open(),
                Sentences.of(branch)); ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
            store.observe(heard::add);
            List<QueueEntry> rows = Scans.stored(store.add(List.copyOf(scans.some(LANES))));
            heard.clear();
            CyclicBarrier together = new CyclicBarrier(LANES);
            List<Future<Void>> lanes = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                int number = lane;
                lanes.add(threads.submit(() -> work(store, number, rows.get(number), together)));
            }
            for (Future<Void> lane : lanes) {
                lane.get(2, TimeUnit.MINUTES);
            }
            List<QueueEntry> now = store.ask(manager -> QueueReads.entries(manager,
                    rows.stream().mapToLong(QueueEntry::sequence).toArray()));
            for (int lane = 0; lane < LANES; lane++) {
                assertEquals(lane < 2 ? TransactionState.AWAITING_SYNC : TransactionState.UPLOADED,
                        now.get(lane).state(), "lane " + lane);
            }
            // The two that fail or are gone change nothing, so nothing is heard of them.
            assertEquals((LANES - 2) * ROUNDS * 2, heard.size());
            heardInOrder(heard, rows.subList(2, LANES));
            // What was undone left no line, and what followed goes on where the last commit ended.
            assertEquals(new AuditTrail.Verdict(1 + LANES + (LANES - 2) * ROUNDS, List.of()),
                    store.query(connection -> AuditCheck.verify(connection, store.audit())));
        }
    }

    /** Lane 0 spoils each unit of work it is in, lane 1 writes rows that do not exist; the others as an upload does. */
    private static Void work(Keeper store, int lane, QueueEntry row, CyclicBarrier together) throws Exception {
        TransactionIds strangers = new TransactionIds(Clock.systemUTC());
        for (int round = 0; round < ROUNDS; round++) {
            together.await(1, TimeUnit.MINUTES);
            Standing inFlight = row.standing().inFlight(Scans.MORNING.plusSeconds(round));
            switch (lane) {
                case 0 -> assertThrows(QueueUnavailableException.class,
                        () -> store.changeTogether((writes, manager) -> {
                            writes.record(manager, List.of(new Finding(row.id(), inFlight, List.of())));
                            throw new IllegalStateException("spoilt");
                        }, nothing -> List.of()));
                case 1 -> assertEquals(Optional.empty(), record(store, strangers.next(), inFlight));
                default -> {
                    assertTrue(record(store, row.id(), inFlight).isPresent());
                    assertTrue(record(store, row.id(),
                            inFlight.uploaded(Scans.MORNING.plusSeconds(round), Optional.empty(), false)).isPresent());
                }
            }
        }
        return null;
    }

    private static Optional<QueueEntry> record(Keeper store, TransactionId id, Standing standing) {
        List<Finding> finding = List.of(new Finding(id, standing, List.of()));
        return Optional.ofNullable(store.changeTogether((writes, manager) -> writes.record(manager, finding),
                rows -> rows.values().stream().<QueueChange>map(row -> new QueueChange.Updated(List.of(row))).toList())
                .get(id));
    }

    private static void heardInOrder(List<QueueChange> heard, List<QueueEntry> rows) {
        for (QueueEntry row : rows) {
            List<TransactionState> states = heard.stream().map(change -> ((QueueChange.Updated) change).entries())
                    .flatMap(List::stream).filter(entry -> entry.id().equals(row.id())).map(QueueEntry::state).toList();
            for (int i = 0; i < states.size(); i++) {
                assertEquals(i % 2 == 0 ? TransactionState.IN_FLIGHT : TransactionState.UPLOADED, states.get(i));
            }
        }
    }
}
