/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.xlsx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.ReportValues;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Skipped, by its name, where LibreOffice is not installed (Debian: {@code libreoffice-calc}). */
@DisplayName("LibreOffice")
class LibreOfficeTest {

    private static final long PATIENCE_SECONDS = 300;
    /** Commas, quotes, UTF-8, values as shown, every sheet to a file of its own. */
    private static final String TO_CSV = "csv:Text - txt - csv (StarCalc)"
            + ":44,34,76,1,,0,false,true,false,false,false,-1";
    private static final String[] PARTS = { "QA 76.9", ".D3", "\u00E9\u00FC", "\uD83D\uDCDA", "\u05E1\u05E4\u05E8",
            "=1+1",
            "<i>", "&amp;", "_x0041_", "0012", "'", "\"", "," };

    @TempDir
    private Path folder;

    @Test
    @DisplayName("gives the same cells")
    void gives_the_same_cells() throws IOException, InterruptedException {
        Optional<Path> office = office();
        assumeTrue(office.isPresent(), "LibreOffice is not installed");
        long seed = System.nanoTime();
        List<List<Cell>> rows = rows(new Random(seed));
        Path file = Books.write(folder, Books.report(Books.section("Missing", rows), Books.section("None", List.of())));

        convert(office.get(), file);

        ReportValues values = new ReportValues(Books.ZONE);
        List<List<String>> expected = new ArrayList<>();
        expected.add(List.of("Barcode", "Call number", "Copies", "Due", "Seen"));
        rows.forEach(row -> expected.add(row.stream().map(values::text).toList()));
        List<List<String>> seen = csv(folder.resolve("report-Missing.csv"));
        assertEquals(expected.size(), seen.size(), "rows; seed " + seed);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), seen.get(i), "row " + i + "; seed " + seed);
        }
        assertEquals(expected.subList(0, 1), csv(folder.resolve("report-None.csv")), "no rows");
        List<List<String>> facts = csv(folder.resolve("report-About this report.csv"));
        assertTrue(facts.contains(List.of("Items as of", "2026-06-30")), facts.toString());
        assertTrue(facts.contains(List.of("Made", "2026-07-02 00:30:15")), facts.toString());
    }

    private static List<List<Cell>> rows(Random random) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(List.of(Cell.of(String.format("%014d", random.nextLong(100_000_000_000L))), Cell.of(text(random)),
                    Cell.of(random.nextInt(-1000, 100_000)),
                    random.nextInt(5) == 0 ? Cell.EMPTY
                            : Cell.of(LocalDate.of(1950, 1, 1).plusDays(random.nextInt(40_000))),
                    Cell.of(Books.MADE.minusSeconds(random.nextInt(900_000_000)))));
        }
        return rows;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(1, 5); n > 0; n--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }

    private void convert(Path office, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(office.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--norestore",
                "--convert-to",
                TO_CSV, "--outdir", folder.toString(), file.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.out").toFile()).start();
        try {
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "LibreOffice does not end");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        assertEquals(0, process.exitValue(), () -> "LibreOffice ended badly: " + said());
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("office.out"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<List<String>> csv(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(file, java.nio.charset.StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            return parser.stream().map(line -> line.stream().toList()).toList();
        }
    }

    private static Optional<Path> office() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(one -> !one.isEmpty())
                .flatMap(one -> Stream.of(Path.of(one, "soffice"), Path.of(one, "libreoffice")))
                .filter(Files::isExecutable).findFirst();
    }
}
