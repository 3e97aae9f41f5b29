/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.Origin;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.port.Branch;
import org.carrel.model.port.DataKey;
import org.carrel.model.port.QueueQuery;
import org.carrel.sync.QueueFiles;
import org.carrel.sync.QueueFiles.PersonalData;
import org.carrel.sync.QueueFiles.SealedReading;
import org.carrel.testkit.TestDataKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A sealed file of the queue")
class SealedFilesTest {

    private final Desk desk = new Desk();
    private final List<QueueEntry> queue = new ArrayList<>();

    private QueueFiles files(Optional<DataKey> key) {
        return new QueueFilesService(new ListView(queue), new Sealing(Desk.branch(Rule.LATEST_ONLY, 1), key));
    }

    private QueueFiles files(String word) {
        return files(Optional.of(new TestDataKey(word)));
    }

    private void add(Transaction transaction) {
        queue.add(new QueueEntry(queue.size() + 1L, transaction, Standing.awaitingSync(Desk.OPENING)));
    }

    private void day(int rows) {
        for (int i = 0; i < rows; i++) {
            add(i % 3 == 0 ? desk.checkIn("I" + i, i) : desk.checkOut("2100012345" + i % 7, "I" + i, i));
        }
    }

    private byte[] sealed(String word) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertEquals(queue.size(), files(word).writeSealed(QueueQuery.all(), bytes));
        return bytes.toByteArray();
    }

    private SealedReading read(String word, byte[] bytes) throws IOException {
        return files(word).readSealed(new ByteArrayInputStream(bytes));
    }

    private void assertRefused(byte[] bytes, String told) throws IOException {
        SealedReading.Refused refused = assertInstanceOf(SealedReading.Refused.class, read("word", bytes), told);
        assertTrue(refused.sentence().contains("Nothing was taken in"), told + refused);
    }

    private List<Transaction> transactions() {
        return queue.stream().map(QueueEntry::transaction).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 7, 3_000 })
    void is_read_again_on_any_machine_with_the_key_of_the_branch(int rows) throws IOException {
        day(rows);
        SealedReading.Opened opened = assertInstanceOf(SealedReading.Opened.class, read("word", sealed("word")));
        assertEquals(transactions(), opened.reading().transactions());
        assertEquals(List.of(), opened.reading().badLines());
    }

    @Test
    void holds_a_hundred_thousand_rows() throws IOException {
        day(100_000);
        SealedReading.Opened opened = (SealedReading.Opened) read("word", sealed("word"));
        assertEquals(100_000, opened.reading().transactions().size());
    }

    @Test
    void shows_nothing_of_what_is_in_it() throws IOException {
        day(50);
        String text = new String(sealed("word"), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("2100012345"));
        assertFalse(text.contains("patron"));
    }

    @Test
    void is_of_no_use_to_another_branch() throws IOException {
        day(50);
        assertInstanceOf(SealedReading.Refused.class, read("another", sealed("word")));
    }

    @Test
    void is_refused_as_a_whole_when_one_byte_of_it_was_changed() throws IOException {
        day(2_000);
        byte[] good = sealed("word");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            byte[] bad = good.clone();
            int at = i < 40 ? i : random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            assertRefused(bad, "byte " + at + ", seed " + seed);
        }
    }

    @Test
    void is_refused_when_it_is_cut_off_or_something_follows() throws IOException {
        day(2_000);
        byte[] good = sealed("word");
        for (int length = 0; length < good.length; length += 9_973) {
            assertRefused(Arrays.copyOf(good, length), "cut off at " + length);
        }
        assertRefused(Arrays.copyOf(good, good.length - 1), "without its last byte");
        assertRefused(Arrays.copyOf(good, good.length + 1), "with one byte more");
    }

    @Test
    void is_refused_when_pieces_are_left_out_repeated_or_put_in_another_order() throws IOException {
        day(3_000);
        List<byte[]> pieces = pieces(sealed("word"));
        assertTrue(pieces.size() >= 4, "pieces: " + pieces.size());
        assertInstanceOf(SealedReading.Opened.class, read("word", joined(pieces)));
        List<byte[]> without = new ArrayList<>(pieces);
        without.remove(1);
        assertRefused(joined(without), "one left out");
        assertRefused(joined(pieces.subList(0, pieces.size() - 1)), "the last left out");
        List<byte[]> twice = new ArrayList<>(pieces);
        twice.add(1, pieces.get(0));
        assertRefused(joined(twice), "one repeated");
        List<byte[]> swapped = new ArrayList<>(pieces);
        swapped.set(0, pieces.get(1));
        swapped.set(1, pieces.get(0));
        assertRefused(joined(swapped), "two in another order");
        List<byte[]> mixed = new ArrayList<>(pieces);
        mixed.set(1, pieces(sealed("word")).get(1));
        assertRefused(joined(mixed), "one from another file");
    }

    private static List<byte[]> pieces(byte[] file) {
        ByteBuffer rest = ByteBuffer.wrap(file).position(SealedOutput.MAGIC.length);
        List<byte[]> pieces = new ArrayList<>();
        while (rest.hasRemaining()) {
            byte[] piece = new byte[Integer.BYTES + rest.getInt(rest.position())];
            rest.get(piece);
            pieces.add(piece);
        }
        return pieces;
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SealedOutput.MAGIC);
        pieces.forEach(file::writeBytes);
        return file.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "CARREL", "kind,item,occurredAt\n", "[\n]\n", "CARREL-SEALED-2\nxxxxxxxx" })
    void is_not_taken_for_one_when_it_is_something_else(String text) throws IOException {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), text);
    }

    @Test
    void is_refused_whatever_random_bytes_it_is_made_of() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            System.arraycopy(SealedOutput.MAGIC, 0, noise, 0, Math.min(noise.length, SealedOutput.MAGIC.length));
            assertRefused(noise, "seed " + seed);
        }
    }

    @Test
    void is_neither_made_nor_read_where_there_is_no_key() throws IOException {
        QueueFiles practice = files(Optional.empty());
        assertFalse(practice.canSeal());
        assertTrue(files("word").canSeal());
        assertThrows(IllegalStateException.class,
                () -> practice.writeSealed(QueueQuery.all(), new ByteArrayOutputStream()));
        assertInstanceOf(SealedReading.Refused.class,
                practice.readSealed(new ByteArrayInputStream(sealed("word"))));
    }

    @Test
    void or_a_clear_one_is_announced_with_how_many_patrons_and_when() {
        add(desk.checkOut("P1", "A", 0));
        add(desk.checkOut("P2", "B", 10));
        add(desk.checkOut("P1", "C", 60 * 24));
        add(desk.checkIn("D", 60 * 72));
        PersonalData data = files("word").personalData(QueueQuery.all());
        assertEquals(2, data.patrons());
        assertEquals(3, data.checkOuts());
        assertEquals(0, data.operators());
        assertEquals(Optional.of(Desk.at(0)), data.from());
        assertEquals(Optional.of(Desk.at(60 * 24)), data.to());
        for (String part : List.of("barcodes of 2 patrons", "3 check-outs", "from 2026-03-02 to 2026-03-03.")) {
            assertTrue(data.sentence().contains(part), data.sentence());
        }
        assertFalse(data.sentence().contains("staff"), data.sentence());
        assertFalse(data.sentence().contains("{"), data.sentence());
    }

    @Test
    void names_the_staff_it_gives_away_and_says_so_when_it_gives_away_nobody() {
        add(desk.checkIn("D", 1));
        assertEquals("This names no patron and nobody of the staff.",
                files("word").personalData(QueueQuery.all()).sentence());
        CheckIn in = desk.checkIn("E", 2);
        add(new CheckIn(in.id(), in.item(), in.occurredAt(), new Origin("desk", "Ann")));
        assertTrue(files("word").personalData(QueueQuery.all()).sentence().contains("one member of the staff"));
        CheckOut out = desk.checkOut("P", "F", 3);
        add(new CheckOut(out.id(), out.patron(), out.item(), out.dueAt(), out.occurredAt(),
                new Origin("desk", "Ben")));
        String sentence = files("word").personalData(QueueQuery.all()).sentence();
        assertTrue(sentence.contains("barcode of one patron") && sentence.contains("2 members of the staff"), sentence);
        assertTrue(sentence.contains("one check-out on 2026-03-02."), "a single day is no span: " + sentence);
    }

    /** A branch with a data key. */
    private record Sealing(Branch branch, Optional<DataKey> dataKey) implements Branch {
        @Override
        public BranchProfile profile() {
            return branch.profile();
        }

        @Override
        public Path dataFolder() {
            return branch.dataFolder();
        }

        @Override
        public Path journalFolder() {
            return branch.journalFolder();
        }

        @Override
        public Origin origin() {
            return branch.origin();
        }
    }
}
