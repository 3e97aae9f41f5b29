/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file that somebody chose")
class PlainFileTest {

    @TempDir
    Path folder;

    @Test
    void holds_the_text_and_nothing_of_what_was_there() throws IOException {
        Path file = Files.writeString(folder.resolve("sheet.txt"), "x".repeat(10_000));
        assertTrue(PlainFile.write(file, "Größe").contains("Written"));
        assertEquals("Größe", Files.readString(file));
    }

    @Test
    void that_cannot_be_written_is_said_with_the_reason() {
        String said = PlainFile.write(folder.resolve("nowhere").resolve("sheet.txt"), "text");
        assertTrue(said.contains("could not be written") && said.contains("another folder"), said);
    }

    @Test
    void for_support_names_no_barcode_no_name_and_no_address() throws IOException {
        try (Workstation desk = new Workstation(folder, new BenchDriver("bench"))) {
            desk.connected("left", "Scanner of Mrs Example", "bench");
            desk.scanners().accept("left", Workstation.PATRON.getBytes(StandardCharsets.US_ASCII));
            String text = desk.scanners().diagnostics();
            for (String personal : new String[] { "Mrs Example", "somewhere", Workstation.PATRON }) {
                assertFalse(text.contains(personal), text);
            }
            assertTrue(text.contains("reads = 1"), text);
            assertTrue(DiagnosticsExport.statement(desk.scanners()).contains("no barcode"));
        }
    }
}
