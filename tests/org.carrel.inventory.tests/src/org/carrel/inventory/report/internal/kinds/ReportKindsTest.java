/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportKind;
import org.carrel.inventory.report.ReportValues;
import org.carrel.inventory.report.Section;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The reports of an inventory")
class ReportKindsTest {

    private static final Instant MADE = Instant.parse("2026-11-22T12:00:00Z");
    private static final ReportValues VALUES = new ReportValues(ZoneOffset.UTC);

    private final InventoryResults results = Inventories.withOneOfEverything();

    static List<ReportKind> kinds() {
        return List.of(new SummaryReport(), new MissingReport(), new MisplacedReport(), new UnknownReport(),
                new StatusReport(), new ConditionsReport(), new PeopleReport());
    }

    @Test
    @DisplayName("say what is missing in shelf order, numbered, with room for a pencil")
    void say_what_is_missing_in_shelf_order() throws IOException {
        Report report = new MissingReport().of(results, MADE);

        assertEquals(List.of(
                List.of("1", "STACKS", "QA3 .A2 v.1", "Title 3", "3", "Author 3", "2025-03-01", "", "", "Open",
                        ""),
                List.of("2", "STACKS", "QA5 .A2 v.1", "Title 5", "5", "Author 5", "2025-03-01", "", "", "Open",
                        "")),
                rows(report.sections().getFirst()));
    }

    @Test
    @DisplayName("say of each misplaced book where it belongs and how to find it, in the order of reading")
    void say_where_each_misplaced_book_belongs() throws IOException {
        List<List<String>> rows = rows(new MisplacedReport().of(results, MADE).sections().getFirst());

        assertEquals(List.of("8", "11", "12", "13"), column(rows, 4));
        assertEquals(List.of("Misplaced", "Wrong location", "Wrong branch", "Out of range"), column(rows, 0));
        assertEquals("Between QA7 .A2 v.1 (Title 7) and QA9 .A2 v.1 (Title 9)", rows.get(0).get(5));
        assertEquals("In RESERVE", rows.get(1).get(5));
        assertEquals("In the branch EAST, STACKS", rows.get(2).get(5));
        assertTrue(rows.get(3).get(5).startsWith("Elsewhere in STACKS"), rows.get(3).toString());
        assertEquals("", rows.get(0).get(6), "the first of its stretch");
        assertEquals("QA10 .A2 v.1 (Title 10)", rows.get(1).get(6));
        assertEquals("2026-11-20 09:00:00", rows.get(0).get(7));
    }

    @Test
    @DisplayName("say which barcodes stand for no item or for several, and what they stand behind")
    void say_which_barcodes_are_unknown() throws IOException {
        List<List<String>> rows = rows(new UnknownReport().of(results, MADE).sections().getFirst());

        assertEquals(List.of("99", "14"), column(rows, 0));
        assertEquals(List.of("Unknown barcode", "Duplicate barcode"), column(rows, 1));
        assertEquals(List.of("QA4 .A2 v.1 (Title 4)", "Z99 .A2 v.1 (Title 13)"), column(rows, 2));
    }

    @Test
    @DisplayName("say what is here and should not be")
    void say_what_is_here_and_should_not_be() throws IOException {
        List<List<String>> rows = rows(new StatusReport().of(results, MADE).sections().getFirst());

        assertEquals(1, rows.size());
        assertEquals(
                List.of("STACKS", "QA10 .A2 v.1", "Title 10", "10", "ON_LOAN", "2026-12-24", "2026-11-20 09:01:40"),
                rows.get(0).subList(0, 7));
    }

    @Test
    @DisplayName("count findings by kind, and items by shelving location")
    void count_findings_and_items() throws IOException {
        Report report = new SummaryReport().of(results, MADE);

        List<List<String>> findings = rows(report.sections().get(0));
        assertEquals(List.of("Missing 2", "Unknown barcode 1", "Not cataloged 0", "Misplaced 1", "Out of range 1",
                "Wrong location 1", "Wrong branch 1", "Wrong status 1", "Duplicate barcode 1", "Condition 0",
                "Scanned twice 1"),
                findings.stream().map(row -> row.get(0) + " " + row.get(1)).toList());
        // 9 + the one on loan + the two with one barcode; not the one outside of the range.
        assertEquals(List.of(List.of("STACKS", "12", "11", "8", "2")), rows(report.sections().get(1)));
    }

    @Test
    @DisplayName("say what each person did, and that this is about people")
    void say_what_each_person_did() throws IOException {
        Report report = new PeopleReport().of(results, MADE);

        assertEquals(List.of(List.of("anna", "8", "0", "2", "2026-11-20 09:00:00", "2026-11-20 09:00:07"),
                List.of("ben", "6", "1", "5", "2026-11-20 09:01:40", "2026-11-20 09:01:45")),
                rows(report.sections().getFirst()));
        assertTrue(report.about().personalData().isPresent());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("say of what and of when they are, and name nobody unless they say so")
    void say_of_what_and_of_when_they_are(ReportKind kind) throws IOException {
        Report report = kind.of(results, MADE);

        assertEquals(Optional.of(LocalDate.of(2026, 11, 15)), report.about().snapshotOf());
        assertEquals(MADE, report.about().madeAt());
        assertEquals("Branch MAIN; shelving locations STACKS; call numbers from QA1 to QA50", report.about().scope());
        String all = report.facts().toString();
        for (Section section : report.sections()) {
            all += rows(section);
        }
        assertTrue(all.contains("Autumn"), all);
        assertEquals(report.about().personalData().isPresent(), all.contains("anna") || all.contains("ben"), all);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("can be made of nothing, and read twice")
    void can_be_made_of_nothing(ReportKind kind) throws IOException {
        Report empty = kind.of(Inventories.ofNothing(), MADE);
        for (Section section : empty.sections()) {
            assertEquals(rows(section), rows(section));
        }
        if (!kind.id().equals("summary")) {
            assertEquals(List.of(), rows(empty.sections().getFirst()));
        }
        assertFalse(empty.title().isBlank());
    }

    @Test
    @DisplayName("have ids of their own")
    void have_ids_of_their_own() {
        Set<String> ids = new HashSet<>(kinds().stream().map(ReportKind::id).toList());

        assertEquals(Set.of("summary", "missing", "misplaced", "unknown", "status", "conditions", "people"), ids);
    }

    private static List<List<String>> rows(Section section) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        section.rows().read(cells -> {
            section.check(cells);
            rows.add(cells.stream().map(VALUES::text).toList());
        });
        return rows;
    }

    private static List<String> column(List<List<String>> rows, int column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }
}
