/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFormat.UnwritableReportException;
import org.carrel.inventory.report.ReportSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Comma-separated values")
class CsvReportsTest {

    private static final ReportSettings PEOPLE = ReportSettings.standard(Samples.ZONE);
    private static final ReportSettings BARE = ReportSettings.bare(Samples.ZONE);

    private final CsvReports csv = new CsvReports();

    @Test
    @DisplayName("for people begin with the mark of UTF-8, the title and the facts")
    void for_people_begin_with_the_facts() throws IOException {
        String text = Samples.written(csv, Samples.report(Samples.section(List.of(Samples.row()))), PEOPLE);

        assertEquals("\uFEFFMissing\r\nBranch,Main Library\r\nScope,2nd floor\r\nItems as of,2026-06-30\r\n"
                + "Made,2026-07-02 00:30:15\r\nAbout people,Names of the people who scanned.\r\n\r\nMissing items\r\n"
                + "Barcode,Call number,Copies,Due,Seen\r\n"
                + "00310001,QA 76.9 .D3,-12,2026-06-30,2026-07-02 00:30:15\r\n", text);
    }

    @Test
    @DisplayName("for programs are nothing but the table")
    void for_programs_are_nothing_but_the_table() throws IOException {
        String text = Samples.written(csv, Samples.report(Samples.section(List.of(Samples.row()))), BARE);

        assertEquals(
                "Barcode,Call number,Copies,Due,Seen\r\n00310001,QA 76.9 .D3,-12,2026-06-30,2026-07-02 00:30:15\r\n",
                text);
    }

    @Test
    @DisplayName("for programs cannot hold two tables, and say so")
    void for_programs_cannot_hold_two_tables() {
        Report two = Samples.report(Samples.texts("a"), Samples.texts("b"));

        Exception refused = assertThrows(UnwritableReportException.class, () -> Samples.written(csv, two, BARE));

        assertTrue(refused.getMessage().contains("several tables"), refused.getMessage());
    }

    @Test
    @DisplayName("of no rows have their header")
    void of_no_rows_have_their_header() throws IOException {
        assertEquals("Text\r\n", Samples.written(csv, Samples.report(Samples.texts()), BARE));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "=1+1", "+31 20", "-1", "@SUM(A1)", "\t=1", "\n=1", "  =1", "\uFF1D1",
            "=HYPERLINK(\"x\")" })
    @DisplayName("protect text that a spreadsheet would run:")
    void protect_formulas(String text) throws IOException {
        assertEquals(List.of("'" + text), values(Samples.written(csv, Samples.report(Samples.texts(text)), BARE), ','));
    }

    @Test
    @DisplayName("protect titles and facts, too")
    void protect_titles_and_facts() throws IOException {
        Report report = new Report("=1", Samples.report(Samples.texts()).about(), List.of(Samples.texts()));

        assertTrue(Samples.written(csv, report, PEOPLE).startsWith("\uFEFF'=1\r\n"));
    }

    @Test
    @DisplayName("come back as they went, whatever is in them and whatever stands between them")
    void come_back_as_they_went() throws IOException {
        String[] parts = { "a", ",", ";", "\t", "\"", "\n", " ", "'", "\uD83D\uDCDA", "\u05E1\u05E4\u05E8", "<b>",
                "\\" };
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] texts = Stream.generate(() -> {
            StringBuilder text = new StringBuilder("x");
            random.ints(random.nextInt(12), 0, parts.length).forEach(part -> text.append(parts[part]));
            return text.toString();
        }).limit(300).toArray(String[]::new);

        for (char delimiter : new char[] { ',', ';', '\t' }) {
            ReportSettings settings = new ReportSettings(Samples.ZONE, false, false, delimiter);
            assertEquals(List.of(texts), values(Samples.written(csv, Samples.report(Samples.texts(texts)), settings),
                    delimiter), "seed " + seed);
        }
    }

    private static List<String> values(String text, char delimiter) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(text),
                CSVFormat.RFC4180.builder().setDelimiter(delimiter).setHeader().setSkipHeaderRecord(true).get())) {
            return parser.stream().map(line -> line.get(0)).toList();
        }
    }
}
