/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.carrel.store.Scans.all;
import static org.carrel.store.Scans.store;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.carrel.model.QueueEntry;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.store.internal.derby.DerbyDatabase;
import org.carrel.testkit.ChildJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A second Carrel on the same data")
class OwnershipTest {

    @TempDir
    Path folder;

    private final Scans scans = new Scans();
    private TestBranch branch;

    @BeforeEach
    void folders() {
        branch = TestBranch.in(folder);
    }

    @Test
    void is_refused_and_told_which_process_has_it_open() throws Exception {
        try (ChildJvm first = StoreProcess.start(folder, Holder.class, branch.dataFolder().toString())) {
            assertEquals(Optional.of("open"), first.line());
            try (Store second = new Store(branch, Clock.systemUTC())) {
                QueueHealth.Refused refused = assertInstanceOf(QueueHealth.Refused.class, second.health());
                assertTrue(refused.reason().contains("process " + first.pid() + " on "), refused.reason());
                Acknowledgement.NotSaved answer = assertInstanceOf(Acknowledgement.NotSaved.class,
                        second.add(scans.checkIn("I1")));
                assertTrue(answer.reason().contains(refused.reason()), answer.reason());
                assertEquals(0, second.index(QueueQuery.all()).length);
                assertThrows(QueueUnavailableException.class, second::pending);
                assertThrows(QueueUnavailableException.class, () -> second.delete(List.of(), TestBranch.DESK));
            }
            assertTrue(Files.notExists(branch.journalFolder()), "nothing is written by a Carrel that was refused");
        }
    }

    @Test
    void gets_it_when_the_first_one_was_killed() throws Exception {
        try (ChildJvm first = StoreProcess.start(folder, Holder.class, branch.dataFolder().toString())) {
            assertEquals(Optional.of("open"), first.line());
            first.kill();
            first.waitFor();
        }
        try (Store second = new Store(branch, Clock.systemUTC())) {
            assertInstanceOf(QueueHealth.Healthy.class, second.health());
        }
    }

    @Test
    void keeps_apart_from_another_branch_that_is_open_in_the_same_process() throws Exception {
        TestBranch other = TestBranch.in(Files.createDirectory(folder.resolve("other")));
        try (Store first = new Store(branch, Clock.systemUTC()); Store second = new Store(other, Clock.systemUTC())) {
            QueueEntry mine = store(first, scans.checkIn("I1"));
            QueueEntry theirs = store(second, scans.checkIn("I2"));
            assertEquals(List.of(mine), all(first));
            assertEquals(List.of(theirs), all(second));
        }
    }

    @Test
    void is_refused_in_the_same_process_as_well_and_does_the_first_no_harm() {
        try (Store first = new Store(branch, Clock.systemUTC())) {
            try (Store second = new Store(branch, Clock.systemUTC())) {
                QueueHealth.Refused refused = assertInstanceOf(QueueHealth.Refused.class, second.health());
                assertTrue(refused.reason().contains("process " + ProcessHandle.current().pid() + " on "),
                        refused.reason());
            }
            QueueEntry row = store(first, scans.checkIn("I1"));
            assertEquals(List.of(row), all(first));
        }
    }

    @Test
    void is_refused_by_the_database_too_when_some_other_program_has_it_open() throws Exception {
        new Store(branch, Clock.systemUTC()).close();
        try (ChildJvm other = StoreProcess.start(folder, DatabaseHolder.class, branch.queue().toString())) {
            assertEquals(Optional.of("open"), other.line());
            try (Store second = new Store(branch, Clock.systemUTC())) {
                QueueHealth.Refused refused = assertInstanceOf(QueueHealth.Refused.class, second.health());
                assertTrue(refused.reason().contains("Another program"), refused.reason());
            }
        }
        try (Store again = new Store(branch, Clock.systemUTC())) {
            assertInstanceOf(QueueHealth.Healthy.class, again.health());
        }
    }

    @Test
    void is_refused_when_the_owner_file_makes_no_sense() throws Exception {
        try (Store first = new Store(branch, Clock.systemUTC())) {
            Files.writeString(branch.dataFolder().resolve("queue.lock"), "since=yesterday\nhost\nprocess=7\nhost=h");
            try (Store second = new Store(branch, Clock.systemUTC())) {
                QueueHealth.Refused refused = assertInstanceOf(QueueHealth.Refused.class, second.health());
                assertTrue(refused.reason().contains("Another program"), refused.reason());
            }
        }
    }

    /** Opens the queue in the given data folder and keeps it open. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            Path data = Path.of(arguments[0]);
            try (Store store = new Store(new TestBranch(data, data.resolve("journal")), Clock.systemUTC())) {
                System.out.println(store.health() instanceof QueueHealth.Healthy ? "open" : store.health());
                System.in.read();
            }
        }
    }

    /** Opens the database, past the owner's lock. */
    static final class DatabaseHolder {
        public static void main(String[] arguments) throws Exception {
            try (DerbyDatabase database = DerbyDatabase.open(Path.of(arguments[0]), Optional.empty())) {
                System.out.println("open");
                System.in.read();
            }
        }
    }
}
