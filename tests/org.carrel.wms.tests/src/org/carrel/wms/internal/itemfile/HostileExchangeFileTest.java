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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.carrel.model.port.ItemFiles.Choices;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemSource.Reason;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file of another system that was made to break things")
class HostileExchangeFileTest {

    private static final int HUGE = 100 << 20;
    private static final Layout MARC = new Layout.Marc(false, Optional.empty(), Map.of());
    private static final Layout XML = new Layout.Marc(true, Optional.empty(), Map.of());
    private static final Layout CSV = new Layout.Csv(',', Map.of());
    private static final Layout UNQUOTED = new Layout.Csv('\t', false, "windows-1252", Map.of());

    @TempDir
    Path folder;

    @Test
    void with_a_record_of_100_megabytes_loses_that_record_only() throws IOException {
        Path file = folder.resolve("items.mrc");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(book(1));
            fill(out, 'x');
            out.write(0x1D);
            out.write(book(2));
        }
        Read read = Read.of(file, MARC);
        assertEquals(List.of("1", "2"), read.barcodes());
        assertEquals(List.of("2 TOO_LONG"), read.badOnes());
        assertTrue(read.bad.getFirst().row().length() <= 4_000);
        assertTrue(read.asked > 100, "could not have been stopped");
    }

    @Test
    void of_100_megabytes_without_an_end_is_refused_or_read_past_in_little_memory() throws IOException {
        Path file = folder.resolve("items.txt");
        for (String begin : List.of("<collection><record><datafield tag=\"245\"><subfield code=\"a\">", "<collection><",
                "<collection><record a=\"", "<collection><!-- ", "Barcode,Title\n1,\"", "Barcode,Title\n1,",
                "00000nam a2200000 a 4500")) {
            for (char letter : new char[] { 'x', '\0' }) {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    out.write(begin.getBytes(StandardCharsets.UTF_8));
                    fill(out, letter);
                }
                Layout layout = begin.startsWith("<") ? XML : begin.startsWith("B") ? CSV : MARC;
                Read read = new Read();
                try {
                    ItemFile.open(file, layout, Read.ZONE).read(read);
                } catch (UnreadableItemFileException refused) {
                    assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
                }
                assertEquals(List.of(), read.items, begin);
            }
        }
    }

    @Test
    void that_was_cut_off_anywhere_gives_the_whole_records_and_tells_of_the_rest() throws IOException {
        byte[] all = Marc.joined(book(1), book(2), book(3));
        int length = book(1).length;
        for (int cut = 1; cut < all.length; cut++) {
            Path file = Files.write(folder.resolve("items.mrc"), Arrays.copyOf(all, cut));
            Read read = Read.of(file, MARC);
            // Without the very last byte nothing of a record is missing.
            int whole = (cut + 1) / length;
            assertEquals(whole, read.items.size(), "cut at " + cut);
            boolean rest = cut % length != 0 && (cut + 1) % length != 0;
            assertEquals(rest ? List.of(whole + 1 + " DAMAGED_RECORD") : List.of(), read.badOnes(), "cut at " + cut);
        }
        String xml = "<collection>" + Marc.xml("00000nam a2200000 a 4500", "245 00$aOne", "852 0#$p1").strip()
                + "</collection>";
        for (int cut = 1; cut < xml.length(); cut++) {
            Path file = Files.writeString(folder.resolve("items.xml"), xml.substring(0, cut));
            assertThrows(UnreadableItemFileException.class, () -> Read.of(file, XML), "cut at " + cut);
        }
    }

    @Test
    void whose_records_miss_their_ends_or_count_letters_loses_as_few_as_can_be() throws IOException {
        byte[] noEnd = Arrays.copyOf(book(2), book(2).length - 60);
        Read read = Read.of(Files.write(folder.resolve("a.mrc"), Marc.joined(book(1), noEnd, book(3), book(4))), MARC);
        assertEquals(List.of("1", "3", "4"), read.barcodes());
        assertEquals(List.of("2 DAMAGED_RECORD"), read.badOnes());
        byte[] counted = Marc.record("00000nam a2200000 a 4500", StandardCharsets.ISO_8859_1, "245 00$a\u00FC\u00FC",
                "852 0#$p5");
        byte[] wrong = new String(counted, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
        read = Read.of(
                Files.write(folder.resolve("b.mrc"), Marc.joined("\r\n".getBytes(), wrong, "\r\n \u001A".getBytes())),
                MARC);
        assertEquals("\u00FC\u00FC", read.items.getFirst().title());
        assertEquals(List.of(), read.badOnes());
    }

    @Test
    void with_bytes_changed_by_chance_ends_every_record_as_items_or_bad_rows() throws IOException {
        long seed = System.nanoTime();
        System.out.println("HostileExchangeFileTest records, seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<byte[]> books = new ArrayList<>();
            for (int i = 1; i <= 5; i++) {
                books.add(book(i));
            }
            byte[] bytes = Marc.joined(books.toArray(byte[][]::new));
            int changes = random.nextInt(6);
            for (int i = 0; i < changes; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Read read = Read.of(Files.write(folder.resolve("items.mrc"), bytes), MARC);
            int told = read.items.size()
                    + (int) read.bad.stream().filter(bad -> !bad.imported() || bad.reason() == Reason.NO_ITEM).count();
            assertTrue(told >= 5 - changes, "seed " + seed + ", round " + round + ": " + told);
            assertTrue(read.items.size() >= 5 - changes, "seed " + seed + ", round " + round);
            if (changes == 0) {
                assertEquals(5, read.items.size());
            }
        }
    }

    @Test
    void of_random_bytes_is_refused_with_a_sentence_or_read_whatever_it_is_taken_for() throws IOException {
        long seed = System.nanoTime();
        System.out.println("HostileExchangeFileTest bytes, seed " + seed);
        Random random = new Random(seed);
        List<String> beginnings = List.of("", "Barcode,Title\n", "Barcode\tTitle\n", "<collection>", "<?xml",
                new String(book(1), StandardCharsets.ISO_8859_1), "PK\3\4", "\uFEFF", Read.HEADER);
        String alphabet = ",,\t\t\"\n\n|<>&;/=\0\r\u001D\u001E\u001F$ a\u00E9\u6587019";
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder(beginnings.get(random.nextInt(beginnings.size())));
            for (int i = random.nextInt(2_000); i > 0; i--) {
                text.append(random.nextInt(3) == 0 ? (char) random.nextInt(256)
                        : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            boolean latin = random.nextBoolean();
            Path file = Files.write(folder.resolve("items"),
                    text.toString().getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
            String where = "seed " + seed + ", round " + round;
            survive(where, () -> Looking.at(file, Choices.NONE));
            for (Layout layout : List.of(MARC, XML, CSV, UNQUOTED, new Layout.Wms())) {
                survive(where + ", " + layout, () -> Read.of(file, layout));
            }
        }
    }

    private interface Reading {
        void run() throws IOException;
    }

    /** Nothing else may come out than a sentence for people. */
    private static void survive(String where, Reading reading) {
        try {
            reading.run();
        } catch (UnreadableItemFileException refused) {
            assertTrue(refused.getMessage().matches("(?s)[A-Z\"].*\\."), where + ": " + refused.getMessage());
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(where, e);
        }
    }

    @Test
    void as_a_table_ends_every_row_as_an_item_or_a_bad_row() throws IOException {
        long seed = System.nanoTime();
        System.out.println("HostileExchangeFileTest rows, seed " + seed);
        Random random = new Random(seed);
        String alphabet = "\t\t\n\n\0^ a\u00E9-0123456789\"";
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder("Barcode\tTitle\n");
            for (int i = random.nextInt(3_000); i > 0; i--) {
                text.append(random.nextInt(40) == 0 ? "\n7\tSeven\n"
                        : String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))));
            }
            Path file = Files.write(folder.resolve("items.tsv"),
                    text.toString().getBytes(StandardCharsets.ISO_8859_1));
            Read read = Read.of(file, UNQUOTED);
            long rows = Arrays.stream(text.toString().split("\n")).skip(1).filter(line -> !line.isEmpty()).count();
            long ended = java.util.stream.Stream.concat(read.lines.stream(),
                    read.bad.stream().filter(row -> !row.imported()).map(row -> row.line())).distinct().count();
            assertEquals(rows, ended, "seed " + seed + ", round " + round);
        }
    }

    @Test
    void with_200_columns_is_refused_and_a_row_of_200_fields_is_a_bad_row() throws IOException {
        Path wide = Files.writeString(folder.resolve("wide.csv"), "Barcode,Title" + ",x".repeat(198) + "\n1\n");
        assertTrue(Looking.at(wide, Choices.NONE).problem().orElseThrow().contains("100"));
        assertThrows(UnreadableItemFileException.class, () -> Read.of(wide, CSV));
        Path row = Files.writeString(folder.resolve("row.csv"), "Barcode,Title\n" + "1,".repeat(199) + "1\n2,Two\n");
        Read read = Read.of(row, CSV);
        assertEquals(List.of("2"), read.barcodes());
        assertEquals(List.of("2 WRONG_FIELD_COUNT"), read.badOnes());
    }

    private static byte[] book(int number) {
        return Marc.utf8("001 " + number, "100 1#$aCarrel, Ann", "245 10$aOn shelves",
                "852 0#$aXYZ$bMAIN$cSTACKS$hQA76$i.C37 1999", "876 ##$p" + number);
    }

    private static void fill(OutputStream out, char letter) throws IOException {
        byte[] block = new byte[1 << 16];
        Arrays.fill(block, (byte) letter);
        for (int written = 0; written < HUGE; written += block.length) {
            out.write(block);
        }
    }
}
