/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.internal.StandardCallNumbers;
import org.carrel.inventory.comparison.ListedItems;
import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.writeback.LeftOut;
import org.carrel.inventory.writeback.Planned;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.Scope;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a push is about")
class PlanningTest {

    private static final CallNumbers NUMBERS = StandardCallNumbers.table();
    private static final long SEED = Long.getLong("carrel.seed", System.nanoTime());

    private static InventoryProject project(Scope scope) {
        return new InventoryProject(7, "Spring", scope, Instant.EPOCH, Optional.empty(), true);
    }

    private static ItemRecord item(String barcode, String callNumber, String institution, String branch,
            String location, String type) {
        return ItemRecord.of(new ItemBarcode(barcode), "Title " + barcode, callNumber,
                new ItemGroup(institution, branch, location, "", type, "Book", "AVAILABLE"));
    }

    private static ItemRecord plain(String barcode) {
        return item(barcode, "QA" + barcode, "XYZ", "MAIN", "STACKS", "BOOK");
    }

    private static Planned plan(List<ItemRecord> items, Scope scope, Optional<String> owner,
            List<WriteBackEntry> entries, String... read) {
        ScopedItems.Found found = ScopedItems.of(new ListedItems(items, NUMBERS), scope, NUMBERS);
        ScopedItems scoped = assertInstanceOf(ScopedItems.Found.Ready.class, found).items();
        List<ShelfRead> reads = Arrays.stream(read)
                .map(barcode -> new ShelfRead(new ItemBarcode(barcode), Instant.EPOCH, "anna")).toList();
        return Planning.plan(project(scope), scoped,
                new ProjectReads(List.of(Stretch.of(reads)), List.of(), Set.of()), owner, entries);
    }

    private static PushPlan ready(Planned planned) {
        return assertInstanceOf(Planned.Ready.class, planned).plan();
    }

    private static List<String> told(PushPlan plan) {
        return plan.items().stream().map(ItemBarcode::value).toList();
    }

    private static WriteBackEntry entry(String barcode, State state) {
        return new WriteBackEntry(1, 7, new ItemBarcode(barcode), state, 1, Instant.EPOCH, "");
    }

    @Test
    void is_each_item_once_in_the_order_in_which_it_was_read() {
        PushPlan plan = ready(plan(List.of(plain("1"), plain("2"), plain("3")), Scope.of("MAIN"), Optional.empty(),
                List.of(), "3", "1", "3", "1"));
        assertEquals(List.of("3", "1"), told(plan));
        assertEquals("XYZ", plan.owner());
    }

    @Test
    void leaves_out_what_the_library_system_was_told_of_or_a_person_has_to_decide() {
        List<ItemRecord> items = IntStream.rangeClosed(1, 6).mapToObj(n -> plain(Integer.toString(n))).toList();
        PushPlan plan = ready(plan(items, Scope.of("MAIN"), Optional.empty(),
                List.of(entry("1", State.TOLD), entry("2", State.UNKNOWN), entry("3", State.REFUSED),
                        entry("4", State.LEFT), entry("5", State.WAITING)),
                "1", "2", "3", "4", "5", "6"));
        assertEquals(List.of("5", "6"), told(plan));
        assertEquals(Set.of(LeftOut.TOLD_BEFORE, LeftOut.OUTCOME_UNKNOWN, LeftOut.REFUSED_BEFORE,
                LeftOut.LEFT_BY_DECISION), plan.leftOut().keySet());
        assertEquals(6, plan.read());
    }

    @Test
    void has_nothing_that_waits_but_left_the_scope_with_a_newer_item_file() {
        PushPlan plan = ready(plan(List.of(plain("1"), item("2", "QA2", "XYZ", "OTHER", "STACKS", "BOOK")),
                Scope.of("MAIN"), Optional.empty(), List.of(entry("2", State.WAITING)), "1", "2"));
        assertEquals(List.of("1"), told(plan));
        assertEquals(List.of(new ItemBarcode("2")), plan.leftOut().get(LeftOut.OUT_OF_SCOPE));
    }

    @Test
    void is_refused_while_nobody_says_whose_items_a_file_of_several_institutions_is_about() {
        List<ItemRecord> items = List.of(plain("1"), item("2", "QA2", "ABC", "MAIN", "STACKS", "BOOK"));
        Planned planned = plan(items, Scope.of("MAIN"), Optional.empty(), List.of(), "1");
        assertTrue(assertInstanceOf(Planned.Refused.class, planned).sentence().contains("ABC, XYZ"));
        assertEquals(List.of("2"),
                told(ready(plan(items, Scope.of("MAIN"), Optional.of("abc"), List.of(), "1", "2"))));
    }

    @Test
    void is_refused_when_the_file_has_nothing_of_the_institution() {
        Planned planned = plan(List.of(plain("1")), Scope.of("MAIN"), Optional.of("QQQ"), List.of(), "1");
        assertTrue(assertInstanceOf(Planned.Refused.class, planned).sentence().contains("QQQ"));
    }

    /** Whatever is read, whatever the file has, and whatever the scope is: compared with the words of the rule. */
    @Test
    void is_never_anything_out_of_scope_or_not_owned_and_never_less_than_what_may_be_told() {
        System.out.println("planning: seed " + SEED);
        Random random = new Random(SEED);
        int told = 0;
        int leftOut = 0;
        for (int round = 0; round < 400; round++) {
            List<ItemRecord> items = items(random);
            Scope scope = scope(random);
            String owner = random.nextBoolean() ? "XYZ" : "ABC";
            Set<State> states = new HashSet<>();
            List<WriteBackEntry> entries = new ArrayList<>();
            for (int barcode = 0; barcode < 30; barcode++) {
                if (random.nextInt(4) == 0) {
                    State state = State.values()[random.nextInt(State.values().length)];
                    states.add(state);
                    entries.add(entry(Integer.toString(barcode), state));
                }
            }
            String[] read = random.ints(40, 0, 35).mapToObj(Integer::toString).toArray(String[]::new);
            Planned planned = plan(items, scope, Optional.of(owner), entries, read);
            if (planned instanceof Planned.Refused) {
                assertTrue(items.stream().noneMatch(one -> one.group().institution().equals(owner)));
                continue;
            }
            Set<String> expected = Arrays.stream(read).filter(barcode -> mayBeTold(barcode, items, scope, owner))
                    .filter(barcode -> entries.stream().filter(one -> one.item().value().equals(barcode))
                            .allMatch(one -> one.state() == State.WAITING))
                    .collect(Collectors.toSet());
            PushPlan plan = ready(planned);
            assertEquals(expected, new HashSet<>(told(plan)), "seed " + SEED + " round " + round + " " + scope);
            assertEquals(expected.size(), plan.items().size(), "seed " + SEED + " round " + round);
            assertEquals(Arrays.stream(read).distinct().count(), plan.read(), "seed " + SEED + " round " + round);
            told += plan.items().size();
            leftOut += plan.leftOut().size();
        }
        assertTrue(told > 100 && leftOut > 400, "the rounds were about something: " + told + ", " + leftOut);
    }

    private static boolean mayBeTold(String barcode, List<ItemRecord> items, Scope scope, String owner) {
        List<ItemRecord> those = items.stream().filter(one -> one.barcode().value().equals(barcode)).toList();
        if (those.size() != 1) {
            return false;
        }
        ItemRecord item = those.getFirst();
        int number = Integer.parseInt(item.callNumber().substring(2));
        return item.group().institution().equals(owner) && item.branch().equals(scope.branch())
                && (scope.locations().isEmpty() || scope.locations().contains(item.location()))
                && (scope.itemTypes().isEmpty() || scope.itemTypes().contains(item.group().itemType()))
                && (scope.range().isEmpty() || number >= 10 && number <= 20);
    }

    private static List<ItemRecord> items(Random random) {
        List<ItemRecord> items = new ArrayList<>(List.of(plain("999")));
        for (int i = 0; i < 30; i++) {
            items.add(item(Integer.toString(random.nextInt(30)), "QA" + random.nextInt(10, 40),
                    random.nextInt(3) == 0 ? "ABC" : "XYZ", random.nextInt(3) == 0 ? "EAST" : "MAIN",
                    random.nextBoolean() ? "STACKS" : "FOLIO", random.nextBoolean() ? "BOOK" : "DVD"));
        }
        return items;
    }

    private static Scope scope(Random random) {
        Scope scope = new Scope("MAIN", random.nextBoolean() ? Set.of() : Set.of("STACKS"),
                random.nextBoolean() ? Set.of() : Set.of("BOOK"), Optional.empty());
        return random.nextBoolean() ? scope : scope.between("QA10", "QA20");
    }
}
