/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.xlsx.internal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFormat.UnwritableReportException;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.inventory.report.Section;
import org.carrel.inventory.xlsx.internal.SheetXml.Found;
import org.carrel.inventory.xlsx.internal.SheetXml.Sheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A workbook")
class XlsxReportsTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("begins with a sheet of facts, and has one for each section")
    void begins_with_a_sheet_of_facts() throws IOException {
        Map<String, Sheet> sheets = SheetXml.read(Books.write(folder, Books.report(Books.section("Missing", List.of()),
                Books.texts("Unknown"))));

        assertEquals(List.of("About this report", "Missing", "Unknown"), List.copyOf(sheets.keySet()));
        Map<String, Found> facts = sheets.get("About this report").cells();
        assertEquals("Missing", facts.get("A1").value());
        assertEquals("Main Library", facts.get("B3").value());
        assertEquals("2nd floor", facts.get("B4").value());
        assertEquals(new Found("n", "46203.0", "yyyy-mm-dd"), facts.get("B5"), "the day of the item file");
        assertTrue(facts.get("B7").value().contains("nothing about people"), facts.toString());
    }

    @Test
    @DisplayName("has values that are what they say: text, numbers, days, moments in the branch's time")
    void has_values_that_are_what_they_say() throws IOException {
        Map<String, Found> cells = sheet(Books.section("Missing", List.of(
                List.of(Cell.of("00310001"), Cell.of("QA 76.9 .D3"), Cell.of(12), Cell.of(LocalDate.of(2026, 6, 30)),
                        Cell.of(Books.MADE)),
                List.of(Cell.of("31000000000017"), Cell.EMPTY, new Cell.Amount(new BigDecimal("-2.5")),
                        Cell.of(LocalDate.of(1900, 3, 1)), Cell.of(Instant.parse("2026-01-01T11:00:00Z"))))))
                .cells();

        assertAll(() -> assertEquals(new Found("inlineStr", "00310001", ""), cells.get("A2")),
                () -> assertEquals(new Found("inlineStr", "QA 76.9 .D3", ""), cells.get("B2")),
                () -> assertEquals(new Found("n", "12", ""), cells.get("C2")),
                () -> assertEquals(new Found("n", "46203.0", "yyyy-mm-dd"), cells.get("D2")),
                () -> assertEquals("yyyy-mm-dd hh:mm:ss", cells.get("E2").format()),
                // 2 July 2026, 00:30:15: two hours later than in Greenwich.
                () -> assertEquals(46205 + 1815 / 86400.0, Double.parseDouble(cells.get("E2").value()), 1e-9),
                () -> assertEquals("31000000000017", cells.get("A3").value()),
                () -> assertFalse(cells.containsKey("B3"), "nothing is known, so there is no cell"),
                () -> assertEquals(new Found("n", "-2.5", ""), cells.get("C3")),
                () -> assertEquals("61.0", cells.get("D3").value()),
                () -> assertEquals(46023.5, Double.parseDouble(cells.get("E3").value()), 1e-9));
    }

    @Test
    @DisplayName("keeps as text what Excel has no number for: days that it counts wrongly, and more than 15 digits")
    void keeps_as_text_what_excel_has_no_number_for() throws IOException {
        Map<String, Found> cells = sheet(Books.section("Missing",
                List.of(List.of(Cell.EMPTY, Cell.EMPTY, Cell.of(1234567890123456789L),
                        Cell.of(LocalDate.of(1900, 2, 28)), Cell.of(Instant.parse("0850-01-01T00:00:00Z"))))))
                .cells();

        assertEquals(new Found("inlineStr", "1234567890123456789", ""), cells.get("C2"));
        assertEquals(new Found("inlineStr", "1900-02-28", ""), cells.get("D2"));
        assertTrue(cells.get("E2").value().startsWith("0850-01-01"), cells.toString());
    }

    @Test
    @DisplayName("has filters over all rows, a header that stays and is printed on each page, and widths")
    void has_filters_and_a_header_that_stays() throws IOException {
        Path file = Books.write(folder, Books.report(Books.section("Missing", rows(3))));
        Sheet sheet = SheetXml.read(file).get("Missing");

        assertTrue(sheet.elements().contains("autoFilter ref=A1:E4"), sheet.elements().toString());
        assertTrue(sheet.elements().stream().anyMatch(one -> one.startsWith("pane ") && one.contains("ySplit=1")
                && one.contains("state=frozen")), sheet.elements().toString());
        assertEquals(List.of("17.0", "25.0", "10.0", "13.0", "21.0"), sheet.elements().stream()
                .filter(one -> one.startsWith("col ")).map(one -> one.replaceAll(".* width=([0-9.]+).*", "$1"))
                .toList());
    }

    @Test
    @DisplayName("of no rows has its header, and filters over it")
    void of_no_rows_has_its_header() throws IOException {
        Sheet sheet = sheet(Books.section("Missing", List.of()));

        assertEquals(List.of("Barcode", "Call number", "Copies", "Due", "Seen"),
                sheet.cells().values().stream().map(Found::value).toList());
        assertTrue(sheet.elements().contains("autoFilter ref=A1:E1"), sheet.elements().toString());
    }

    @Test
    @DisplayName("holds any text as text: no formula, no markup, nothing that Office Open XML would decode")
    void holds_any_text_as_text() throws IOException {
        String[] texts = { "=HYPERLINK(\"http://example.org\";\"x\")", "+1", "-1", "@SUM(A1)",
                "<b>&amp;</b> \"quoted\"'",
                "_x0041_ and _x000D_", "emoji \uD83D\uDCDA\uD83D\uDC69\u200D\uD83D\uDD2C",
                "\u05E1\u05E4\u05E8 \u0643\u062A\u0627\u0628",
                "line\nfeed\tand tab", "]]>" };
        Sheet sheet = sheet(Books.texts("Texts", texts));

        assertFalse(sheet.elements().stream().anyMatch(one -> one.startsWith("f ") || one.equals("f")), "a formula");
        for (int i = 0; i < texts.length; i++) {
            Found found = sheet.cells().get("A" + (i + 2));
            assertEquals("inlineStr", found.type());
            assertEquals(texts[i], decoded(found.value()));
        }
        assertEquals("_x005F_x0041_ and _x005F_x000D_", sheet.cells().get("A7").value());
    }

    @Test
    @DisplayName("shows what cannot be in a file as a replacement, instead of leaving it out")
    void shows_what_cannot_be_in_a_file() throws IOException {
        Sheet sheet = sheet(Books.texts("Texts", "a\u0000b\u001Fc\u0085d\uFFFEe\uD83Df\uDCDAg"));

        assertEquals("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg", sheet.cells().get("A2").value());
    }

    @Test
    @DisplayName("shortens text that is too long for a cell, says so there, and keeps pairs together")
    void shortens_text_that_is_too_long() throws IOException {
        String longest = "x".repeat(SheetCells.LONGEST_TEXT);
        String tooLong = "\uD83D\uDCDA".repeat(20_000);
        Sheet sheet = sheet(Books.texts("Texts", longest, longest + "y", tooLong, "x" + tooLong));

        assertEquals(longest, sheet.cells().get("A2").value());
        for (String at : List.of("A3", "A4", "A5")) {
            String value = sheet.cells().get(at).value();
            assertTrue(value.length() <= SheetCells.LONGEST_TEXT, at);
            assertTrue(value.endsWith(" characters)"), at);
            assertFalse(value.contains("\uFFFD"), at);
        }
    }

    @Test
    @DisplayName("gives sheets names that Excel accepts, each once")
    void gives_sheets_names_that_excel_accepts() throws IOException {
        String longName = "A name that is much longer than 31 characters";
        Map<String, Sheet> sheets = SheetXml.read(Books.write(folder,
                Books.report(Books.texts(longName), Books.texts(longName.toUpperCase(java.util.Locale.ROOT)),
                        Books.texts("a/b:c[d]'e'"), Books.texts("History"), Books.texts(" "))));

        assertEquals(List.of("About this report", "A name that is much longer than", "A NAME THAT IS MUCH LONGER (2)",
                "a-b-c-d-\u2019e\u2019", "History (2)", "-"), List.copyOf(sheets.keySet()));
    }

    @Test
    @DisplayName("continues on another sheet when one is full")
    void continues_on_another_sheet() throws IOException {
        Map<String, Sheet> sheets = SheetXml.read(
                Books.write(folder, Books.report(Books.section("Missing", rows(23))), new XlsxReports(11)));

        assertEquals(List.of("About this report", "Missing", "Missing (2)", "Missing (3)"),
                List.copyOf(sheets.keySet()));
        assertEquals(List.of(11, 11, 4), sheets.values().stream().skip(1).map(Sheet::rows).toList());
        assertEquals("Barcode", sheets.get("Missing (3)").cells().get("A1").value());
        assertEquals("31000022", sheets.get("Missing (3)").cells().get("A4").value());
    }

    @Test
    @DisplayName("holds more rows than a sheet of Excel can, without holding them in memory")
    void holds_more_rows_than_a_sheet_can() throws IOException {
        int rows = SheetWriter.MOST_ROWS + 5;
        List<Cell> row = List.of(Cell.of("x"));
        Section many = Books.texts("Texts").with(sink -> {
            for (int i = 0; i < rows; i++) {
                sink.row(row);
            }
        });
        Path file = Books.write(folder, Books.report(many));

        assertEquals(List.of(6, SheetWriter.MOST_ROWS, 7),
                List.of(SheetXml.rows(file, 1), SheetXml.rows(file, 2), SheetXml.rows(file, 3)));
    }

    @Test
    @DisplayName("is refused in a sentence when a section has more columns than a sheet can")
    void is_refused_for_too_many_columns() {
        List<Column> columns = IntStream.rangeClosed(0, SheetWriter.MOST_COLUMNS)
                .mapToObj(i -> new Column("c" + i, "C", Column.Type.TEXT, 5)).toList();
        Report report = Books.report(new Section("wide", "Wide", columns, 0, Section.Rows.of(List.of())));

        Exception refused = assertThrows(UnwritableReportException.class,
                () -> new XlsxReports().write(report, ReportSettings.standard(Books.ZONE),
                        OutputStream.nullOutputStream()));

        assertTrue(refused.getMessage().contains("Wide"), refused.getMessage());
    }

    private Sheet sheet(Section section) throws IOException {
        return SheetXml.read(Books.write(folder, Books.report(section))).values().stream().skip(1).findFirst()
                .orElseThrow();
    }

    private static List<List<Cell>> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> List.of(Cell.of("310000" + (i < 10 ? "0" : "") + i), Cell.of("QA " + i), Cell.of(i),
                        Cell.of(LocalDate.of(2026, 1, 1).plusDays(i)), Cell.of(Books.MADE.plusSeconds(i))))
                .toList();
    }

    private static String decoded(String text) {
        return text.replace("_x005F_", "_");
    }
}
