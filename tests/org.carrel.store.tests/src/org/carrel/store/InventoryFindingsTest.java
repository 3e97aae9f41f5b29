/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.inventory.FindingKey;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.Handling.State;
import org.carrel.model.inventory.InventoryChange;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.ItemChoice;
import org.carrel.model.inventory.KeptHandling;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.InventoryFindings.Kept;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.Subscription;
import org.carrel.testkit.TestDataKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is done about findings, in the store")
class InventoryFindingsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.5Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Origin ANNA = new Origin("desk-1", "anna");
    private static final FindingKey MISSING = new FindingKey("MISSING", new ItemBarcode("31234000000001"));
    private static final FindingKey OTHER = new FindingKey("MISSING", new ItemBarcode("31234000000001"), "second");

    private static final String NOTE = "auf dem Wagen \u2014 3";

    @TempDir
    Path folder;

    private TestBranch branch;

    @BeforeEach
    void queue() {
        branch = TestBranch.withQueue(folder);
    }

    @Test
    void is_there_after_a_restart_in_the_order_in_which_it_was_said_and_by_project() {
        long project;
        List<KeptHandling> kept = new ArrayList<>();
        try (Store store = open()) {
            project = store.makeProject("Autumn", Scope.of("MAIN")).orElseThrow().number();
            long other = store.makeProject("Spring", Scope.of("EAST")).orElseThrow().number();
            kept.addAll(stored(store.handle(project, List.of(new Handling(MISSING, State.HANDLED, NOTE),
                    new Handling(OTHER, State.SET_ASIDE, "")), ANNA)));
            stored(store.handle(other, List.of(new Handling(MISSING, State.OPEN, "x")), ANNA));
            kept.addAll(stored(store.handle(project, List.of(new Handling(MISSING, State.OPEN, "")), ANNA)));
            assertEquals(List.of(), stored(store.handle(project, List.of(), ANNA)));
        }
        assertEquals(List.of(1L, 2L, 4L), kept.stream().map(KeptHandling::sequence).toList());
        assertEquals(List.of(1L, 1L, 4L), kept.stream().map(KeptHandling::batch).toList());
        assertEquals(new KeptHandling(1, 1, new Handling(MISSING, State.HANDLED, NOTE), NOW, "anna"),
                kept.getFirst());
        try (Store store = open()) {
            assertEquals(kept, store.handlings(project));
        }
    }

    @Test
    void the_last_choice_of_an_item_counts_until_it_is_taken_back() {
        ItemBarcode barcode = new ItemBarcode("31234000000001");
        try (Store store = open()) {
            long project = store.makeProject("Autumn", Scope.of("MAIN")).orElseThrow().number();
            stored(store.choose(project, new ItemChoice(barcode, "first"), ANNA));
            stored(store.choose(project, new ItemChoice(barcode, "second"), ANNA));
            assertEquals(Map.of(barcode, "second"), store.choices(project));
            stored(store.choose(project, new ItemChoice(barcode, ""), ANNA));
            assertEquals(Map.of(), store.choices(project));
            assertEquals(Map.of(), store.choices(project + 1));
        }
    }

    @Test
    void a_project_that_is_closed_or_gone_takes_nothing_and_says_so() {
        try (Store store = open()) {
            long project = store.makeProject("Autumn", Scope.of("MAIN")).orElseThrow().number();
            List<Handling> said = List.of(new Handling(MISSING, State.HANDLED, ""));
            assertInstanceOf(Kept.NotSaved.class, store.handle(project + 1, said, ANNA));
            store.setClosed(project, true, ANNA);
            String sentence = assertInstanceOf(Kept.NotSaved.class, store.handle(project, said, ANNA)).sentence();
            assertTrue(sentence.contains("closed"), sentence);
            assertInstanceOf(Kept.NotSaved.class,
                    store.choose(project, new ItemChoice(MISSING.barcode(), "first"), ANNA));
            assertEquals(List.of(), store.handlings(project));
        }
    }

    @Test
    void what_cannot_be_written_is_not_said_to_be_kept() {
        Store store = open();
        long project = store.makeProject("Autumn", Scope.of("MAIN")).orElseThrow().number();
        store.close();
        assertTrue(assertInstanceOf(Kept.NotSaved.class,
                store.handle(project, List.of(new Handling(MISSING, State.HANDLED, "")), ANNA)).sentence()
                .startsWith("NOT SAVED"));
        assertThrows(QueueUnavailableException.class, () -> store.handlings(project));
    }

    @Test
    void a_clear_queue_that_is_encrypted_takes_it_along() {
        long project;
        List<KeptHandling> kept;
        try (Store store = open()) {
            project = store.makeProject("Autumn", Scope.of("MAIN")).orElseThrow().number();
            kept = stored(store.handle(project, List.of(new Handling(MISSING, State.HANDLED, "note")), ANNA));
            stored(store.choose(project, new ItemChoice(MISSING.barcode(), "first"), ANNA));
        }
        try (Store sealed = new Store(branch.with(new TestDataKey("of the branch")), CLOCK)) {
            assertEquals(kept, sealed.handlings(project));
            assertEquals(Map.of(MISSING.barcode(), "first"), sealed.choices(project));
        }
    }

    @Test
    void a_deleted_project_takes_all_of_it_along_and_no_number_is_given_twice() {
        try (Store store = open()) {
            InventoryProject autumn = filled(store, "Autumn");
            InventoryProject spring = filled(store, "Spring");
            assertEquals(Optional.of(spring), store.deleteProject(spring.number(), ANNA));
            assertEquals(Optional.empty(), store.deleteProject(spring.number(), ANNA));
            assertEquals(List.of(autumn), store.projects());
            assertEquals(1, store.reads(autumn.number()).size());
            assertEquals(1, store.handlings(autumn.number()).size());
            assertEquals(List.of(), store.reads(spring.number()));
            assertEquals(List.of(), store.handlings(spring.number()));
            assertEquals(Map.of(), store.choices(spring.number()));
        }
        try (Store store = open()) {
            InventoryProject again = filled(store, "Spring");
            assertEquals(3, again.number());
            assertEquals(3, store.sessions(again.number()).getFirst().number());
            assertEquals(3, store.reads(again.number()).getFirst().sequence());
            assertEquals(3, store.handlings(again.number()).getFirst().sequence());
        }
    }

    private static InventoryProject filled(Store store, String name) {
        InventoryProject project = store.makeProject(name, Scope.of("MAIN"), false, ANNA).orElseThrow();
        long session = store.session(project.number(), "anna", "wand").orElseThrow().number();
        store.record(session, List.of(new Mark(Kind.ITEM, "1", NOW)));
        stored(store.handle(project.number(), List.of(new Handling(MISSING, State.HANDLED, "")), ANNA));
        stored(store.choose(project.number(), new ItemChoice(MISSING.barcode(), "first"), ANNA));
        return project;
    }

    @Test
    void the_trail_says_what_became_of_a_project_and_of_many_findings_at_once() {
        List<String> lines = new ArrayList<>();
        try (Store store = open()) {
            long project = store.makeProject("Autumn", Scope.of("MAIN"), true, ANNA).orElseThrow().number();
            stored(store.handle(project, List.of(new Handling(MISSING, State.HANDLED, "secret?")), ANNA));
            stored(store.handle(project, List.of(new Handling(MISSING, State.OPEN, ""),
                    new Handling(OTHER, State.OPEN, "")), ANNA));
            store.setCounted(project, false, ANNA);
            store.setCounted(project, false, ANNA);
            store.setClosed(project, true, ANNA);
            store.setClosed(project, false, ANNA);
            store.deleteProject(project, ANNA);
            store.read(line -> lines.add(line.deed() + " " + line.by().operator() + " " + line.detail()));
            assertTrue(store.verify().isWhole());
        }
        assertEquals(List.of("INVENTORY_MADE anna Autumn", "FINDINGS_HANDLED anna Autumn: 2 findings",
                "INVENTORY_CHANGED anna Autumn: does not count as inventoried", "INVENTORY_CLOSED anna Autumn",
                "INVENTORY_OPENED anna Autumn", "INVENTORY_DELETED anna Autumn, with 0 scans and marks"),
                lines.subList(1, lines.size()));
    }

    @Test
    void observers_hear_of_every_change_after_its_commit_until_they_leave() {
        List<InventoryChange> heard = new ArrayList<>();
        try (Store store = open()) {
            Subscription subscription = store.observeInventories(heard::add);
            store.observeInventories(change -> {
                throw new IllegalStateException("an observer that fails");
            });
            long project = store.makeProject("Autumn", Scope.of("MAIN")).orElseThrow().number();
            long session = store.session(project, "anna", "wand").orElseThrow().number();
            store.session(project, "anna", "wand");
            store.record(session, List.of(new Mark(Kind.ITEM, "1", NOW)));
            stored(store.handle(project, List.of(new Handling(MISSING, State.HANDLED, "")), ANNA));
            stored(store.choose(project, new ItemChoice(MISSING.barcode(), "first"), ANNA));
            assertEquals(List.of(new InventoryChange.Projects(), new InventoryChange.Sessions(project),
                    new InventoryChange.Reads(project, store.reads(project)), new InventoryChange.Findings(project),
                    new InventoryChange.Findings(project)), heard);
            subscription.close();
            store.setClosed(project, true, ANNA);
            assertEquals(5, heard.size());
        }
    }

    private Store open() {
        return new Store(branch, CLOCK);
    }

    private static List<KeptHandling> stored(Kept kept) {
        return assertInstanceOf(Kept.Stored.class, kept).handlings();
    }
}
