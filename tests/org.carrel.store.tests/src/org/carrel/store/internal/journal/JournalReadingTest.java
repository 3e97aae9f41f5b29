/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.CheckIn;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.DataKey;
import org.carrel.model.port.JournalFiles.Line;
import org.carrel.testkit.TestDataKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Reading a journal that was put aside")
class JournalReadingTest {

    private static final Transaction SCAN = new CheckIn(
            TransactionId.parse("019c2300-0000-7000-8000-000000000001"), new ItemBarcode("31234000001111"),
            Instant.parse("2026-11-22T12:00:00Z"), new Origin("desk-1", "ab"));

    private final DataKey key = new TestDataKey("of the branch");
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void opens_what_was_sealed_and_shows_half_a_line_as_it_is() throws IOException {
        write(sealed(1, scan(), key));
        write(sealed(2, "1234abcd {\"patron\":\"2123\u0007".getBytes(StandardCharsets.UTF_8), key));
        assertEquals(List.of(new Line.Scan(1, SCAN), new Line.Damaged(2, "1234abcd {\"patron\":\"2123?")),
                read(Optional.of(key)));
    }

    @Test
    void says_which_lines_another_key_sealed_or_somebody_changed() throws IOException {
        byte[] changed = sealed(2, scan(), key);
        changed[changed.length / 2] ^= 1;
        write(sealed(1, scan(), new TestDataKey("of another branch")));
        write(changed);
        write(sealed(3, scan(), key));
        assertEquals(List.of(new Line.Closed(1), new Line.Closed(2), new Line.Scan(3, SCAN)), read(Optional.of(key)));
        assertEquals(List.of(new Line.Closed(1), new Line.Closed(2), new Line.Closed(3)), read(Optional.empty()));
    }

    @Test
    void reads_one_in_clear_to_its_last_line_that_does_not_end() throws IOException {
        write(line(scan()));
        write(Arrays.copyOf(scan(), 20));
        List<Line> lines = read(Optional.empty());
        assertEquals(new Line.Scan(1, SCAN), lines.getFirst());
        assertEquals(new Line.Damaged(2, new String(scan(), 0, 20, StandardCharsets.UTF_8)), lines.getLast());
    }

    @Test
    void loses_no_character_of_a_line_that_is_far_too_long() throws IOException {
        byte[] noise = new byte[300 * 1024];
        Arrays.fill(noise, (byte) 'x');
        write(noise);
        assertEquals(noise.length, read(Optional.empty()).stream()
                .mapToInt(line -> ((Line.Damaged) line).words().length()).sum());
    }

    @Test
    void shows_what_was_read_in_an_inventory_with_the_name_of_the_inventory_and_of_who_read_it() throws IOException {
        InventoryProject project = new InventoryProject(7, "Autumn \u00e9",
                new Scope("MAIN", Set.of("Stacks", "\"Ref\""),
                        Set.of("book"), Optional.of(new Scope.Range("QA1", "QA9"))),
                SCAN.occurredAt(), Optional.empty(), false,
                true);
        InventorySession session = new InventorySession(3, 7, "ab", "wand", SCAN.occurredAt(), 0);
        Mark mark = new Mark(Kind.SHELF, "", SCAN.occurredAt().plusNanos(1));
        byte[] line = new JournalLine(1, 1, new JournalEntry.Read(project, session, mark)).encode();
        write(sealed(1, Arrays.copyOf(line, line.length - 1), key));
        assertEquals(List.of(new Line.Read(1, project, session, mark)), read(Optional.of(key)));
    }

    @Test
    void of_a_file_that_is_not_there_fails() {
        assertThrows(NoSuchFileException.class,
                () -> new JournalReading(Optional.of(key)).read(folder.resolve("no"), line -> {
                }));
    }

    private static byte[] scan() {
        byte[] line = new JournalLine(1, 1, new JournalEntry.Scan(SCAN)).encode();
        return Arrays.copyOf(line, line.length - 1);
    }

    private static byte[] line(byte[] bytes) {
        byte[] line = Arrays.copyOf(bytes, bytes.length + 1);
        line[bytes.length] = '\n';
        return line;
    }

    private static byte[] sealed(long number, byte[] line, DataKey by) {
        return new SealedLine(number, line).seal(by);
    }

    private void write(byte[] bytes) throws IOException {
        written.write(bytes);
    }

    private List<Line> read(Optional<DataKey> with) throws IOException {
        Path file = Files.write(folder.resolve("desk.journal.damaged"), written.toByteArray());
        List<Line> lines = new ArrayList<>();
        new JournalReading(with).read(file, lines::add);
        return lines;
    }
}
