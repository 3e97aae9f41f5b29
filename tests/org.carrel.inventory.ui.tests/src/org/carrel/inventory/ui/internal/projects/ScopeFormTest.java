/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.carrel.inventory.ui.internal.PlainNumbers;
import org.carrel.inventory.ui.internal.ShelfItems;
import org.carrel.inventory.ui.internal.TestItemFile;
import org.carrel.inventory.ui.internal.projects.ScopeForm.Choice;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.inventory.Scope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The form for a new inventory")
class ScopeFormTest {

    private final PlainNumbers numbers = new PlainNumbers();
    private final ScopeForm form = new ScopeForm(new ShelfItems(TestItemFile.books(9), numbers), numbers);

    private static ItemRecord of(String branch, String location) {
        return ItemRecord.of(new ItemBarcode("39999999999999"), "T", "QA1",
                new ItemGroup("OCLC", branch, location, "", "BOOK", "Book", "AVAILABLE"));
    }

    private ScopeForm withAnnex() {
        List<ItemRecord> items = new ArrayList<>(TestItemFile.books(9));
        items.add(of("ANNEX", "Cellar"));
        items.add(of("ANNEX", ""));
        return new ScopeForm(new ShelfItems(items, numbers), numbers);
    }

    @Test
    void chooses_the_only_branch_and_counts_its_shelves() {
        assertEquals("MAIN", form.branch());
        assertEquals(List.of(new Choice("Reference", 2), new Choice("Stacks", 9)), form.locations());
    }

    @Test
    void of_several_branches_chooses_none() {
        ScopeForm two = withAnnex();
        assertEquals("", two.branch());
        assertEquals(List.of(new Choice("ANNEX", 2), new Choice("MAIN", 11)), two.branches());
        two.call("Annex");
        assertEquals("Choose a branch.", assertInstanceOf(ScopeForm.Judged.Unsound.class, two.judge()).sentence());
    }

    @Test
    void offers_no_shelf_without_a_name() {
        ScopeForm two = withAnnex();
        two.choose("ANNEX");
        assertEquals(List.of(new Choice("Cellar", 1)), two.locations());
    }

    @Test
    void another_branch_takes_the_choice_of_shelves_along() {
        ScopeForm two = withAnnex();
        two.choose("MAIN");
        two.chooseLocations(Set.of("Stacks"));
        two.choose("ANNEX");
        assertEquals(Scope.of("ANNEX"), two.scope().orElseThrow());
    }

    @Test
    void offers_the_types_that_are_on_the_shelves_and_forgets_those_that_are_not() {
        assertEquals(List.of(new Choice("BOOK", 10), new Choice("DVD", 1)), form.itemTypes());
        form.chooseItemTypes(Set.of("DVD"));
        form.chooseLocations(Set.of("Stacks"));
        assertEquals(List.of(new Choice("BOOK", 9)), form.itemTypes());
        assertEquals(Scope.of("MAIN", Set.of("Stacks")), form.scope().orElseThrow());
    }

    @Test
    void wants_both_ends_of_a_range_or_none() {
        form.call("Half");
        form.range("QA2", " ");
        assertTrue(form.scope().isEmpty());
        assertTrue(assertInstanceOf(ScopeForm.Judged.Unsound.class, form.judge()).sentence().contains("to which"));
        form.range("", "QA4");
        assertTrue(assertInstanceOf(ScopeForm.Judged.Unsound.class, form.judge()).sentence().contains("from which"));
        form.range(" QA2 ", "QA4 ");
        assertEquals(new NewProject("Half", Scope.of("MAIN").between("QA2", "QA4"), true),
                assertInstanceOf(ScopeForm.Judged.Sound.class, form.judge()).wanted());
    }

    @Test
    void wants_a_name_of_a_sensible_length() {
        form.call("  ");
        assertEquals("Give the inventory a name.",
                assertInstanceOf(ScopeForm.Judged.Unsound.class, form.judge()).sentence());
        form.call("x".repeat(201));
        assertInstanceOf(ScopeForm.Judged.Unsound.class, form.judge());
        form.call("x".repeat(200));
        assertInstanceOf(ScopeForm.Judged.Sound.class, form.judge());
    }

    @Test
    void suggests_a_name_that_says_where_and_of_which_day() {
        assertEquals("MAIN, 2026-11-15", form.suggestedName());
        form.chooseLocations(Set.of("Stacks"));
        assertEquals("MAIN Stacks, 2026-11-15", form.suggestedName());
    }

    @Test
    void counts_what_is_chosen_and_what_of_it_is_expected_on_the_shelf() {
        ScopeForm more = new ScopeForm(new ShelfItems(TestItemFile.books(30), numbers), numbers);
        var known = assertInstanceOf(ScopeForm.Counted.Known.class, more.preview(Scope.of("MAIN")));
        assertEquals(32, known.preview().items());
        assertEquals(28, known.preview().expected());
        assertEquals("32 items, 28 of them expected on the shelf. Not expected: on loan 3, lost 1.\n"
                + "Item file: list.txt, as of 2026-11-15.", PreviewLabel.sentence(known));
    }

    @Test
    void says_why_a_range_cannot_be() {
        var refused = assertInstanceOf(ScopeForm.Counted.Refused.class,
                form.preview(Scope.of("MAIN").between("QA9", "QA1")));
        assertTrue(refused.sentence().contains("QA9"), refused.sentence());
    }
}
