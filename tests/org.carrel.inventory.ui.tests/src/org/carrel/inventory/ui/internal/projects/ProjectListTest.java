/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.carrel.inventory.ui.internal.MemoryProjects;
import org.carrel.inventory.ui.internal.PlainNumbers;
import org.carrel.inventory.ui.internal.ShelfItems;
import org.carrel.inventory.ui.internal.TestItemFile;
import org.carrel.inventory.ui.internal.projects.ProjectList.Begun;
import org.carrel.inventory.ui.internal.projects.ProjectList.Changed;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.testkit.TestBranch;
import org.carrel.ui.Moments;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The list of inventories")
class ProjectListTest {

    private final MemoryProjects store = new MemoryProjects();
    private final TestItemFile file = new TestItemFile();
    private final ProjectList list = new ProjectList(store, file, new PlainNumbers(), TestBranch.standard());
    private final ProjectWords words = new ProjectWords(
            new Moments(TestBranch.standard().profile().zone(), Locale.UK));

    private InventoryProject make(String name, Scope scope) {
        return assertInstanceOf(Changed.Done.class, list.make(new NewProject(name, scope, true))).project();
    }

    private void scan(InventoryProject project, String person, int count) {
        var session = assertInstanceOf(Begun.Ready.class, list.begin(project, person, "Trolley")).session();
        for (int i = 0; i < count; i++) {
            store.record(session.number(), List.of(new Mark(Kind.ITEM, "30000000000" + i, Instant.EPOCH)));
        }
    }

    private void importItems(int books) {
        file.has(new ShelfItems(TestItemFile.books(books), new PlainNumbers()));
    }

    @Test
    void has_the_newest_first_with_scans_and_what_is_expected() {
        importItems(20);
        scan(make("Stacks", Scope.of("MAIN", Set.of("Stacks"))), "Ada", 3);
        make("All", Scope.of("MAIN"));
        List<ProjectRow> rows = list.read().rows();
        assertEquals(List.of("All", "Stacks"), rows.stream().map(row -> row.project().name()).toList());
        assertEquals(List.of(0, 3), rows.stream().map(ProjectRow::reads).toList());
        assertEquals(List.of("19", "18"), rows.stream().map(ProjectWords::expected).toList());
        assertTrue(list.read().problem().isEmpty());
    }

    @Test
    void counts_again_when_there_is_another_item_file() {
        importItems(20);
        make("All", Scope.of("MAIN"));
        assertEquals(22, list.read().rows().getFirst().preview().orElseThrow().items());
        file.is(new ItemSnapshots.State.None());
        assertTrue(list.read().rows().getFirst().preview().isEmpty());
    }

    @Test
    void says_what_the_store_says_when_it_fails() {
        make("All", Scope.of("MAIN"));
        store.fail("The disk is full.");
        assertEquals(Optional.of("The disk is full."), list.read().problem());
        assertEquals("The disk is full.", assertInstanceOf(Changed.Refused.class,
                list.make(new NewProject("Another", Scope.of("MAIN"), true))).sentence());
    }

    @Test
    void makes_no_second_one_of_a_name() {
        make("All", Scope.of("MAIN"));
        String sentence = assertInstanceOf(Changed.Refused.class,
                list.make(new NewProject("ALL", Scope.of("MAIN"), true))).sentence();
        assertTrue(sentence.contains("\"ALL\" already"), sentence);
        assertEquals(1, list.read().rows().size());
    }

    @Test
    void goes_on_with_the_session_of_a_person_and_a_device() {
        InventoryProject project = make("All", Scope.of("MAIN"));
        scan(project, "Ada", 2);
        scan(project, " Ada ", 1);
        scan(project, "Bo", 1);
        ProjectRow row = list.read().rows().getFirst();
        assertEquals(List.of(3, 1), row.sessions().stream().map(session -> session.reads()).toList());
        Who who = new Who(row.sessions(), words, "Ada", "Trolley");
        assertTrue(who.sentence().startsWith("The session is gone on with: Ada, Trolley: 3 scans"), who.sentence());
        who.is("Ada", "Wand");
        assertEquals("A new session begins.", who.sentence());
        who.is(" ", "Wand");
        assertFalse(who.isKnown());
        assertEquals(List.of("Ada", "Bo"), who.people());
    }

    @Test
    void begins_no_session_for_a_closed_one_until_it_is_open_again() {
        InventoryProject project = make("All", Scope.of("MAIN"));
        list.setClosed(project, true);
        assertTrue(assertInstanceOf(Begun.Refused.class, list.begin(project, "Ada", "Trolley")).sentence()
                .contains("Reopen it"));
        list.setClosed(project, false);
        assertInstanceOf(Begun.Ready.class, list.begin(project, "Ada", "Trolley"));
    }

    @Test
    void names_what_is_lost_before_one_is_deleted() {
        InventoryProject project = make("All", Scope.of("MAIN"));
        assertTrue(ProjectWords.loss(list.read().rows().getFirst()).contains("nobody has scanned for it, no scans"));
        scan(project, "Ada", 2);
        String loss = ProjectWords.loss(list.read().rows().getFirst());
        assertTrue(loss.contains("\"All\"") && loss.contains("one session, 2 scans"), loss);
        list.delete(project);
        assertTrue(list.read().rows().isEmpty());
        assertTrue(assertInstanceOf(Changed.Refused.class, list.delete(project)).sentence().contains("no longer"));
    }

    @Test
    void tells_everything_of_one_in_lines() {
        importItems(20);
        scan(make("Some", new Scope("MAIN", Set.of("Stacks", "Reference"), Set.of("BOOK"), Optional.empty())
                .between("QA1", "QA5")), "Ada", 1);
        List<String> lines = words.details(list.read().rows().getFirst());
        assertEquals("MAIN: Reference, Stacks; QA1 to QA5; BOOK", lines.getFirst());
        assertEquals("What is found counts as inventoried.", lines.get(2));
        assertTrue(lines.getLast().startsWith("Ada, Trolley: one scan, begun"), lines.getLast());
    }

    @Test
    void names_four_shelves_and_counts_the_others() {
        assertEquals("MAIN: A, B, C, D and 2 more",
                ScopeWords.of(Scope.of("MAIN", Set.of("A", "B", "C", "D", "E", "F"))));
        assertEquals("MAIN, all shelves", ScopeWords.of(Scope.of("MAIN")));
    }
}
