/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.inventory.ConditionCode;
import org.carrel.model.inventory.FindingKey;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.Handling.State;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRules;
import org.carrel.model.inventory.ItemChoice;
import org.carrel.model.inventory.KeptHandling;
import org.carrel.model.port.AuditTrail;
import org.carrel.model.port.InventoryFindings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What people do about findings")
class FindingsDeskTest {

    private static final Deed HANDLED = new Deed.Handle(State.HANDLED, Optional.empty());
    private static final ConditionCode DAMAGED = InventoryRules.standard().ofCode("damaged").orElseThrow();

    @TempDir
    Path folder;

    private Library library;

    @BeforeEach
    void library() {
        library = new Library(folder).numbered(5).add("6", "QA6 .A2", "STACKS", "ON LOAN").add("7", "QA7 .A2",
                "RESERVE", "AVAILABLE");
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void is_kept_with_its_note_who_and_when_and_other_findings_stay_open() {
        library.scan("1", "3", "5");
        library.perform(new Deed.Handle(State.HANDLED, Optional.of(" on the cart ")), library.of(Kind.MISSING, "2"));

        assertEquals(List.of("MISSING 2 HANDLED", "MISSING 4 OPEN"), library.said());
        ListedFinding handled = library.of(Kind.MISSING, "2");
        assertEquals("on the cart", handled.note());
        assertEquals("anna", handled.last().orElseThrow().person());
        assertEquals(Library.NOW, handled.last().orElseThrow().at());
        assertEquals(1, library.findings().open());
    }

    @Test
    void settles_what_a_later_scan_makes_good_and_never_loses_it() {
        library.scan("1", "3", "5");
        library.perform(new Deed.Handle(State.SET_ASIDE, Optional.of("ask Tom")), library.of(Kind.MISSING, "2"));
        library.scan("2");

        assertEquals(List.of("MISSING 4 OPEN", "MISSING 2 SETTLED", "MISPLACED 2 OPEN"), library.said());
        ListedFinding settled = library.findings().find(new FindingKey("MISSING", barcode("2"))).orElseThrow();
        assertEquals("ask Tom", settled.note());
        assertEquals("Title QA2 .A2", settled.item().orElseThrow().title(), "the item file still knows it");
        assertEquals(1, settled.history().size());
        assertFalse(HANDLED.fits(settled));
    }

    @Test
    void survives_another_item_file_in_which_the_item_is_gone() {
        library.scan("1", "3", "5");
        library.perform(new Deed.Handle(State.HANDLED, Optional.of("withdrawn")), library.of(Kind.MISSING, "2"));
        library.remove("2");
        ListedFinding settled = library.of(Kind.MISSING, "2");
        assertEquals(Standing.SETTLED, settled.standing());
        assertEquals(List.of(), settled.items());
        assertEquals("withdrawn", settled.note());
    }

    @Test
    void many_at_once_are_one_line_of_the_audit_trail_and_one_batch() {
        library.scan("1");
        List<ListedFinding> missing = library.findings().matching(one -> one.kind() == Kind.MISSING);
        assertEquals(4, missing.size());
        library.perform(HANDLED, missing.toArray(ListedFinding[]::new));
        assertEquals(0, library.findings().open());
        assertEquals(Set.of(1L), Set.copyOf(library.store.handlings(library.project.number()).stream()
                .map(kept -> kept.batch()).toList()));
        List<String> lines = new ArrayList<>();
        library.store.read(line -> lines.add(line.deed() + " " + line.by().operator() + " " + line.detail()));
        assertEquals("FINDINGS_HANDLED anna Autumn: 4 findings", lines.getLast());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("INVENTORY_MADE ")), lines.toString());
    }

    @Test
    void what_is_taken_back_is_as_before_with_its_note_and_the_history_says_so() {
        library.scan("1", "3", "5");
        library.perform(new Deed.Note("first look"), library.of(Kind.MISSING, "2"));
        Done.Kept done = library.perform(new Deed.Handle(State.HANDLED, Optional.of("found?")),
                library.of(Kind.MISSING, "2"), library.of(Kind.MISSING, "4"));
        assertEquals(0, library.findings().open());
        library.takeBack(done);
        assertEquals(List.of("MISSING 2 OPEN", "MISSING 4 OPEN"), library.said());
        assertEquals("first look", library.of(Kind.MISSING, "2").note());
        assertEquals("", library.of(Kind.MISSING, "4").note());
        assertEquals(List.of(State.OPEN, State.HANDLED, State.OPEN), library.of(Kind.MISSING, "2").history().stream()
                .map(kept -> kept.handling().state()).toList());
    }

    @Test
    void something_seen_without_a_scan_is_inventoried_and_settled_and_can_be_taken_back() {
        library.scan("1", "3", "5");
        assertEquals(3, library.compare().comparison().inventoried().count());
        Done.Kept done = library.perform(new Deed.Found(), library.of(Kind.MISSING, "2"));
        assertEquals(List.of("MISSING 4 OPEN", "MISSING 2 SETTLED"), library.said());
        assertEquals(4, library.compare().comparison().inventoried().count());
        library.takeBack(done);
        assertEquals(List.of("MISSING 2 OPEN", "MISSING 4 OPEN"), library.said());
        assertEquals(3, library.compare().comparison().inventoried().count());
    }

    @ParameterizedTest
    @ValueSource(strings = { "1", "2", "3", "4", "5" })
    void something_seen_without_a_scan_is_not_called_misplaced_wherever_it_belongs(String seen) {
        library.scan(Stream.of("1", "2", "3", "4", "5").filter(one -> !one.equals(seen)).toArray(String[]::new));
        library.mark(InventoryRead.Kind.FOUND, seen);
        assertEquals(List.of(), library.said());
    }

    @Test
    void what_is_marked_while_handlings_cannot_be_kept_is_said_to_be_kept_and_is() {
        library.scan("1", "3", "5");
        InventoryFindings full = new InventoryFindings() {
            @Override
            public Kept handle(long project, List<Handling> handlings, Origin by) {
                return handlings.isEmpty() ? new Kept.Stored(List.of()) : new Kept.NotSaved("The disk is full.");
            }

            @Override
            public List<KeptHandling> handlings(long project) {
                return library.store.handlings(project);
            }

            @Override
            public Kept choose(long project, ItemChoice choice, Origin by) {
                return new Kept.NotSaved("The disk is full.");
            }

            @Override
            public Map<ItemBarcode, String> choices(long project) {
                return library.store.choices(project);
            }
        };
        FindingsDesk desk = new FindingsDesk(library.store, full, Library.CLOCK);
        long project = library.project.number();
        ListedFinding missing = library.of(Kind.MISSING, "2");

        assertInstanceOf(Done.NotSaved.class, desk.perform(project, HANDLED, List.of(missing), Library.ANNA));
        assertEquals(List.of("MISSING 2 OPEN", "MISSING 4 OPEN"), library.said());
        Done.Kept found = assertInstanceOf(Done.Kept.class,
                desk.perform(project, new Deed.Found(), List.of(missing), Library.ANNA));
        assertEquals(1, found.findings());
        assertEquals(List.of("MISSING 4 OPEN"), library.said());
        assertInstanceOf(Done.Kept.class, desk.takeBack(found.back(), Library.ANNA));
        assertEquals(List.of("MISSING 2 OPEN", "MISSING 4 OPEN"), library.said());
    }

    @Test
    void something_looked_for_and_not_found_stays_open_and_says_what_to_do_next() {
        library.scan("1", "3", "5");
        Done.Kept done = library.perform(new Deed.NotFound(), library.of(Kind.MISSING, "4"));
        ListedFinding looked = library.of(Kind.MISSING, "4");
        assertTrue(looked.lookedFor());
        assertEquals(Standing.OPEN, looked.standing());
        assertTrue(looked.nextStep().contains("mark it missing"), looked.nextStep());
        assertFalse(new Deed.NotFound().fits(looked), "once is enough");
        library.takeBack(done);
        assertFalse(library.of(Kind.MISSING, "4").lookedFor());
    }

    @Test
    void a_condition_is_a_finding_with_a_step_of_its_own_and_can_be_taken_back() {
        library.scan("1", "2", "3", "4", "5", "7");
        Done.Kept done = library.perform(new Deed.Condition(DAMAGED, true), library.of(Kind.WRONG_LOCATION, "7"));
        ListedFinding damaged = library.of(Kind.CONDITION, "7");
        assertEquals("Damaged: Take it to be repaired.", damaged.nextStep());
        assertEquals(List.of("damaged"),
                library.of(Kind.WRONG_LOCATION, "7").conditions().stream().map(said -> said.code()).toList());
        library.takeBack(done);
        assertEquals(List.of("WRONG_LOCATION 7 OPEN"), library.said());
    }

    @Test
    void a_condition_that_was_there_before_is_not_taken_back_by_saying_it_again() {
        library.scan("1", "2", "3", "4", "5", "7");
        library.mark(InventoryRead.Kind.CONDITION, "damaged");
        Done.Kept again = library.perform(new Deed.Condition(DAMAGED, true), library.of(Kind.WRONG_LOCATION, "7"));
        library.takeBack(again);
        assertEquals(Standing.OPEN, library.of(Kind.CONDITION, "7").standing());
    }

    @Test
    void a_barcode_of_two_items_asks_which_and_knows_it_again_in_the_next_item_file() {
        library.add("5", "QA5 .B9", "STACKS", "AVAILABLE");
        library.scan("1", "2", "3", "4", "5");
        ListedFinding twice = library.of(Kind.DUPLICATE_BARCODE, "5");
        assertEquals(2, twice.items().size());
        Done.Kept done = library.perform(new Deed.Choose(twice.items().getLast()), twice);
        assertEquals(List.of("MISSING 5 OPEN", "DUPLICATE_BARCODE 5 SETTLED"), library.said(),
                "the other one was not read");
        library.remove("1");
        library.add("1", "QA1 .A2", "STACKS", "AVAILABLE");
        assertEquals("QA5 .A2", library.of(Kind.MISSING, "5").item().orElseThrow().callNumber());
        library.takeBack(done);
        assertEquals(List.of("DUPLICATE_BARCODE 5 OPEN"), library.said());
    }

    @Test
    void two_missing_items_with_one_barcode_are_two_findings() {
        library.add("5", "QA5 .B9", "STACKS", "AVAILABLE");
        library.scan("1", "2", "3", "4");
        List<ListedFinding> missing = library.findings().matching(one -> one.kind() == Kind.MISSING);
        assertEquals(2, missing.size());
        library.perform(HANDLED, missing.getFirst());
        assertEquals(1, library.findings().open());
    }

    @Test
    void what_was_scanned_again_and_again_is_one_finding_that_asks_for_nothing() {
        library.scan("1", "2", "2", "2", "3", "4", "5");
        assertEquals(List.of("DUPLICATE_SCAN 2 NOTED"), library.said());
        assertEquals(2, library.of(Kind.DUPLICATE_SCAN, "2").findings().size());
        assertEquals(0, library.findings().open());
    }

    @Test
    void what_does_not_fit_is_left_alone() {
        library.scan("1", "2", "3", "4", "5", "7", "99");
        ListedFinding unknown = library.of(Kind.UNKNOWN_BARCODE, "99");
        assertEquals(0, library.perform(new Deed.Found(), unknown).findings());
        assertEquals(List.of(), library.store.handlings(library.project.number()));
    }

    @Test
    void in_a_closed_project_nothing_is_done_and_a_sentence_says_why() {
        library.scan("1", "3", "5");
        ListedFinding missing = library.of(Kind.MISSING, "2");
        library.store.setClosed(library.project.number(), true, Library.ANNA);
        for (Deed deed : List.of(HANDLED, new Deed.Found(), new Deed.NotFound())) {
            Done done = library.desk.perform(library.project.number(), deed, List.of(missing), Library.ANNA);
            assertTrue(assertInstanceOf(Done.NotSaved.class, done).sentence().contains("closed"), done.toString());
        }
        assertEquals(List.of("MISSING 2 OPEN", "MISSING 4 OPEN"), library.said());
        List<String> deeds = new ArrayList<>();
        library.store.read(line -> deeds.add(line.deed()));
        assertEquals(AuditTrail.Deed.INVENTORY_CLOSED.name(), deeds.getLast());
    }

    @Test
    void is_filtered_by_kind_standing_and_words() {
        library.scan("1", "3", "5", "7", "99");
        library.perform(new Deed.Handle(State.SET_ASIDE, Optional.of("cart by the window")),
                library.of(Kind.MISSING, "2"));
        assertEquals(List.of("2"), barcodes(FindingFilter.ALL.text("WINDOW cart")));
        assertEquals(List.of("7"), barcodes(FindingFilter.ALL.text("reserve")));
        assertEquals(List.of("4", "99", "7"), barcodes(FindingFilter.TO_DO));
        assertEquals(List.of("2", "4"), barcodes(FindingFilter.ALL.kinds(Set.of(Kind.MISSING))));
        assertEquals(List.of(), barcodes(FindingFilter.TO_DO.kinds(Set.of(Kind.MISSING)).text("window")));
    }

    private List<String> barcodes(FindingFilter filter) {
        return library.findings().matching(filter).stream().map(one -> one.key().barcode().value()).toList();
    }

    private static ItemBarcode barcode(String value) {
        return new ItemBarcode(value);
    }
}
