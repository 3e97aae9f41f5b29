/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.ItemStatus;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemSource;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The item file")
class ItemFileTest {

    @TempDir
    Path folder;

    @Test
    void is_read_by_the_names_of_its_columns() throws IOException {
        Read read = Read.rows(folder, "XYZ|MAIN|STACKS|EXHIBITION|BOOK|QA 76 .C3 1999|v.2|Carrel, A.|Of desks|Book"
                + "|12345|31 0-1*|somebody's note|ON_LOAN|2026-12-01 23:59:00|7|11/5/2026|2025-01-31|0001-01-01\n");
        ItemRecord item = read.items.getFirst();
        assertEquals("31 0-1*", item.barcode().value());
        assertEquals("Of desks", item.title());
        assertEquals("Carrel, A.", item.author());
        assertEquals("QA 76 .C3 1999", item.callNumber());
        assertEquals("v.2", item.enumeration());
        assertEquals("12345", item.oclcNumber());
        assertEquals(new ItemGroup("XYZ", "MAIN", "STACKS", "EXHIBITION", "BOOK", "Book", "ON_LOAN"), item.group());
        assertEquals(ItemStatus.ON_LOAN, item.status());
        assertEquals(Optional.of(LocalDate.of(2026, 12, 1)), item.due());
        assertEquals(7, item.issued());
        assertEquals(Optional.of(LocalDate.of(2026, 11, 5)), item.lastIssued());
        assertEquals(Optional.of(LocalDate.of(2025, 1, 31)), item.lastInventoried());
        assertEquals(Optional.empty(), item.deleted());
        assertEquals(List.of(), read.bad);
        assertFalse(item.toString().contains("somebody"), "a note was read");
    }

    @Test
    void may_have_its_columns_in_any_order_and_in_any_case_with_blanks_or_underscores() throws IOException {
        Read read = Read.of(write("items.txt",
                "BarCode|TITLE|Temp Shelving Location|holding location|Shelving Location|x\n"
                        + "1|One||MAIN|STACKS|\n"));
        assertEquals("1", read.items.getFirst().barcode().value());
        assertEquals("STACKS", read.items.getFirst().location());
        assertEquals("MAIN", read.items.getFirst().branch());
    }

    @Test
    void knows_its_ways_to_say_nothing() throws IOException {
        ItemRecord item = Read.rows(folder, "XYZ|N/A|n/a||BOOK|N/A||N/A|N/A|Book|0|1||N/A"
                + "|0001-01-01 00:00:00||N/A|0001-01-01|1/1/0001\n").items.getFirst();
        assertEquals("", item.branch() + item.location() + item.callNumber() + item.author() + item.title()
                + item.oclcNumber());
        assertEquals(ItemStatus.NOT_SAID, item.status());
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(item.due(), item.lastIssued(), item.lastInventoried(), item.deleted()));
    }

    @Test
    void has_no_quoting_so_a_quotation_mark_is_a_letter() throws IOException {
        Read read = Read.rows(folder, Read.row("1", "\"Half a quotation") + Read.row("2", "6\" nails")
                + Read.row("3", "\"Whole\""));
        assertEquals(List.of("\"Half a quotation", "6\" nails", "\"Whole\""),
                read.items.stream().map(ItemRecord::title).toList());
        assertEquals(List.of(), read.bad);
    }

    @Test
    void may_have_several_values_in_a_field() throws IOException {
        ItemRecord item = Read.rows(folder, "XYZ|MAIN|STACKS||BOOK|N/A^QA 1^QA 2||A^B|T|Book|^77^78"
                + "|1||AVAILABLE|||||\n").items.getFirst();
        assertEquals("QA 1", item.callNumber());
        assertEquals("A; B", item.author());
        assertEquals("77", item.oclcNumber());
    }

    @Test
    void of_rows_with_too_many_or_too_few_fields_tells_the_line_and_keeps_the_row() throws IOException {
        Read read = Read.rows(folder, Read.row("1", "One") + Read.row("2", "A | too many") + "cut|off\n"
                + Read.row("3", "Three"));
        assertEquals(List.of("1", "3"), read.barcodes());
        assertEquals(List.of(2L, 5L), read.lines);
        assertEquals(List.of("3 WRONG_FIELD_COUNT", "4 WRONG_FIELD_COUNT"), read.badOnes());
        assertEquals(Read.row("2", "A | too many").stripTrailing(), read.bad.getFirst().row());
        assertEquals("cut|off", read.bad.getLast().row());
    }

    @Test
    void of_rows_without_a_barcode_or_with_something_else_tells_the_line() throws IOException {
        Read read = Read.rows(folder, Read.row("", "One") + Read.row("  ", "Two") + Read.row("N/A", "Three")
                + Read.row("9".repeat(101), "Four") + Read.row("5^55", "Five"));
        assertEquals(List.of("5"), read.barcodes());
        assertEquals(List.of("2 EMPTY_BARCODE", "3 EMPTY_BARCODE", "4 EMPTY_BARCODE", "5 UNSOUND_BARCODE",
                "6 UNSOUND_BARCODE imported"), read.badOnes());
    }

    @Test
    void says_so_when_a_date_or_a_count_is_none_and_reads_the_rest() throws IOException {
        Read read = Read.rows(folder, Read.row("1", "One").replace("AVAILABLE|||", "AVAILABLE|31 Feb|often|")
                + Read.row("2", "Two").replace("AVAILABLE||", "AVAILABLE|2026-02-30|"));
        assertEquals(List.of("1", "2"), read.barcodes());
        assertEquals(List.of("2 UNREADABLE_VALUE imported", "3 UNREADABLE_VALUE imported"), read.badOnes());
    }

    @Test
    void may_be_written_on_windows_and_begin_with_a_byte_order_mark_and_not_end_with_a_line() throws IOException {
        String text = "\uFEFF" + Read.HEADER + Read.row("1", "Één") + "\n" + Read.row("2", "文").stripTrailing();
        Read read = Read.of(write("items.txt", text.replace("\n", "\r\n")));
        assertEquals(List.of("Één", "文"), read.items.stream().map(ItemRecord::title).toList());
        assertEquals(List.of(2L, 4L), read.lines);
        assertEquals(List.of(), read.bad);
    }

    @Test
    void that_is_not_utf8_is_read_with_a_remark_but_never_with_a_wrong_barcode() throws IOException {
        Path file = Files.write(folder.resolve("items.txt"),
                (Read.HEADER + Read.row("1", "caf\u00e9") + Read.row("2\u00e9", "Two"))
                        .getBytes(StandardCharsets.ISO_8859_1));
        Read read = Read.of(file);
        assertEquals(List.of("1"), read.barcodes());
        assertEquals(List.of("2 NOT_UTF8 imported", "3 UNSOUND_BARCODE", "3 NOT_UTF8"), read.badOnes());
        assertEquals(List.of(), Read.rows(folder, Read.row("1", "already \uFFFD in the file")).bad);
    }

    @Test
    void is_unpacked_whatever_its_name_says() throws IOException {
        Path file = folder.resolve("XYZ.Circulation_Item_Inventories.20260102.txt.zip");
        zip(file, "__MACOSX/._x", "junk", "items.txt", Read.HEADER + Read.row("1", "One"));
        assertEquals(List.of("1"), Read.of(file).barcodes());
        Path renamed = Files.move(file, folder.resolve("items.txt"));
        assertEquals(List.of("1"), Read.of(renamed).barcodes());
    }

    @Test
    void tells_its_day_by_its_name_or_else_by_its_last_change() throws IOException {
        Path named = write("XYZ.Circulation_Item_Inventories.20260102.txt", Read.HEADER);
        Path other = write("items-20269999.txt", Read.HEADER);
        Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2026-03-04T23:30:00Z")));
        assertEquals(LocalDate.of(2026, 1, 2), open(named).asOf());
        assertEquals(LocalDate.of(2026, 3, 5), open(other).asOf());
        assertEquals("items-20269999.txt", open(other).name());
    }

    @Test
    void tells_how_far_it_is_and_ends_when_nobody_wants_more() throws IOException {
        StringBuilder rows = new StringBuilder(Read.HEADER);
        for (int i = 0; i < 50_000; i++) {
            rows.append(Read.row(Integer.toString(i), "Title"));
        }
        Path file = write("items.txt", rows.toString());
        Read whole = Read.of(file);
        assertEquals(50_000, whole.items.size());
        assertEquals(Files.size(file), whole.lastRead);
        assertEquals(Files.size(file), whole.lastTotal);
        assertTrue(whole.asked > 20, "asked " + whole.asked);
        Read stopped = new Read() {
            @Override
            public boolean goOn(long read, long total) {
                super.goOn(read, total);
                return items.size() < 3_000;
            }
        };
        open(file).read(stopped);
        assertTrue(stopped.items.size() >= 3_000 && stopped.items.size() <= 5_000, "read " + stopped.items.size());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "no header at all\n1|2\n", "Title|Item_Call_Number\nx|y\n", "Item_Barcode|x\n1|2\n",
            "Item_Barcode|Barcode|Title\n1|2|3\n" })
    void that_is_none_is_refused_with_a_sentence(String text) throws IOException {
        Path file = write("items.txt", text);
        UnreadableItemFileException refused = assertThrows(UnreadableItemFileException.class, () -> Read.of(file));
        assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
    }

    @Test
    void that_is_not_there_is_refused_with_a_sentence() {
        UnreadableItemFileException refused = assertThrows(UnreadableItemFileException.class,
                () -> open(folder.resolve("nowhere.txt")));
        assertTrue(refused.getMessage().contains("nowhere.txt"), refused.getMessage());
    }

    private static ItemSource open(Path file) throws IOException {
        return ItemFile.open(file, new Layout.Wms(), Read.ZONE);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    static void zip(Path file, String... namesAndTexts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
