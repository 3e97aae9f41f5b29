/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.carrel.scanner.internal.file.BarcodeFile.BadLine;
import org.carrel.scanner.internal.file.BarcodeFile.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A file of barcodes")
class BarcodeFileTest {

    private static BarcodeFile read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    private static BarcodeFile read(String text, Charset charset) throws IOException {
        return BarcodeFile.read(new ByteArrayInputStream(text.getBytes(charset)));
    }

    private static List<String> barcodes(BarcodeFile file) {
        return file.entries().stream().map(Entry::barcode).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = { "301\n302\n303", "301\r\n302\r\n303\r\n", "\n\n301\n \n302\r303\n",
            "n:301\nN:302\nn: 303\n",
            "=\"301\"\n\"302\"\n\"=\"\"303\"\"\"\n", " 301 \n\t302\n303\t",
            "Title,Item Barcode,Status\n\"A, B\",301,x\nC,=\"302\",y\nD,\"=\"\"303\"\"\",z\n",
            "item_barcode;title\n301;a\n302;b\n303;\"c\nd\"\n", "x\tBarcode\n1\t301\n2\t302\n3\t303\n",
            "barcode\n301\n302\n303\n",
            "\"Barcode\",\"Title\"\r\n\"301\",\"a\"\r\n\"302\",\"b\"\r\n\"303\",\"c\"\r\n" })
    @DisplayName("is read in every form that scanners and spreadsheets leave")
    void is_read_in_every_form(String text) throws IOException {
        BarcodeFile file = read(text);

        assertEquals(List.of("301", "302", "303"), barcodes(file));
        assertEquals(List.of(), file.bad());
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1" })
    @DisplayName("is read whatever it is encoded in, with and without a byte order mark")
    void is_read_whatever_it_is_encoded_in(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String text = "barcode;naam\n30é1;Zoë\n302;x\n";

        assertEquals(List.of("30é1", "302"), barcodes(read(text, charset)));
        if (name.startsWith("UTF")) {
            assertEquals(List.of("30é1", "302"), barcodes(read("\uFEFF" + text, charset)));
        }
    }

    @Test
    @DisplayName("names each bad line by its number and says what is wrong, without repeating it")
    void names_each_bad_line() throws IOException {
        BarcodeFile file = read("301\n" + "3".repeat(101) + "\nn:\n3\u000002\n3.00E+13\n302\n");

        assertEquals(List.of(1L, 6L), file.entries().stream().map(Entry::line).toList());
        assertEquals(List.of(2L, 3L, 4L, 5L), file.bad().stream().map(BadLine::line).toList());
        assertEquals(4, file.badLines());
        assertTrue(file.bad().get(3).sentence().contains("rounded"), file.bad().get(3).sentence());
        assertTrue(file.bad().stream().noneMatch(bad -> bad.sentence().contains("33333")));
    }

    @Test
    @DisplayName("with a table names the line of the file, also behind a cell of several lines, and short rows")
    void with_a_table_names_the_line_of_the_file() throws IOException {
        BarcodeFile file = read("title,barcode\n\"a\nb\",301\nc\nd,\ne,302\n");

        assertEquals(List.of(new Entry(3, "301"), new Entry(6, "302")), file.entries());
        assertEquals(List.of(4L, 5L), file.bad().stream().map(BadLine::line).toList());
    }

    @Test
    @DisplayName("keeps what comes before quotes that never end, and says where")
    void keeps_what_comes_before_quotes_that_never_end() throws IOException {
        BarcodeFile file = read("barcode,title\n301,a\n302,\"b\n303,c\n");

        assertTrue(barcodes(file).contains("301"));
        assertTrue(file.entries().size() + file.badLines() >= 2);
    }

    @Test
    @DisplayName("is bounded in size, in entries and in complaints")
    void is_bounded() throws IOException {
        assertThrows(IOException.class, () -> BarcodeFile.read(endless((byte) '3')));
        assertThrows(IOException.class, () -> read("301\n".repeat(BarcodeFile.MOST_ENTRIES + 1)));
        BarcodeFile bad = read("\u0001\n".repeat(5_000));
        assertEquals(BarcodeFile.MOST_BAD_LINES, bad.bad().size());
        assertEquals(5_000, bad.badLines());
    }

    private static InputStream endless(byte value) {
        return new InputStream() {
            @Override
            public int read() {
                return value;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                java.util.Arrays.fill(into, from, from + length, value);
                return length;
            }
        };
    }

    @Test
    @DisplayName("may hold anything at all: every line is an entry, blank or bad")
    void may_hold_anything_at_all() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            BarcodeFile file = BarcodeFile.read(new ByteArrayInputStream(noise));
            assertTrue(file.entries().stream().allMatch(entry -> entry.line() > 0), () -> "seed " + seed);
        }
    }
}
