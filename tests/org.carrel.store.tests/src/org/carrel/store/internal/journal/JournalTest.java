/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionIds;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The journal")
class JournalTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T12:00:00.5Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final TransactionIds ids = new TransactionIds(CLOCK);

    @Test
    void gives_back_what_it_was_given_to_the_last_digit() throws IOException {
        Transaction out = new CheckOut(ids.next(), new PatronBarcode("P \"1\"\\ \u00e9"),
                new ItemBarcode("I 39.1*-\ud83d\ude00"), Instant.MAX, CLOCK.instant().plusNanos(1),
                new Origin("desk\n1", ""));
        Transaction in = checkIn("I2");
        write(List.of(out), List.of(in));
        assertEquals(List.of(out, in), merge());
    }

    @Test
    void is_on_disk_line_by_line_when_append_returns() throws IOException {
        try (Journal journal = journal("main")) {
            journal.append(JournalEntry.scans(List.of(checkIn("I1"))));
            journal.append(JournalEntry.scans(List.of(checkIn("I2"), checkIn("I3"))));
            assertEquals(3, Files.readAllLines(only(".journal")).size());
        }
    }

    @Test
    void is_merged_once_and_kept_under_another_name() throws IOException {
        Transaction in = checkIn("I1");
        write(List.of(in));
        assertEquals(List.of(in), merge());
        assertEquals(List.of(), merge());
        assertEquals(1, Files.readAllLines(only(".journal.merged")).size());
    }

    @Test
    void is_left_as_it_was_when_the_merge_fails() throws IOException {
        Transaction in = checkIn("I1");
        write(List.of(in));
        try (Journal journal = journal("main")) {
            assertThrows(IllegalStateException.class, () -> journal.mergeInto(transactions -> {
                throw new IllegalStateException("on purpose");
            }));
        }
        assertEquals(List.of(in), merge());
    }

    @Test
    void that_ends_in_a_half_written_line_gives_all_lines_before_it() throws IOException {
        Transaction first = checkIn("I1");
        write(List.of(first), List.of(checkIn("I2")));
        Path file = only(".journal");
        byte[] whole = Files.readAllBytes(file);
        int secondLine = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        for (int length = secondLine + 1; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            JournalContents contents = JournalContents.read(file, Optional.empty());
            assertEquals(List.of(first), JournalEntry.scansAmong(contents.entries()));
            assertTrue(contents.unfinished());
            assertEquals(List.of(), contents.damaged());
        }
        assertEquals(List.of(first), merge());
    }

    @Test
    void gives_what_was_given_together_whole_or_not_at_all_at_its_end() throws IOException {
        Transaction first = checkIn("I1");
        write(List.of(first), List.of(checkIn("I2"), checkIn("I3"), checkIn("I4")));
        Path file = only(".journal");
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, String.join("\n", lines.subList(0, 3)) + "\n");
        JournalContents contents = JournalContents.read(file, Optional.empty());
        assertEquals(List.of(first), JournalEntry.scansAmong(contents.entries()));
        assertTrue(contents.unfinished());
    }

    @Test
    void loses_only_the_damaged_line_in_the_middle_reports_it_and_is_kept_for_good() throws IOException {
        List<Transaction> all = List.of(checkIn("I1"), checkIn("I2"), checkIn("I3"), checkIn("I4"), checkIn("I5"));
        write(all.subList(0, 1), all.subList(1, 4), all.subList(4, 5));
        Path file = only(".journal");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(3, lines.get(3).replace("I4", "I7"));
        Files.writeString(file, String.join("\n", lines) + "\n");
        assertEquals(List.of(4), JournalContents.read(file, Optional.empty()).damaged());
        assertEquals(List.of(all.get(0), all.get(1), all.get(2), all.get(4)), merge());
        assertEquals(5, Files.readAllLines(only(".journal.damaged")).size());
    }

    @Test
    void survives_any_noise() throws IOException {
        long seed = System.nanoTime();
        System.out.println("JournalTest seed " + seed);
        Random random = new Random(seed);
        List<Transaction> all = Stream.generate(() -> checkIn("I")).limit(20).map(Transaction.class::cast).toList();
        write(all);
        Path file = only(".journal");
        byte[] whole = Files.readAllBytes(file);
        for (int round = 0; round < 300; round++) {
            byte[] noisy = whole.clone();
            int start = random.nextInt(noisy.length);
            byte[] noise = new byte[Math.min(1 + random.nextInt(400), noisy.length - start)];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, noisy, start, noise.length);
            Files.write(file, noisy);
            assertTrue(all.containsAll(JournalEntry.scansAmong(JournalContents.read(file, Optional.empty()).entries())),
                    "invented a transaction");
        }
        byte[] endless = new byte[3_000_000];
        java.util.Arrays.fill(endless, (byte) 'x');
        Files.write(file, endless);
        assertEquals(List.of(), JournalEntry.scansAmong(JournalContents.read(file, Optional.empty()).entries()));
    }

    @Test
    void keeps_an_id_once_also_when_an_earlier_run_wrote_it() throws IOException {
        Transaction first = checkIn("I1");
        Transaction second = checkIn("I2");
        write(List.of(first), List.of(first), List.of(second, first, second));
        assertEquals(2, Files.readAllLines(only(".journal")).size());
        try (Journal later = new Journal(folder, "main", Clock.offset(CLOCK, Duration.ofHours(1)),
                Optional.empty())) {
            later.append(JournalEntry.scans(List.of(first)));
        }
        assertEquals(List.of(first, second), merge());
    }

    @Test
    void of_another_branch_is_left_alone_also_when_the_names_look_alike() throws IOException {
        try (Journal other = journal("main-2")) {
            other.append(JournalEntry.scans(List.of(checkIn("I1"))));
        }
        assertEquals(List.of(), merge());
        assertTrue(Files.exists(only(".journal")));
    }

    @Test
    void that_another_carrel_is_writing_is_left_alone() throws IOException {
        Transaction in = checkIn("I1");
        try (Journal writing = journal("main")) {
            writing.append(JournalEntry.scans(List.of(in)));
            assertEquals(List.of(), merge());
            writing.append(JournalEntry.scans(List.of(checkIn("I2"))));
        }
        assertEquals(2, merge().size());
    }

    @Test
    void of_a_newer_carrel_is_left_alone() throws IOException {
        write(List.of(checkIn("I1")));
        Path file = only(".journal");
        String body = Files.readString(file).strip().substring(9).replace("\"v\":1", "\"v\":3");
        java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        Files.writeString(file, "%08x %s\n".formatted(crc.getValue(), body));
        assertEquals(JournalContents.Readable.NEWER_PROGRAM,
                JournalContents.read(file, Optional.empty()).readable());
        assertEquals(List.of(), merge());
        assertTrue(Files.exists(file));
    }

    @Test
    void keeps_merged_files_for_a_month() throws IOException {
        write(List.of(checkIn("I1")));
        merge();
        Path merged = only(".journal.merged");
        Files.setLastModifiedTime(merged, FileTime.from(CLOCK.instant().minus(Duration.ofDays(29))));
        merge();
        assertTrue(Files.exists(merged));
        Files.setLastModifiedTime(merged, FileTime.from(CLOCK.instant().minus(Duration.ofDays(31))));
        merge();
        assertFalse(Files.exists(merged));
    }

    @Test
    void is_written_whatever_happens_to_the_thread() throws IOException {
        try (Journal journal = journal("main")) {
            for (int i = 0; i < 5; i++) {
                Thread.currentThread().interrupt();
                journal.append(JournalEntry.scans(List.of(checkIn("I" + i))));
                assertTrue(Thread.interrupted());
            }
        }
        assertEquals(5, merge().size());
    }

    @Test
    void that_cannot_be_made_is_told_to_the_caller() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        try (Journal journal = new Journal(file, "main", CLOCK, Optional.empty())) {
            assertThrows(IOException.class, () -> journal.append(JournalEntry.scans(List.of(checkIn("I1")))));
        }
    }

    @Test
    void goes_on_in_a_new_file_when_the_old_one_is_torn_from_it() throws IOException {
        try (JournalFile file = JournalFile.create(folder.resolve("x.journal"), Optional.empty())) {
            file.append(JournalEntry.scans(List.of(checkIn("I1"))));
            file.close();
            assertThrows(IOException.class, () -> file.append(JournalEntry.scans(List.of(checkIn("I2")))));
        }
        Files.writeString(folder.resolve("x.journal"), "", StandardOpenOption.APPEND);
        assertEquals(1, JournalEntry
                .scansAmong(JournalContents.read(folder.resolve("x.journal"), Optional.empty()).entries()).size());
    }

    private CheckIn checkIn(String item) {
        return new CheckIn(ids.next(), new ItemBarcode(item), CLOCK.instant(), new Origin("desk-1", "ab"));
    }

    private Journal journal(String branch) {
        return new Journal(folder, branch, CLOCK, Optional.empty());
    }

    @SafeVarargs
    private void write(List<? extends Transaction>... together) throws IOException {
        try (Journal journal = journal("main")) {
            for (List<? extends Transaction> transactions : together) {
                journal.append(JournalEntry.scans(transactions));
            }
        }
    }

    private List<Transaction> merge() throws IOException {
        List<Transaction> merged = new ArrayList<>();
        try (Journal journal = journal("main")) {
            journal.mergeInto(entries -> merged.addAll(JournalEntry.scansAmong(entries)));
        }
        return merged;
    }

    private Path only(String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = all.filter(path -> path.getFileName().toString().endsWith(ending)).toList();
            assertEquals(1, found.size(), "files that end in " + ending);
            return found.getFirst();
        }
    }
}
