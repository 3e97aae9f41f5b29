/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.findings.ComparedProject;
import org.carrel.inventory.findings.FindingsDesk;
import org.carrel.inventory.findings.ProjectFindings;
import org.carrel.inventory.findings.Standing;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.ui.internal.MemoryFindings;
import org.carrel.inventory.ui.internal.MemoryProjects;
import org.carrel.inventory.ui.internal.PlainNumbers;
import org.carrel.inventory.ui.internal.ShelfItems;
import org.carrel.inventory.ui.internal.findings.Act.Button;
import org.carrel.inventory.ui.internal.open.Result;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.Origin;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventoryRules;
import org.carrel.model.inventory.Scope;
import org.carrel.testkit.TestBranch;
import org.carrel.ui.Moments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The view Findings, without a window")
class FindingsPresenterTest {

    private static final Origin ANNA = new Origin("desk-1", "anna");

    private final MemoryProjects projects = new MemoryProjects();
    private final MemoryFindings findings = new MemoryFindings();
    private final List<ItemRecord> items = new ArrayList<>();
    private final FakeFindingsScreen screen = new FakeFindingsScreen();
    private final Deque<Worker.Task<?>> waiting = new ArrayDeque<>();
    private boolean holds;
    private InventoryProject project;
    private long session;
    private FindingsPresenter presenter;

    @BeforeEach
    void inventory() {
        for (int i = 1; i <= 9; i++) {
            item(Integer.toString(i), "A" + i, "STACKS");
        }
        item("10", "A10", "RESERVE");
        project = projects.makeProject("Autumn", Scope.of("MAIN", Set.of("STACKS"))).orElseThrow();
        session = projects.session(project.number(), "anna", "wand").orElseThrow().number();
        presenter = new FindingsPresenter(screen, new FindingsDesk(projects, findings,
                Clock.fixed(MemoryProjects.NOON, ZoneOffset.UTC)), ANNA,
                new FindingWords(new Moments(ZoneOffset.UTC, Locale.ROOT), InventoryRules.standard()), this::submit);
    }

    private void item(String barcode, String callNumber, String location) {
        items.add(ItemRecord.of(new ItemBarcode(barcode), "Title " + callNumber, callNumber,
                new ItemGroup("XYZ", "MAIN", location, "", "BOOK", "Book", "AVAILABLE")));
    }

    private void submit(Worker.Task<?> task) {
        waiting.add(task);
        if (!holds) {
            work();
        }
    }

    private void work() {
        while (!waiting.isEmpty()) {
            run(waiting.poll());
        }
    }

    private static <T> void run(Worker.Task<T> task) {
        try {
            task.then().accept(task.work().call());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void scan(String... barcodes) {
        projects.record(session, Arrays.stream(barcodes)
                .map(barcode -> new Mark(InventoryRead.Kind.ITEM, barcode,
                        MemoryProjects.NOON))
                .toList());
    }

    /** What the background would tell after a change. */
    private void compare() {
        ShelfItems snapshot = new ShelfItems(items, new PlainNumbers());
        ScopedItems scoped = ((ScopedItems.Found.Ready) ScopedItems.of(snapshot, project.scope(), new PlainNumbers()))
                .items();
        ComparedProject compared = new ProjectFindings(projects, findings, TestBranch.standard()).compare(
                projects.projects().getFirst(), scoped, Coverage.WHOLE_SCOPE);
        presenter.show(new Result.Ready(compared.project(), compared.sessions(), scoped, compared.reads(),
                Coverage.WHOLE_SCOPE, compared.comparison(), compared.findings()));
    }

    private void select(String... barcodes) {
        screen.selected = List.of(barcodes);
        presenter.selected();
    }

    @Test
    void counts_each_kind_and_shows_what_is_to_do() {
        scan("1", "2", "3", "4", "5", "6", "10", "10", "99");
        compare();
        assertEquals(List.of("7", "8", "9", "99", "10"), screen.barcodes());
        assertEquals("All kinds (5)", screen.kinds.getFirst().label());
        assertTrue(screen.kinds.stream().anyMatch(kind -> kind.label().equals("Missing (3)")));
        assertTrue(screen.kinds.stream().anyMatch(kind -> kind.label().equals("Misplaced (0)")), "none, and said so");
        presenter.choose(Show.ALL);
        assertTrue(screen.kinds.stream().anyMatch(kind -> kind.label().equals("Scanned twice (1)")));
        presenter.choose(Optional.of(Kind.MISSING));
        presenter.search("a8");
        assertEquals(List.of("8"), screen.barcodes());
    }

    @Test
    void lists_no_more_than_the_window_can_bear_and_says_that_there_are_others() {
        for (int i = 0; i < FindingsPresenter.MOST_LISTED; i++) {
            item("M" + i, "B" + i, "STACKS");
        }
        compare();
        assertEquals(FindingsPresenter.MOST_LISTED, screen.shown.size());
        assertTrue(screen.kinds.stream().anyMatch(kind -> kind.label().equals("Missing (10,009)")));
        assertTrue(screen.rest.startsWith("Of 10,009 findings the first 10,000 are listed"), screen.rest);
        presenter.search("A8");
        assertEquals(List.of("8"), screen.barcodes());
        assertEquals("", screen.rest);
    }

    @Test
    void says_all_there_is_to_know_of_one_and_how_many_of_several() {
        scan("1", "2", "3", "4", "5", "6", "7", "8", "10");
        compare();
        select("10");
        assertTrue(screen.details.contains("Title A10") && screen.details.contains("In RESERVE")
                && screen.details.contains("by anna") && screen.details.contains("Take it to its own"), screen.details);
        select("9", "10");
        assertEquals("2 findings: 1 Missing, 1 Wrong location", screen.details);
        assertEquals("Done", screen.act.first());
        select("10");
        assertEquals("Sent it there", screen.act.first());
    }

    @Test
    void what_is_handled_leaves_the_list_and_can_be_taken_back() {
        scan("1", "2", "3", "4", "5", "6", "7");
        compare();
        select("8");
        presenter.first();
        compare();
        assertEquals(List.of("9"), screen.barcodes());
        assertTrue(screen.act.canUndo());
        presenter.choose(Show.DONE);
        assertEquals(List.of("8"), screen.barcodes());
        presenter.undo();
        compare();
        presenter.choose(Show.TO_DO);
        assertEquals(List.of("8", "9"), screen.barcodes());
        assertFalse(screen.act.canUndo());
        presenter.undo();
        assertEquals("There is nothing to take back.", screen.said);
    }

    @Test
    void a_note_is_kept_and_shown_and_no_answer_changes_nothing() {
        scan("1", "2", "3", "4", "5", "6", "7", "8");
        compare();
        select("9");
        presenter.firstWithNote();
        assertEquals(List.of(), findings.handlings(project.number()), "somebody thought better of it");
        screen.note = Optional.of("behind the radiator");
        presenter.note();
        compare();
        assertEquals(List.of("9"), screen.barcodes(), "a note alone handles nothing");
        assertEquals("Open: behind the radiator", new FindingWords(Moments.of(ZoneOffset.UTC),
                InventoryRules.standard()).standing(screen.shown.getFirst()));
        presenter.firstWithNote();
        assertEquals("behind the radiator", screen.asked.getLast(), "the note that is there is offered");
    }

    @Test
    void many_at_once_are_named_and_asked_about_first() {
        IntStream.range(100, 130).forEach(i -> item(Integer.toString(i), "B" + i, "STACKS"));
        scan("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        compare();
        screen.selected = screen.barcodes();
        screen.agrees = false;
        presenter.first();
        assertEquals(1, screen.asked.size());
        assertTrue(screen.asked.getFirst().contains("Handled: 31 findings?")
                && screen.asked.getFirst().contains("30 Missing, 1 Wrong location"), screen.asked.toString());
        assertEquals(List.of(), findings.handlings(project.number()));
        screen.agrees = true;
        presenter.first();
        compare();
        assertEquals(List.of(), screen.barcodes());
        assertEquals(1, findings.handlings(project.number()).stream().map(kept -> kept.batch()).distinct().count());
    }

    @Test
    void few_at_once_are_not_asked_about() {
        scan("1", "2", "3");
        compare();
        screen.selected = screen.barcodes();
        presenter.setAside();
        assertEquals(List.of(), screen.asked);
        assertEquals(6, findings.handlings(project.number()).size());
    }

    @Test
    void a_barcode_of_several_items_asks_which_and_does_nothing_without_an_answer() {
        item("9", "C1", "STACKS");
        scan("1", "2", "3", "4", "5", "6", "7", "8", "9");
        compare();
        select("9");
        assertEquals(2, screen.selection().getFirst().items().size());
        presenter.first();
        assertTrue(findings.choices(project.number()).isEmpty());
        screen.which = 0;
        presenter.first();
        compare();
        assertEquals(List.of(Kind.MISSING), screen.shown.stream().map(one -> one.kind()).toList());
        presenter.choose(Show.DONE);
        assertEquals(List.of(Standing.SETTLED), screen.shown.stream().map(one -> one.standing()).toList());
    }

    @Test
    void found_and_not_found_are_for_what_is_missing_and_conditions_for_what_is_in_hand() {
        scan("1", "2", "3", "4", "5", "6", "7", "8", "10");
        compare();
        select("9");
        assertTrue(screen.act.possible().contains(Button.FOUND));
        assertFalse(screen.act.possible().contains(Button.CONDITION));
        select("10");
        assertFalse(screen.act.possible().contains(Button.FOUND));
        assertTrue(screen.act.possible().contains(Button.CONDITION));
        presenter.condition(InventoryRules.standard().conditions().getFirst());
        select("9");
        presenter.notFound();
        compare();
        assertTrue(screen.shown.stream().anyMatch(one -> one.kind() == Kind.CONDITION));
        assertTrue(screen.shown.getFirst().lookedFor());
        presenter.found();
        compare();
        assertFalse(screen.barcodes().contains("9"));
    }

    @Test
    void what_could_not_be_saved_is_said_and_stays_as_it_was() {
        scan("1", "2", "3", "4", "5", "6", "7", "8");
        compare();
        select("9");
        findings.fail("The disk is full.");
        presenter.first();
        assertEquals("The disk is full.", screen.said);
        assertFalse(screen.act.canUndo());
        compare();
        assertEquals(List.of("9"), screen.barcodes());
    }

    @Test
    void a_closed_inventory_can_be_read_and_nothing_done() {
        scan("1", "2");
        projects.setClosed(project.number(), true, ANNA);
        compare();
        select("9");
        assertEquals(7, screen.shown.size());
        assertTrue(screen.act.possible().isEmpty());
        assertTrue(screen.said.contains("closed"), screen.said);
    }

    @Test
    void an_older_search_that_ends_later_is_not_shown() {
        scan("1", "2", "3");
        compare();
        holds = true;
        presenter.search("a8");
        presenter.search("a9");
        Worker.Task<?> older = waiting.poll();
        work();
        run(older);
        assertEquals(List.of("9"), screen.barcodes());
    }

    @Test
    void without_an_inventory_or_an_item_file_a_sentence_says_what_to_do() {
        presenter.show(new Result.NoProject());
        assertTrue(screen.said.contains("Open one"), screen.said);
        presenter.show(new Result.NoItemFile(project));
        assertTrue(screen.said.contains("Import one"), screen.said);
        assertEquals(List.of(), screen.shown);
        presenter.first();
        assertEquals(List.of(), findings.handlings(project.number()));
    }
}
