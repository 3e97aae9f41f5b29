/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.model.FollowUp;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.DataKey;
import org.carrel.model.port.QueueQuery;
import org.carrel.testkit.ChildJvm;
import org.carrel.testkit.TestDataKey;
import org.carrel.testkit.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk's day in a child process, with its own folder for temporary files; then every byte it left is searched. */
@DisplayName("What a day at the desk leaves on the disk")
class BytesOnDiskTest {

    private static final String KEY = "of the branch";
    private static final int SCANS = 400;

    @TempDir
    Path folder;

    private TestBranch branch;

    @BeforeEach
    void a_queue_from_before_the_branch_was_sealed() throws Exception {
        branch = TestBranch.in(folder);
        OldQueues.unpack(1, branch.dataFolder());
        Path backup = branch.dataFolder().resolve("backups/queue-v1-20260101T120000000Z");
        OldQueues.unpack(1, Files.createDirectories(backup));
    }

    @Test
    void gives_away_no_patron_and_no_key_when_the_branch_is_sealed() throws Exception {
        day("sealed");
        assertEquals(List.of(), traces());
    }

    @Test
    void gives_patrons_away_when_it_is_not_so_that_the_search_is_known_to_find() throws Exception {
        day("clear");
        List<String> found = traces();
        for (String place : List.of("/data/queue/", "/data/backups/", "/journal/")) {
            assertTrue(found.stream().anyMatch(trace -> trace.contains(place)), place + " in " + found);
        }
    }

    @Test
    void finds_every_shape_of_a_secret() throws Exception {
        String secret = "21234000000042";
        Path file = folder.resolve("shapes");
        List<byte[]> shapes = new ArrayList<>();
        for (var charset : List.of(java.nio.charset.StandardCharsets.UTF_8, java.nio.charset.StandardCharsets.UTF_16LE,
                java.nio.charset.StandardCharsets.UTF_16BE)) {
            byte[] text = secret.getBytes(charset);
            shapes.add(text);
            for (int before = 0; before < 3; before++) {
                byte[] more = new byte[before + text.length + 2];
                new java.util.Random(before).nextBytes(more);
                System.arraycopy(text, 0, more, before, text.length);
                shapes.add(java.util.Base64.getEncoder().encode(more));
            }
        }
        for (byte[] shape : shapes) {
            Files.write(file, shape);
            assertFalse(Traces.of(secret).in(folder.resolve("shapes")).isEmpty());
        }
    }

    private void day(String how) throws Exception {
        try (ChildJvm child = StoreProcess.start(folder, Day.class, branch.dataFolder().toString(),
                branch.journalFolder().toString(), how)) {
            for (String line : child.lines()) {
                assertEquals("done", line);
            }
            assertEquals(0, child.waitFor(), Files.readString(folder.resolve("child-errors.txt")));
        }
    }

    /** In the data folder with its backups, the journal folder, and the child's folder for temporary files and logs. */
    private List<String> traces() throws Exception {
        List<String> found = new ArrayList<>();
        for (int patron = 0; patron < SCANS; patron += 37) {
            found.addAll(Traces.of(patron(patron)).in(folder));
        }
        found.addAll(Traces.of("21234000000001").in(folder));
        TestDataKey key = new TestDataKey(KEY);
        for (DataKey.Purpose purpose : DataKey.Purpose.values()) {
            found.addAll(Traces.of(key.derive(purpose)).in(folder));
        }
        return found;
    }

    static String patron(int number) {
        return "21234%09d".formatted(700_000_000 + number * 1_003);
    }

    /** Records, uploads, corrects, deletes, searches, journals and starts again. */
    static final class Day {

        public static void main(String[] arguments) throws Exception {
            TestBranch clear = new TestBranch(Path.of(arguments[0]), Path.of(arguments[1]));
            TestBranch branch = arguments[2].equals("sealed") ? clear.with(new TestDataKey(KEY)) : clear;
            Scans scans = new Scans();
            try (Store store = new Store(branch, Clock.fixed(Scans.MORNING, java.time.ZoneOffset.UTC))) {
                for (int i = 0; i < SCANS; i++) {
                    Acknowledgement answer = store.add(scans.checkOut(patron(i), "31234000000001"));
                    work(store, ((Acknowledgement.Stored) answer).entries().getFirst(), i, scans);
                }
                store.index(QueueQuery.all().withText("2123470").sortedBy(QueueQuery.Order.PATRON, true));
            }
            // Once merged, and once left to be found.
            journal(branch, scans);
            new Store(branch, Clock.fixed(Scans.MORNING, java.time.ZoneOffset.UTC)).close();
            journal(branch, scans);
            System.out.println("done");
        }

        private static void journal(TestBranch branch, Scans scans) throws Exception {
            Path broken = Files.writeString(branch.dataFolder().resolve("broken"), "no folder");
            try (Store store = new Store(new TestBranch(broken, branch.journalFolder(), branch.dataKey()),
                    Clock.systemUTC())) {
                for (int i = 0; i < SCANS; i += 37) {
                    Acknowledgement answer = store.add(scans.checkOut(patron(i), "31234000000001"));
                    if (!(answer instanceof Acknowledgement.Journaled)) {
                        throw new IllegalStateException("not journaled");
                    }
                }
            }
        }

        private static void work(Store store, QueueEntry row, int number, Scans scans) {
            Instant now = Scans.MORNING;
            Standing sent = row.standing().inFlight(now);
            String patron = patron(number);
            switch (number % 5) {
                case 0 -> store.record(row.id(), sent.uploaded(now, Optional.empty(), false),
                        List.of(new FollowUp(FollowUp.Kind.HOLD, "for " + patron, "MAIN")));
                case 1 -> store.record(row.id(), sent.uploadFailed(now,
                        new Problem(Problem.Kind.UNKNOWN_PATRON, "Unknown User", "no " + patron)), List.of());
                case 2 -> {
                    store.record(row.id(), sent.uploadFailed(now,
                            new Problem(Problem.Kind.UNKNOWN_PATRON, "Unknown User", "no " + patron)), List.of());
                    Transaction corrected = scans.checkOut(patron, "31234000000002");
                    store.correct(row.id(), corrected);
                }
                case 3 -> store.delete(List.of(row.id()), TestBranch.DESK);
                default -> store.record(row.id(), sent.commsFailure(now, "away from " + patron, true), List.of());
            }
        }
    }
}
