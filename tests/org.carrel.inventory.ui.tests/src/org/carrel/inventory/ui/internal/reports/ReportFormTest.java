/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.inventory.ui.internal.reports.ReportForm.Choice;
import org.carrel.inventory.ui.internal.reports.ReportForm.Judged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Asking for a report")
class ReportFormTest {

    @TempDir
    private Path home;
    private ReportForm form;

    private record Format(String id, String name, String ending) implements ReportFormat {

        @Override
        public void write(Report report, ReportSettings settings, OutputStream out) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void make() {
        form = new ReportForm(List.of(new Choice("missing", "Missing"), new Choice("summary", "Summary")),
                List.of(new Format("csv", "Text", "csv"), new Format("xlsx", "Excel", "xlsx")),
                "Stacks: 2/3 & more", home, LocalDate.of(2026, 11, 15), ReportSettings.standard(ZoneOffset.UTC));
    }

    private Judged.Sound sound() {
        return assertInstanceOf(Judged.Sound.class, form.judge());
    }

    @Test
    void suggests_excel_and_a_name_that_every_system_takes() {
        assertEquals(home.resolve("Stacks-2-3-more-missing-2026-11-15.xlsx").toString(), form.file());
        assertEquals("xlsx", sound().to().format());
        assertFalse(sound().exists());
    }

    @Test
    void suggests_another_name_for_another_report() {
        form.chooseKind(1);
        form.chooseFormat(0);
        assertEquals(home.resolve("Stacks-2-3-more-summary-2026-11-15.csv").toString(), form.file());
        assertEquals("summary", sound().kind());
    }

    @Test
    void keeps_the_name_that_somebody_chose_but_for_its_ending() {
        String mine = home.resolve("for Jo.xlsx").toString();
        form.write(mine);
        form.chooseKind(1);
        assertEquals(mine, form.file());
        form.chooseFormat(0);
        assertEquals(home.resolve("for Jo.csv").toString(), form.file());
    }

    @Test
    void says_when_a_file_would_be_replaced() throws IOException {
        Files.createFile(Path.of(form.file()));
        assertTrue(sound().exists());
    }

    @Test
    void wants_a_folder_that_is_there_and_a_name() {
        form.write("");
        assertEquals("Say where to write it: a folder and a name.",
                assertInstanceOf(Judged.Unsound.class, form.judge()).sentence());
        form.write("report.xlsx");
        assertInstanceOf(Judged.Unsound.class, form.judge());
        form.write(home.resolve("nowhere").resolve("report.xlsx").toString());
        assertTrue(assertInstanceOf(Judged.Unsound.class, form.judge()).sentence().startsWith("There is no folder"));
        form.write(home.toString());
        assertTrue(assertInstanceOf(Judged.Unsound.class, form.judge()).sentence().contains("is a folder"));
        form.write("\u0000");
        assertInstanceOf(Judged.Unsound.class, form.judge());
    }
}
