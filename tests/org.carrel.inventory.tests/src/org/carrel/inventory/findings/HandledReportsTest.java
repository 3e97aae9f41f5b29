/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.report.Column;
import org.carrel.inventory.report.ReportKind;
import org.carrel.inventory.report.ReportValues;
import org.carrel.inventory.report.Section;
import org.carrel.inventory.report.internal.kinds.ConditionsReport;
import org.carrel.inventory.report.internal.kinds.MissingReport;
import org.carrel.inventory.report.internal.kinds.SummaryReport;
import org.carrel.model.inventory.Handling.State;
import org.carrel.model.inventory.InventoryRead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Reports of an inventory whose findings were dealt with")
class HandledReportsTest {

    private static final ReportValues VALUES = new ReportValues(ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Library library;

    @BeforeEach
    void library() {
        library = new Library(folder).numbered(5);
        library.scan("1", "3");
        library.mark(InventoryRead.Kind.CONDITION, "damaged");
        library.scan("5");
        library.perform(new Deed.Handle(State.HANDLED, Optional.of("withdrawn")), library.of(Kind.MISSING, "2"));
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void say_of_what_is_missing_how_it_stands_and_what_was_noted_and_not_who_did() throws IOException {
        Section missing = section(new MissingReport());
        assertEquals(List.of("2 Handled withdrawn", "4 Open "), rows(missing, "barcode", "state", "note"));
        assertFalse(rows(missing, missing.columns().stream().map(Column::id).toArray(String[]::new)).toString()
                .contains("anna"));
    }

    @Test
    void list_the_conditions_of_books_with_what_to_do() throws IOException {
        assertEquals(List.of("Damaged 3 Title QA3 .A2 Damaged: Take it to be repaired. Open"),
                rows(section(new ConditionsReport()), "condition", "barcode", "title", "next", "state"));
    }

    @Test
    void count_what_is_still_to_do_of_each_kind() throws IOException {
        List<String> counts = rows(section(new SummaryReport()), "kind", "count", "open");
        assertEquals("Missing 2 1", counts.getFirst());
        assertEquals(1, counts.stream().filter("Condition 1 1"::equals).count());
    }

    private Section section(ReportKind kind) {
        return kind.of(library.compare().forReports("Main", "Autumn"), Library.NOW).sections().getFirst();
    }

    private static List<String> rows(Section section, String... columns) throws IOException {
        List<String> ids = section.columns().stream().map(Column::id).toList();
        List<String> rows = new ArrayList<>();
        section.rows().read(cells -> {
            section.check(cells);
            List<String> wanted = new ArrayList<>();
            for (String column : columns) {
                wanted.add(VALUES.text(cells.get(ids.indexOf(column))));
            }
            rows.add(String.join(" ", wanted));
        });
        return rows;
    }
}
