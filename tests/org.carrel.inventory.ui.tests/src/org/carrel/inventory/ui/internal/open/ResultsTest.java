/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.findings.ProjectFindings;
import org.carrel.inventory.ui.internal.MemoryProjects;
import org.carrel.inventory.ui.internal.PlainNumbers;
import org.carrel.inventory.ui.internal.ShelfItems;
import org.carrel.inventory.ui.internal.TestItemFile;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.ItemChoice;
import org.carrel.model.inventory.KeptHandling;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.InventoryFindings;
import org.carrel.model.port.InventoryProjects;
import org.carrel.testkit.TestBranch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the open inventory came to")
class ResultsTest {

    private final MemoryProjects store = new MemoryProjects();
    private final TestItemFile file = new TestItemFile();
    private final OpenProject open = new OpenProject();
    /** Turns that were asked for, and what waits for the UI thread. */
    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final Deque<Runnable> ui = new ArrayDeque<>();
    private final AtomicInteger heard = new AtomicInteger();
    private final Results results = new Results(open, store, file,
            new Work(new ProjectFindings(store, new NothingSaid(), TestBranch.standard()), store, file,
                    new PlainNumbers(), 10),
            turn -> () -> turns.add(turn), ui::add);

    private record NothingSaid() implements InventoryFindings {

        @Override
        public Kept handle(long project, List<Handling> handlings, Origin by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<KeptHandling> handlings(long project) {
            return List.of();
        }

        @Override
        public Kept choose(long project, ItemChoice choice, Origin by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<ItemBarcode, String> choices(long project) {
            return Map.of();
        }
    }

    private InventoryProject make(String name) {
        return store.makeProject(name, Scope.of("MAIN")).orElseThrow();
    }

    private void read(InventoryProject project, int item) {
        long session = store.session(project.number(), "Ada", "Wand").orElseThrow().number();
        store.record(session, List.of(new Mark(Kind.ITEM, TestItemFile.books(9).get(item - 1).barcode().value(),
                Instant.EPOCH)));
    }

    private void settle() {
        while (!turns.isEmpty() || !ui.isEmpty()) {
            (turns.isEmpty() ? ui : turns).remove().run();
        }
    }

    private void hasItems() {
        file.has(new ShelfItems(TestItemFile.books(9), new PlainNumbers()));
    }

    private Result.Ready ready() {
        return assertInstanceOf(Result.Ready.class, results.current());
    }

    @Test
    void is_nothing_while_none_is_open() {
        hasItems();
        settle();
        assertInstanceOf(Result.NoProject.class, results.current());
        assertTrue(results.ready().isEmpty());
    }

    @Test
    void is_looked_up_in_the_background() {
        hasItems();
        open.open(make("One"));
        assertInstanceOf(Result.Pending.class, results.current());
        settle();
        assertEquals(11, ready().items().preview().items());
        assertEquals(0, ready().comparison().reads());
    }

    @Test
    void is_refused_while_more_would_be_missing_than_can_be_listed_and_comes_back_by_itself() {
        file.has(new ShelfItems(TestItemFile.books(12), new PlainNumbers()));
        InventoryProject one = make("One");
        open.open(store.setWhole(one.number(), true, InventoryProjects.NOBODY).orElseThrow());
        settle();
        Result.Refused refused = assertInstanceOf(Result.Refused.class, results.current());
        assertTrue(refused.sentence().startsWith("If all of it was read, "), refused.sentence());
        read(one, 1);
        read(one, 2);
        settle();
        assertFalse(ready().comparison().findings().isEmpty());
    }

    @Test
    void is_held_until_there_is_another_and_follows_every_read() {
        hasItems();
        InventoryProject one = make("One");
        open.open(one);
        settle();
        results.observe(heard::incrementAndGet);
        Result.Ready before = ready();
        read(one, 1);
        assertSame(before, results.current());
        settle();
        assertEquals(1, ready().comparison().reads());
        assertTrue(heard.get() > 0);
    }

    @Test
    void is_not_bothered_by_reads_for_another_one() {
        hasItems();
        InventoryProject other = make("Other");
        open.open(make("One"));
        settle();
        read(other, 1);
        assertTrue(turns.isEmpty());
    }

    @Test
    void is_never_that_of_one_that_was_open_before() {
        hasItems();
        InventoryProject one = make("One");
        InventoryProject two = make("Two");
        open.open(one);
        turns.remove().run();
        open.open(two);
        ui.remove().run();
        assertEquals(two, assertInstanceOf(Result.Pending.class, results.current()).project());
        settle();
        assertEquals(two, ready().project());
    }

    @Test
    void needs_an_item_file_and_comes_by_itself_with_one() {
        open.open(make("One"));
        settle();
        assertInstanceOf(Result.NoItemFile.class, results.current());
        assertTrue(FileWords.of(results.current()).startsWith("No item file was imported yet"));
        hasItems();
        settle();
        assertEquals("Item file of", FileWords.of(ready()).substring(0, 12));
    }

    @Test
    void says_what_the_store_says_when_it_fails() {
        hasItems();
        open.open(make("One"));
        store.fail("The disk is full.");
        settle();
        assertEquals("The disk is full.", assertInstanceOf(Result.Refused.class, results.current()).sentence());
    }

    @Test
    void calls_everything_missing_only_when_somebody_says_that_all_of_it_was_read() {
        hasItems();
        InventoryProject one = make("One");
        open.open(one);
        read(one, 3);
        settle();
        assertEquals(Coverage.WHAT_WAS_READ, ready().coverage());
        assertEquals(0, ready().comparison().findings(Finding.Kind.MISSING).size());
        open.open(store.setWhole(one.number(), true, InventoryProjects.NOBODY).orElseThrow());
        settle();
        assertEquals(Coverage.WHOLE_SCOPE, ready().coverage());
        assertEquals(9, ready().comparison().findings(Finding.Kind.MISSING).size());
        open.open(make("Two"));
        settle();
        assertEquals(Coverage.WHAT_WAS_READ, ready().coverage(), "said of one only");
    }

    @Test
    void ends_with_the_branch() {
        hasItems();
        InventoryProject one = make("One");
        open.open(one);
        results.close();
        settle();
        assertInstanceOf(Result.Pending.class, results.current());
    }
}
