/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;

import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots.Imported;
import org.carrel.model.port.ItemSnapshots.Monitor;
import org.carrel.model.port.ItemSnapshots.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A snapshot of items that is damaged")
class DamagedItemsTest {

    private static final int FLIPS = 400;
    private static final int VERSION_AT = 8;

    @TempDir
    Path folder;

    private Path file;
    private byte[] whole;

    @BeforeEach
    void write() throws IOException {
        Imported.Done done = assertInstanceOf(Imported.Done.class,
                store().replace(ListedItems.random("a", 200, 1), ListedItems.KEYS, Monitor.SILENT));
        file = folder.resolve("data/items/" + done.snapshot().description().id() + ".items");
        whole = Files.readAllBytes(file);
    }

    @Test
    void in_any_one_bit_is_refused_with_a_sentence() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int flip = 0; flip < FLIPS; flip++) {
            byte[] damaged = whole.clone();
            // The header is where a wrong byte does most, so that every second one is there.
            int at = random.nextInt(flip % 2 == 0 ? damaged.length : 512);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertRefused("seed " + seed + ", byte " + at);
        }
    }

    @Test
    void by_being_cut_off_or_longer_is_refused_with_a_sentence() throws IOException {
        for (int length = 0; length < whole.length; length += length < 600 ? 1 : 997) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused("length " + length);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 8));
        assertRefused("longer");
    }

    @Test
    void by_not_being_there_is_refused_with_a_sentence() throws IOException {
        Files.delete(file);
        assertRefused("missing");
    }

    @Test
    void by_a_note_of_the_current_one_that_says_something_else_is_refused_and_nothing_of_it_is_followed()
            throws IOException {
        for (String pointer : new String[] { "", "../../etc/passwd", "x".repeat(500), "\0\0\0" }) {
            Files.writeString(folder.resolve("data/items/current"), pointer);
            assertRefused("pointer " + pointer);
        }
    }

    @Test
    void is_replaced_by_the_next_import() throws IOException {
        Files.write(file, new byte[100]);
        assertRefused("zeros");
        ItemSnapshot next = assertInstanceOf(Imported.Done.class,
                store().replace(ListedItems.random("b", 20, 1), ListedItems.KEYS, Monitor.SILENT)).snapshot();
        assertEquals(next.description(),
                assertInstanceOf(State.Ready.class, store().current()).snapshot().description());
        assertTrue(Files.notExists(file));
    }

    @Test
    void is_told_from_one_that_a_newer_carrel_wrote() throws IOException {
        byte[] newer = whole.clone();
        newer[VERSION_AT + 3]++;
        CRC32C sum = new CRC32C();
        sum.update(newer, 0, 504);
        ByteBuffer.wrap(newer).putLong(504, sum.getValue());
        Files.write(file, newer);
        assertTrue(assertRefused("newer").contains("newer Carrel"));
    }

    private String assertRefused(String what) {
        String sentence = assertInstanceOf(State.Refused.class, store().current(), what).sentence();
        assertTrue(sentence.endsWith(".") && sentence.contains("item file"), sentence);
        return sentence;
    }

    private ItemStore store() {
        return new ItemStore(TestBranch.in(folder), Clock.systemUTC());
    }
}
