/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.internal.StandardCallNumbers;
import org.carrel.inventory.comparison.ListedItems;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.ItemStatus;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.ItemSnapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The scope of an inventory")
class ScopedItemsTest {

    private static final CallNumbers NUMBERS = StandardCallNumbers.table();

    private final List<ItemRecord> file = new ArrayList<>();

    private void add(String callNumber, String branch, String location, String type, String status) {
        file.add(ItemRecord.of(new ItemBarcode("B" + file.size()), "Title", callNumber,
                new ItemGroup("XYZ", branch, location, "", type, "Book", status)));
    }

    private ItemSnapshot snapshot() {
        file.clear();
        add("QA76 .A1", "MAIN", "STACKS", "BOOK", "AVAILABLE");
        add("QA76.5 .A1", "MAIN", "STACKS", "BOOK", "ON LOAN");
        add("QA80 .B2 1999", "MAIN", "STACKS", "DVD", "AVAILABLE");
        add("QA80.5 .B2", "MAIN", "ATLAS", "BOOK", "AVAILABLE");
        add("QA81", "MAIN", "STACKS", "BOOK", "AVAILABLE");
        add("QB1 .A1", "MAIN", "STACKS", "BOOK", "AVAILABLE");
        add("no number", "MAIN", "STACKS", "BOOK", "AVAILABLE");
        add("QA76 .A1", "LAW", "STACKS", "BOOK", "AVAILABLE");
        return new ListedItems(file, NUMBERS);
    }

    private List<String> callNumbers(Scope scope) {
        ItemSnapshot snapshot = snapshot();
        ScopedItems items = assertInstanceOf(ScopedItems.Found.Ready.class, ScopedItems.of(snapshot, scope, NUMBERS))
                .items();
        List<String> found = new ArrayList<>();
        items.forEach(number -> {
            assertTrue(items.contains(number));
            found.add(snapshot.item(number).callNumber());
        });
        for (int number = 0; number < snapshot.size(); number++) {
            if (items.contains(number)) {
                assertTrue(found.contains(snapshot.item(number).callNumber()));
            }
        }
        return found;
    }

    @Test
    void is_a_branch_and_nothing_of_another_one() {
        assertEquals(7, callNumbers(Scope.of("MAIN")).size());
    }

    @Test
    void may_be_some_locations_and_some_types() {
        assertEquals(List.of("QA80.5 .B2"), callNumbers(Scope.of("MAIN", Set.of("ATLAS"))));
        assertEquals(List.of("QA80 .B2 1999"),
                callNumbers(new Scope("MAIN", Set.of("STACKS"), Set.of("DVD"), Optional.empty())));
    }

    @Test
    void goes_to_the_end_of_the_last_call_number() {
        assertEquals(List.of("QA80.5 .B2", "QA76.5 .A1", "QA80 .B2 1999"),
                callNumbers(Scope.of("MAIN").between("QA76.5", "QA80")));
        assertEquals(List.of("QA76 .A1", "QA76.5 .A1"),
                callNumbers(Scope.of("MAIN", Set.of("STACKS")).between("QA76 .A1", "QA76")));
    }

    @Test
    void may_be_the_letters_of_classes() {
        assertEquals(List.of("QB1 .A1"), callNumbers(Scope.of("MAIN").between("QB", "QB")));
        assertEquals(6, callNumbers(Scope.of("MAIN").between("Q", "QC")).size());
    }

    @ParameterizedTest
    @CsvSource({ "QA80, QA76, stands behind", "no number, QA76, no call number", "QA76, '', no call number" })
    void is_refused_with_a_range_that_is_none(String from, String to, String why) {
        String sentence = assertInstanceOf(ScopedItems.Found.Refused.class,
                ScopedItems.of(snapshot(), Scope.of("MAIN").between(from, to), NUMBERS)).sentence();
        assertTrue(sentence.contains(why), sentence);
    }

    @Test
    void is_refused_when_the_item_file_has_nothing_of_it() {
        assertInstanceOf(ScopedItems.Found.Refused.class, ScopedItems.of(snapshot(), Scope.of("OTHER"), NUMBERS));
        assertInstanceOf(ScopedItems.Found.Refused.class,
                ScopedItems.of(snapshot(), Scope.of("MAIN", Set.of("ATTIC")), NUMBERS));
    }

    @Test
    void is_refused_when_the_keys_were_made_by_other_rules() {
        ItemSnapshot snapshot = snapshot();
        CallNumbers other = StandardCallNumbers.lcOnly();
        assertFalse(other.version().equals(NUMBERS.version()));
        assertInstanceOf(ScopedItems.Found.Refused.class, ScopedItems.of(snapshot, Scope.of("MAIN"), other));
    }

    @Test
    void can_be_looked_at_before_anything_happens() {
        ScopedItems items = assertInstanceOf(ScopedItems.Found.Ready.class,
                ScopedItems.of(snapshot(), Scope.of("MAIN").between("QA", "QA"), NUMBERS)).items();
        assertEquals(new Preview(5, 4, Map.of("STACKS", 4, "ATLAS", 1),
                Map.of(ItemStatus.AVAILABLE, 4, ItemStatus.ON_LOAN, 1)), items.preview());
    }
}
