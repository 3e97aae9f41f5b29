/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.Origin;
import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionIds;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueQuery;
import org.carrel.practice.Applied;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.practice.PracticeLibrary;
import org.carrel.practice.PracticeServer;
import org.carrel.store.Store;
import org.carrel.sync.UploadMonitor;
import org.carrel.testkit.ChildJvm;
import org.carrel.wms.WmsConnection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program is killed during an upload, again and again, at random moments. The long form is asked for with the system
 * property {@code carrel.kills}.
 */
@DisplayName("Killed during an upload")
@Timeout(1800)
class UploadKillTest {

    private static final int KILLS = Integer.getInteger("carrel.kills", 30);
    private static final long SEED = Long.getLong("carrel.seed", 2026);

    @TempDir
    Path folder;

    private final TransactionIds ids = new TransactionIds(Clock.systemUTC());
    private final Random random = new Random(SEED);

    @Test
    void nothing_is_applied_twice_nothing_stays_in_flight_and_all_is_settled_in_the_end() throws Exception {
        String told = "seed " + SEED;
        int items = KILLS * 40;
        try (PracticeServer server = PracticeServer.builder().library(library(items)).build()) {
            server.bringUp();
            server.misbehave("ncip latency 20ms");
            Practising branch = Practising.at(server.address().getPort(), Rule.LATEST_ONLY, 4, Duration.ofSeconds(20),
                    folder);
            try (Store store = new Store(branch, Clock.systemUTC())) {
                store.add(day(items));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                killOnce(server.address().getPort(), kill * 10);
            }
            try (Store store = new Store(branch, Clock.systemUTC())) {
                int inFlight = check(store, server, told);
                server.misbehave("");
                branch.upload(store, UploadMonitor.SILENT,
                        Clock.offset(Clock.systemUTC(), Duration.ofMinutes(KILLS * 10)));
                checkEnd(store, server, told);
                System.out.println("upload kill test: " + KILLS + " kills, " + inFlight
                        + " requests in flight at the last one, " + server.applied().size() + " applied, " + told);
            }
        }
    }

    private void killOnce(int port, int minutesPassed) throws Exception {
        try (ChildJvm child = ChildJvm.start(folder, UploadingChild.class, witnesses(), folder.toString(),
                Integer.toString(port), Rule.LATEST_ONLY.name(), Integer.toString(minutesPassed))) {
            assertTrue(child.line().isPresent(), () -> "the child did not get as far as sending: " + errors());
            child.killAfter(random.nextInt(250));
        }
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("child-errors.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    static List<Class<?>> witnesses() throws ClassNotFoundException {
        List<Class<?>> witnesses = new ArrayList<>(List.of(UploadingChild.class, UploadService.class, Transaction.class,
                Store.class, WmsConnection.class, PracticeServer.class, ChildJvm.class));
        witnesses.addAll(named(WmsConnection.class, "org.carrel.ncip.NcipCodec",
                "org.apache.hc.client5.http.classic.HttpClient", "org.apache.hc.core5.http.HttpHost",
                "org.apache.hc.core5.http2.HttpVersionPolicy",
                "com.google.gson.Gson", "org.slf4j.Logger"));
        witnesses.addAll(named(Store.class, "org.eclipse.persistence.jpa.PersistenceProvider",
                "org.eclipse.persistence.sessions.Session", "org.eclipse.persistence.jpa.jpql.JPQLQueryHelper",
                "org.eclipse.persistence.jpa.jpql.parser.JPQLGrammar", "jakarta.persistence.EntityManager",
                "org.objectweb.asm.ClassVisitor", "org.objectweb.asm.commons.Remapper",
                "org.objectweb.asm.tree.ClassNode", "org.apache.derby.jdbc.EmbeddedDataSource"));
        // Derby's engine is reached through its data sources only.
        witnesses.addAll(named(Class.forName("org.apache.derby.jdbc.EmbeddedDataSource", false,
                Store.class.getClassLoader()), "org.apache.derby.iapi.jdbc.AutoloadedDriver",
                "org.apache.derby.shared.common.error.StandardException"));
        return witnesses;
    }

    /** Those of the names that {@code from} can see; without a needed one, the child fails. */
    static List<Class<?>> named(Class<?> from, String... names) {
        List<Class<?>> found = new ArrayList<>();
        for (String name : names) {
            try {
                found.add(Class.forName(name, false, from.getClassLoader()));
            } catch (ClassNotFoundException e) {
                // Not every arrangement of the libraries has it.
                continue;
            }
        }
        return found;
    }

    private static PracticeLibrary library(int items) {
        PracticeLibrary plain = PracticeLibrary.ofSize(5, items);
        List<PracticeLibrary.OpenLoan> loans = plain.items().stream().filter(item -> isOut(plain.items().indexOf(item)))
                .map(item -> new PracticeLibrary.OpenLoan(item.barcode(), PracticeBarcodes.patron(5), 5)).toList();
        return new PracticeLibrary(plain.here(), plain.currency(), plain.maxLoans(), plain.patrons(), plain.items(),
                plain.holds(), loans);
    }

    /** Of each three items, the first is in and goes out, the second comes back, the third does both. */
    private static boolean isOut(int index) {
        return index % 3 != 0;
    }

    private List<Transaction> day(int items) {
        List<Transaction> day = new ArrayList<>();
        Instant now = Clock.systemUTC().instant();
        for (int index = 0; index < items; index++) {
            if (index % 3 != 0) {
                day.add(new CheckIn(ids.next(), PracticeBarcodes.item(index + 1), now.plusMillis(index), origin()));
            }
            if (index % 3 != 1) {
                day.add(new CheckOut(ids.next(), PracticeBarcodes.patron(1), PracticeBarcodes.item(index + 1),
                        now.plus(Duration.ofDays(7)), now.plusSeconds(100).plusMillis(index), origin()));
            }
        }
        return day;
    }

    private static Origin origin() {
        return new Origin("desk", "");
    }

    /** After the last kill: at most as many rows are in flight as there are lanes. */
    private static int check(Store store, PracticeServer server, String told) {
        int inFlight = 0;
        for (QueueEntry row : rows(store)) {
            assertTrue(timesApplied(server, row.transaction()) <= 1, told + ": applied twice: " + row);
            inFlight += row.state() == TransactionState.IN_FLIGHT ? 1 : 0;
        }
        assertTrue(inFlight <= 4, told + ": in flight: " + inFlight);
        assertFalse(store.pending().isEmpty(), told + ": the queue was uploaded before all kills were done");
        return inFlight;
    }

    private static void checkEnd(Store store, PracticeServer server, String told) {
        List<QueueEntry> rows = rows(store);
        int inDoubt = 0;
        for (QueueEntry row : rows) {
            String shown = told + ": " + row;
            int applied = timesApplied(server, row.transaction());
            assertTrue(applied <= 1, shown + " applied twice");
            assertFalse(row.state().isPending(), shown);
            switch (row.state()) {
                case UPLOADED -> assertTrue(applied == 1 || row.standing().alreadyApplied(), shown);
                case SUPERSEDED -> assertEquals(CheckIn.class, row.transaction().getClass(), shown);
                default -> {
                    inDoubt++;
                    assertTrue(LastSeen.isRefusedAsOut(row) && row.standing().outcomeUnknown(), shown);
                }
            }
            if (row.transaction() instanceof CheckOut out) {
                // Refused for the loan before, and killed before that was written: a person has to look.
                assertEquals(applied == 1 ? out.patron() : PracticeBarcodes.patron(5),
                        server.loans().get(out.item()).patron(), shown);
            }
        }
        // A kill can leave as many check-outs in doubt as there are lanes; all others are simply done.
        assertTrue(inDoubt <= KILLS * 4, told + ": in doubt: " + inDoubt);
    }

    private static List<QueueEntry> rows(Store store) {
        long[] index = store.index(QueueQuery.all());
        List<QueueEntry> rows = new ArrayList<>();
        for (int from = 0; from < index.length; from += 1_000) {
            rows.addAll(store.entries(Arrays.copyOfRange(index, from, Math.min(index.length, from + 1_000))));
        }
        return rows;
    }

    private static int timesApplied(PracticeServer server, Transaction transaction) {
        return (int) server.timesApplied(
                transaction instanceof CheckOut ? Applied.Kind.CHECK_OUT : Applied.Kind.CHECK_IN,
                transaction.item());
    }
}
