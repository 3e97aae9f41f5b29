/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.carrel.inventory.writeback.InventoryPush;
import org.carrel.inventory.writeback.InventoryPush.Decision;
import org.carrel.inventory.writeback.LeftOut;
import org.carrel.inventory.writeback.Planned;
import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.inventory.writeback.PushRequest;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.inventory.writeback.Pushed.Ending;
import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.port.AuditTrail.Line;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.practice.PracticeServer;
import org.carrel.practice.PracticeServerBuilder;
import org.carrel.store.Store;
import org.carrel.wms.WmsConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A push over HTTP, with the real store")
@Timeout(120)
class PushOverHttpTest {

    private static final int ITEMS = 70;

    @TempDir
    Path folder;

    private PracticeServer server;
    private Pushing branch;
    private Store store;
    private WmsConnection connection;
    private InventoryPush service;
    private InventoryProject project;

    @BeforeEach
    void open() throws IOException {
        server = Pushing.server(ITEMS);
        server.bringUp();
        branch = Pushing.at(server.address().getPort(), 2, Duration.ofSeconds(20), folder);
        store = new Store(branch, Clock.systemUTC());
        connection = branch.connection(Clock.systemUTC());
        service = branch.service(store, connection);
        project = Pushing.readAll(store, ITEMS);
    }

    @AfterEach
    void close() {
        connection.close();
        store.close();
        server.close();
    }

    private PushPlan plan() {
        return Pushing.plan(service, store, Pushing.snapshot(ITEMS));
    }

    private static Map<ItemBarcode, Integer> once(IntStream numbers) {
        return numbers.boxed().collect(Collectors.toMap(number -> PracticeBarcodes.item(number), number -> 1));
    }

    private static IntStream toBeTold() {
        return IntStream.rangeClosed(1, ITEMS).filter(Pushing::isToBeTold);
    }

    @Test
    void tells_of_what_is_in_scope_and_owned_once_and_never_again() {
        Pushed pushed = service.push(plan(), PushMonitor.SILENT);
        assertEquals(new Pushed(Ending.COMPLETED, (int) toBeTold().count(), 0, 0, 0, ""), pushed);
        assertEquals(once(toBeTold()), server.inventoried());
        PushPlan again = plan();
        assertEquals(List.of(), again.items());
        assertEquals((int) toBeTold().count(), again.leftOut().get(LeftOut.TOLD_BEFORE).size());
        assertEquals(new Pushed(Ending.COMPLETED, 0, 0, 0, 0, ""), service.push(again, PushMonitor.SILENT));
        assertEquals(once(toBeTold()), server.inventoried());
    }

    @Test
    void does_not_tell_again_by_a_plan_from_before_the_push() {
        PushPlan stale = plan();
        service.push(stale, PushMonitor.SILENT);
        service.push(stale, PushMonitor.SILENT);
        assertEquals(once(toBeTold()), server.inventoried());
    }

    @Test
    void shows_in_a_dry_run_what_it_would_send_without_secrets_and_sends_nothing() {
        PushPlan plan = plan();
        List<PushRequest> requests = service.firstRequests(plan, 2);
        assertEquals(2, requests.size());
        assertEquals("POST " + server.address() + "/circ/items/" + PracticeBarcodes.item(1).value()
                + "/routings/inventories\nContent-Type: application/json\nAccept: application/json\n"
                + "Authorization: ***\n\n{\"location\":\"900001\"}\n", requests.getFirst().text());
        assertFalse(requests.toString().contains(PracticeServerBuilder.DEFAULT_SECRET));
        assertEquals(Set.of(LeftOut.OUT_OF_SCOPE, LeftOut.NOT_OWNED), plan.leftOut().keySet());
        assertEquals(ITEMS, plan.read());
        assertEquals(List.of(), server.received());
        assertEquals(List.of(), store.writeBacks(project.number()));
    }

    @Test
    void is_refused_for_a_project_that_does_not_count() {
        PushPlan plan = plan();
        store.setCounted(project.number(), false, branch.origin());
        Planned planned = service.plan(project, Pushing.snapshot(ITEMS));
        assertTrue(assertInstanceOf(Planned.Refused.class, planned).sentence().contains("does not count"));
        assertEquals(Ending.NOT_ALLOWED, service.push(plan, PushMonitor.SILENT).ending());
        assertEquals(Map.of(), server.inventoried());
    }

    @Test
    void is_refused_for_a_project_that_was_deleted() {
        PushPlan plan = plan();
        store.deleteProject(project.number(), branch.origin());
        assertEquals(Ending.NOT_ALLOWED, service.push(plan, PushMonitor.SILENT).ending());
        assertEquals(Map.of(), server.inventoried());
    }

    @Test
    void that_was_cancelled_goes_on_where_it_stopped() {
        CountDownLatch some = new CountDownLatch(10);
        Pushed first = service.push(plan(), new PushMonitor() {
            @Override
            public void settled(WriteBackEntry entry) {
                some.countDown();
            }

            @Override
            public boolean isCancelled() {
                return some.getCount() == 0;
            }
        });
        assertEquals(Ending.CANCELLED, first.ending());
        assertTrue(first.told() >= 10 && first.told() <= 12, first::toString);
        assertEquals(first.told(), server.inventoried().size());
        Pushed second = service.push(plan(), PushMonitor.SILENT);
        assertEquals(toBeTold().count() - first.told(), second.told());
        assertEquals(once(toBeTold()), server.inventoried());
    }

    @Test
    void stops_at_the_first_refused_sign_in_and_leaves_the_key_alone() {
        server.misbehave("token 401");
        Pushed pushed = service.push(plan(), PushMonitor.SILENT);
        assertEquals(Ending.SIGN_IN_REFUSED, pushed.ending());
        assertEquals(1, server.received().size(), () -> server.received().toString());
        assertEquals(Set.of(State.WAITING), states());
    }

    private Set<State> states() {
        return service.entries(project).stream().map(WriteBackEntry::state).collect(Collectors.toSet());
    }

    @Test
    void leaves_what_the_library_system_does_not_know_to_a_person() {
        store.record(store.session(project.number(), "ab", "wand").orElseThrow().number(), List.of(
                new Mark(Kind.ITEM, PracticeBarcodes.item(ITEMS + 1).value(), Instant.EPOCH)));
        assertTrue(Pushing.isToBeTold(ITEMS + 1));
        Pushed pushed = service.push(Pushing.plan(service, store, Pushing.snapshot(ITEMS + 1)), PushMonitor.SILENT);
        assertEquals(1, pushed.refused());
        WriteBackEntry refused = service.entries(project).getLast();
        assertEquals(State.REFUSED, refused.state());
        assertEquals(1, service.decide(project, List.of(refused), Decision.LEAVE));
        assertEquals(State.LEFT, service.entries(project).getLast().state());
    }

    @Test
    void a_decision_is_made_once_and_only_where_one_can_be_made() {
        server.misbehave("inventory:1 drop-after");
        service.push(plan(), PushMonitor.SILENT);
        List<WriteBackEntry> entries = service.entries(project);
        assertEquals(1, service.decide(project, entries, Decision.TELL_AGAIN));
        assertEquals(0, service.decide(project, entries, Decision.TELL_AGAIN), "they do not stand so any more");
        assertEquals(1, service.push(plan(), PushMonitor.SILENT).told());
        assertEquals(2, server.inventoried().get(entries.getFirst().item()), "a person wanted it told again");
    }

    @Test
    void is_the_only_one_at_a_time() throws Exception {
        CountDownLatch out = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Pushed> first = other.submit(() -> service.push(plan(), new PushMonitor() {
                @Override
                public void sending(WriteBackEntry entry) {
                    out.countDown();
                    await(goOn);
                }
            }));
            await(out);
            assertTrue(service.isRunning());
            assertThrows(IllegalStateException.class, () -> service.push(plan(), PushMonitor.SILENT));
            assertTrue(states().contains(State.IN_FLIGHT), "what is in flight now is no leftover");
            goOn.countDown();
            assertEquals(toBeTold().count(), first.get(1, TimeUnit.MINUTES).told());
        }
        assertFalse(service.isRunning());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void is_in_the_audit_trail_with_how_many_and_by_whom() {
        service.push(plan(), PushMonitor.SILENT);
        service.decide(project, service.entries(project), Decision.TELL_AGAIN);
        List<Line> lines = new ArrayList<>();
        store.read(lines::add);
        List<Line> mine = lines.stream().filter(line -> line.deed().startsWith("WRIT")).toList();
        long told = toBeTold().count();
        assertEquals(List.of("project 1: about to tell of " + told + " items, item file list.txt",
                "project 1: COMPLETED, " + told + " told, 0 refused, 0 unknown, 0 waiting"),
                mine.stream().map(Line::detail).toList());
        assertEquals(branch.origin(), mine.getFirst().by());
        assertTrue(store.verify().isWhole());
    }
}
