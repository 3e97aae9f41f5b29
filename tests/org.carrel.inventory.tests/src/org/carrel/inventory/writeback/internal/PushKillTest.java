/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.writeback.InventoryPush;
import org.carrel.inventory.writeback.InventoryPush.Decision;
import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.practice.PracticeServer;
import org.carrel.store.Store;
import org.carrel.testkit.ChildJvm;
import org.carrel.wms.WmsConnection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program is killed (SIGKILL) during a push, again and again, at random moments, while the practice server counts
 * what it is told. The long form is asked for with the system property {@code carrel.kills}.
 */
@DisplayName("Killed during a push")
@Timeout(1800)
class PushKillTest {

    static final int LANES = 3;

    private static final int KILLS = Integer.getInteger("carrel.kills", 20);
    private static final long SEED = Long.getLong("carrel.seed", System.nanoTime());
    private static final int ITEMS = KILLS * 60;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void nothing_is_told_twice_nothing_stays_in_flight_and_only_what_is_in_doubt_is_left_to_a_person()
            throws Exception {
        String told = "seed " + SEED;
        try (PracticeServer server = Pushing.server(ITEMS)) {
            server.bringUp();
            server.misbehave("inventory latency 20ms");
            Pushing branch = Pushing.at(server.address().getPort(), LANES, Duration.ofSeconds(20), folder);
            InventoryProject project;
            try (Store store = new Store(branch, Clock.systemUTC())) {
                project = Pushing.readAll(store, ITEMS);
            }
            for (int kill = 0; kill < KILLS; kill++) {
                killOnce(server.address().getPort(), kill * 10);
            }
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(KILLS * 10L));
            try (Store store = new Store(branch, Clock.systemUTC())) {
                assertFalse(in(State.WAITING, store.writeBacks(project.number())).isEmpty(),
                        told + ": all was pushed before all kills were done");
                int inFlight = in(State.IN_FLIGHT, store.writeBacks(project.number())).size();
                assertTrue(inFlight <= LANES, told + ": in flight: " + inFlight);
                server.misbehave("");
                branch.push(store, Pushing.snapshot(ITEMS), PushMonitor.SILENT, later);
                int inDoubt = check(store.writeBacks(project.number()), server.inventoried(), told);
                settle(branch, store, server, later, told);
                System.out.println("push kill test: " + KILLS + " kills, " + inDoubt + " in doubt, "
                        + server.inventoried().size() + " told, " + told);
            }
        }
    }

    private void killOnce(int port, int minutesPassed) throws Exception {
        try (ChildJvm child = ChildJvm.start(folder, PushingChild.class, witnesses(), folder.toString(),
                Integer.toString(port), Integer.toString(ITEMS), Integer.toString(minutesPassed))) {
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

    /** What the ledger says is what the library system counted; gives how many are in doubt. */
    private static int check(List<WriteBackEntry> entries, Map<ItemBarcode, Integer> counted, String told) {
        for (WriteBackEntry entry : entries) {
            int times = counted.getOrDefault(entry.item(), 0);
            assertTrue(times <= 1, told + ": told twice: " + entry);
            switch (entry.state()) {
                case TOLD -> assertEquals(1, times, told + ": " + entry);
                case UNKNOWN -> assertEquals(1, entry.attempts(), told + ": repeated: " + entry);
                default -> throw new AssertionError(told + ": unsettled: " + entry);
            }
        }
        assertEquals(IntStream.rangeClosed(1, ITEMS).filter(Pushing::isToBeTold).count(), entries.size(), told);
        int inDoubt = in(State.UNKNOWN, entries).size();
        assertTrue(inDoubt <= KILLS * LANES, told + ": in doubt: " + inDoubt);
        return inDoubt;
    }

    /** A person looks each item in doubt up: then each item is counted once, and nothing else is. */
    private static void settle(Pushing branch, Store store, PracticeServer server, Clock later, String told) {
        ItemSnapshot snapshot = Pushing.snapshot(ITEMS);
        InventoryProject project = store.project(Pushing.PROJECT).orElseThrow();
        try (WmsConnection connection = branch.connection(later)) {
            InventoryPush service = branch.service(store, connection);
            List<WriteBackEntry> unknown = in(State.UNKNOWN, service.entries(project));
            List<WriteBackEntry> counted = unknown.stream()
                    .filter(entry -> server.inventoried().containsKey(entry.item())).toList();
            List<WriteBackEntry> others = new ArrayList<>(unknown);
            others.removeAll(counted);
            assertEquals(counted.size(), service.decide(project, counted, Decision.LEAVE));
            assertEquals(others.size(), service.decide(project, others, Decision.TELL_AGAIN));
            Pushed pushed = service.push(Pushing.plan(service, store, snapshot), PushMonitor.SILENT);
            assertEquals(others.size(), pushed.told(), told + ": " + pushed);
        }
        for (int number = 1; number <= ITEMS; number++) {
            assertEquals(Pushing.isToBeTold(number) ? 1 : 0,
                    server.inventoried().getOrDefault(PracticeBarcodes.item(number), 0), told + ": item " + number);
        }
    }

    private static List<WriteBackEntry> in(State state, List<WriteBackEntry> entries) {
        return entries.stream().filter(entry -> entry.state() == state).toList();
    }

    private static List<Class<?>> witnesses() throws ClassNotFoundException {
        List<Class<?>> witnesses = new ArrayList<>(List.of(PushingChild.class, InventoryPush.class, CallNumbers.class,
                ItemBarcode.class, Store.class, WmsConnection.class, PracticeServer.class, ChildJvm.class));
        witnesses.addAll(named(InventoryPush.class, "org.slf4j.Logger"));
        witnesses.addAll(named(WmsConnection.class, "org.carrel.ncip.NcipCodec",
                "org.apache.hc.client5.http.classic.HttpClient", "org.apache.hc.core5.http.HttpHost",
                "org.apache.hc.core5.http2.HttpVersionPolicy", "com.google.gson.Gson", "org.slf4j.Logger"));
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
    private static List<Class<?>> named(Class<?> from, String... names) {
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
}
