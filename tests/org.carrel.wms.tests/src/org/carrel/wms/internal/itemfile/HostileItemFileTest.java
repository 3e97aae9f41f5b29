/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemSource.Reason;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An item file that was made to break things")
class HostileItemFileTest {

    private static final int HUGE = 100 << 20;

    @TempDir
    Path folder;

    @Test
    void with_a_line_of_100_megabytes_loses_that_line_only() throws IOException {
        Path file = folder.resolve("items.txt");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out, Read.HEADER + Read.row("1", "One"));
            letters(out, HUGE);
            write(out, "\n" + Read.row("2", "Two"));
        }
        Read read = Read.of(file);
        assertEquals(List.of("1", "2"), read.barcodes());
        assertEquals(List.of(2L, 4L), read.lines);
        assertEquals(List.of("3 TOO_LONG"), read.badOnes());
        assertTrue(read.bad.getFirst().row().length() <= 4_000);
        assertTrue(read.asked > 100, "could not have been stopped");
    }

    @Test
    void without_any_line_is_refused() throws IOException {
        Path file = folder.resolve("items.txt");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            letters(out, HUGE);
        }
        assertThrows(UnreadableItemFileException.class, () -> Read.of(file));
        assertThrows(UnreadableItemFileException.class, () -> Read.of(file, new Layout.Csv(',', Map.of())));
    }

    @Test
    void whose_longest_lines_end_just_where_the_buffer_does_is_read_in_full() throws IOException {
        for (int length = Lines.LONGEST - 3; length <= Lines.LONGEST + 3; length++) {
            String row = Read.row("1", "T");
            String filled = Read.row("1", "T".repeat(length - row.length() + 2));
            assertEquals(length, filled.length() - 1);
            Read read = Read.rows(folder, (filled + Read.row("2", "Two")).repeat(9));
            boolean fits = length <= Lines.LONGEST;
            assertEquals(fits ? 18 : 9, read.items.size(), "lines of " + length);
            assertEquals(fits ? 0 : 9, read.bad.size(), "lines of " + length);
        }
    }

    @Test
    void with_control_characters_loses_those_rows_only() throws IOException {
        Read read = Read.rows(folder, Read.row("1\0", "One") + Read.row("2", "T\0wo") + "\0\0\0\n"
                + Read.row("4", "Four") + Read.row("5", "car\rriage") + Read.row("6", "a\ttab"));
        assertEquals(List.of("4", "6"), read.barcodes());
        assertEquals(List.of("2 CONTROL_CHARACTERS", "3 CONTROL_CHARACTERS", "4 CONTROL_CHARACTERS",
                "6 CONTROL_CHARACTERS"), read.badOnes());
    }

    @Test
    void with_200_columns_is_refused_and_a_row_of_200_fields_is_a_bad_row() throws IOException {
        Path file = Files.writeString(folder.resolve("wide.txt"), "Item_Barcode|Title" + "|x".repeat(198) + "\n");
        UnreadableItemFileException refused = assertThrows(UnreadableItemFileException.class, () -> Read.of(file));
        assertTrue(refused.getMessage().contains("200"), refused.getMessage());
        Read read = Read.rows(folder, "1|".repeat(199) + "1\n" + Read.row("2", "Two"));
        assertEquals(List.of("2"), read.barcodes());
        assertEquals(List.of("2 WRONG_FIELD_COUNT"), read.badOnes());
    }

    @Test
    void that_unpacks_to_far_more_than_it_is_is_refused_early() throws IOException {
        Path file = folder.resolve("items.zip");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.putNextEntry(new ZipEntry("items.txt"));
            write(zip, Read.HEADER);
            byte[] same = Read.row("1", "One").repeat(1_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1_500; i++) {
                zip.write(same);
            }
        }
        Read read = new Read() {
            @Override
            public void item(long line, ItemRecord item) {
                lines.add(line);
            }
        };
        UnreadableItemFileException refused = assertThrows(UnreadableItemFileException.class,
                () -> ItemFile.open(file, new Layout.Wms(), Read.ZONE).read(read));
        assertTrue(refused.getMessage().contains("items.zip"), refused.getMessage());
        assertTrue(read.lines.size() < 1_000_000, "read " + read.lines.size() + " rows of it");
    }

    @Test
    void that_is_an_archive_of_several_files_or_of_none_is_refused() throws IOException {
        Path several = folder.resolve("several.zip");
        ItemFileTest.zip(several, "a.txt", Read.HEADER + Read.row("1", "One"), "b.txt", Read.HEADER);
        assertThrows(UnreadableItemFileException.class, () -> Read.of(several));
        Path none = folder.resolve("none.zip");
        ItemFileTest.zip(none, "folder/", "");
        assertThrows(UnreadableItemFileException.class, () -> Read.of(none));
    }

    @Test
    void that_is_an_archive_cut_off_or_changed_anywhere_is_never_taken_for_a_shorter_one() throws IOException {
        Path file = folder.resolve("items.zip");
        ItemFileTest.zip(file, "items.txt", Read.HEADER + Read.row("1", "One") + Read.row("2", "Two"));
        byte[] whole = Files.readAllBytes(file);
        int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        for (int length = 4; length < directory; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            Read read = new Read();
            try {
                ItemFile.open(file, new Layout.Wms(), Read.ZONE).read(read);
            } catch (UnreadableItemFileException expected) {
                continue;
            }
            assertEquals(List.of("1", "2"), read.barcodes(), "cut off at " + length);
        }
    }

    @Test
    void by_chance_ends_every_row_as_an_item_or_as_a_bad_row() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "|||\n\n\r\0\"^ aé文/-0123456789N";
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(3_000);
            for (int i = 0; i < length; i++) {
                text.append(random.nextInt(40) == 0 ? Read.row("7", "Seven")
                        : String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))));
            }
            byte[] bytes = (Read.HEADER + text).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 10; i++) {
                int at = Read.HEADER.length() + random.nextInt(Math.max(1, bytes.length - Read.HEADER.length()));
                if (at < bytes.length && bytes[at] != '\n') {
                    bytes[at] = (byte) (random.nextInt(254) - 127) == '\n' ? 0 : (byte) 0xC3;
                }
            }
            Read read = Read.of(Files.write(folder.resolve("items.txt"), bytes));
            long rows = rows(bytes);
            long ended = read.items.size() + read.bad.stream().filter(row -> !row.imported())
                    .map(row -> row.line()).distinct().count();
            assertEquals(rows, ended, "seed " + seed + ", round " + round);
            assertTrue(read.bad.stream().noneMatch(row -> row.reason() == Reason.DUPLICATE_BARCODE));
        }
    }

    /** How many lines behind the first have anything on them. */
    private static long rows(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return Arrays.stream(text.split("\n")).skip(1).filter(line -> !line.isEmpty() && !line.equals("\r")).count();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void letters(OutputStream out, int count) throws IOException {
        byte[] block = "abcdefgh".repeat(1 << 10).getBytes(StandardCharsets.UTF_8);
        for (int written = 0; written < count; written += block.length) {
            out.write(block);
        }
    }
}
