/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.carrel.store.Scans.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.DataKey;
import org.carrel.model.port.QueueHealth;
import org.carrel.testkit.TestDataKey;
import org.carrel.testkit.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The journal of a sealed branch")
class SealedJournalTest {

    private static final String PATRON = "21234000009999";

    private final DataKey key = new TestDataKey("of the branch");
    private final Scans scans = new Scans();
    private final List<Transaction> given = new ArrayList<>();

    @TempDir
    Path folder;

    private TestBranch clear;
    private TestBranch sealed;

    @BeforeEach
    void branches() {
        clear = TestBranch.in(folder);
        sealed = clear.with(key);
    }

    @Test
    void shows_no_patron_and_joins_the_queue_at_the_next_start() throws Exception {
        journal(sealed, 5);
        assertEquals(List.of(), Traces.of(PATRON).in(folder));
        assertMerged(all(5), "");
        assertMerged(all(5), "");
    }

    @Test
    void that_was_clear_is_merged_and_shredded() throws Exception {
        journal(clear, 3);
        assertTrue(!Traces.of(PATRON).in(folder).isEmpty());
        assertMerged(all(3), "");
        assertEquals(List.of(), Traces.of(PATRON).in(folder));
        assertEquals(List.of(), list());
    }

    @Test
    void that_was_merged_or_found_damaged_in_clear_does_not_stay_in_clear() throws Exception {
        journal(clear, 2);
        new Store(clear, Clock.systemUTC()).close();
        journal(clear, 3);
        change(1, line -> line.replace("31234", "31235"));
        new Store(clear, Clock.systemUTC()).close();
        assertEquals(2, list().size(), "one merged, one damaged: " + list());
        assertMerged(List.of(id(0), id(1), id(2), id(4)), "");
        assertEquals(List.of(), Traces.of(PATRON).in(folder));
        assertEquals(1, list().size(), "what was damaged is kept: " + list());
    }

    @Test
    void with_a_changed_line_tells_the_desk_and_gives_all_others() throws Exception {
        journal(sealed, 4);
        change(2, line -> {
            byte[] bytes = Base64.getDecoder().decode(line.substring(2));
            bytes[40] ^= 1;
            return "S " + Base64.getEncoder().encodeToString(bytes);
        });
        assertMerged(List.of(id(0), id(1), id(3)), "One line of the journal");
        assertTrue(list().getFirst().toString().endsWith(".damaged"), "kept aside: " + list());
        assertMerged(List.of(id(0), id(1), id(3)), "");
    }

    @Test
    void with_a_removed_line_tells_the_desk() throws Exception {
        journal(sealed, 4);
        List<String> lines = lines();
        lines.remove(1);
        write(lines);
        assertMerged(List.of(id(0), id(2), id(3)), "One line of the journal");
    }

    @Test
    void with_lines_that_changed_places_loses_none_of_them() throws Exception {
        journal(sealed, 4);
        List<String> lines = lines();
        lines.add(1, lines.remove(3));
        write(lines);
        assertMerged(List.of(id(0), id(3), id(1), id(2)), "");
    }

    @Test
    void with_a_line_of_another_branch_tells_the_desk() throws Exception {
        journal(clear.with(new TestDataKey("of another branch")), 1);
        String foreign = lines().getFirst();
        Files.delete(list().getFirst());
        given.clear();
        journal(sealed, 2);
        List<String> lines = lines();
        lines.add(foreign);
        lines.add("00000000 {}");
        write(lines);
        assertMerged(all(2), "2 lines of the journal");
    }

    @Test
    void that_is_cut_off_tells_the_desk_and_gives_all_lines_before() throws Exception {
        journal(sealed, 3);
        byte[] whole = Files.readAllBytes(list().getFirst());
        Files.write(list().getFirst(), java.util.Arrays.copyOf(whole, whole.length - 20));
        assertMerged(List.of(id(0), id(1)), "in the middle of a scan");
    }

    @Test
    void without_the_key_waits_for_it() throws Exception {
        journal(sealed, 2);
        try (Store store = new Store(clear, Clock.systemUTC())) {
            assertTrue(remark(store).contains("nobody is signed in"), remark(store));
            assertEquals(List.of(), Scans.all(store));
        }
        assertMerged(all(2), "");
    }

    @Test
    void survives_any_noise_with_the_queue_intact() throws Exception {
        long seed = System.nanoTime();
        System.out.println("SealedJournalTest seed " + seed);
        Random random = new Random(seed);
        journal(sealed, 6);
        byte[] whole = Files.readAllBytes(list().getFirst());
        for (int round = 0; round < 15; round++) {
            byte[] noisy = whole.clone();
            byte[] noise = new byte[1 + random.nextInt(300)];
            random.nextBytes(noise);
            int at = random.nextInt(noisy.length - noise.length);
            System.arraycopy(noise, 0, noisy, at, noise.length);
            Files.write(folder.resolve("journal/queue-main-20260302T%09dZ-1-1.journal".formatted(round)), noisy);
        }
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            assertInstanceOf(QueueHealth.Healthy.class, store.health());
            assertEquals(all(6).stream().sorted().toList(), ids(Scans.all(store)).stream().sorted().toList());
        }
    }

    /** Journals {@code count} scans, each by itself, because the data folder cannot be used. */
    private void journal(TestBranch branch, int count) throws IOException {
        Path broken = folder.resolve("broken");
        if (Files.notExists(broken)) {
            Files.writeString(broken, "no folder");
        }
        try (Store store = new Store(new TestBranch(broken, branch.journalFolder(), branch.dataKey()),
                Clock.systemUTC())) {
            for (int i = 0; i < count; i++) {
                Transaction scan = scans.checkOut(PATRON, "31234000000001");
                assertInstanceOf(Acknowledgement.Journaled.class, store.add(scan));
                given.add(scan);
            }
        }
    }

    private void assertMerged(List<TransactionId> expected, String remark) {
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            assertEquals(remark.isEmpty(), remark(store).isEmpty(), remark(store));
            assertTrue(remark(store).contains(remark), remark(store));
            assertEquals(expected, ids(Scans.all(store)));
        }
    }

    private static String remark(Store store) {
        return assertInstanceOf(QueueHealth.Healthy.class, store.health()).remark().orElse("");
    }

    private List<TransactionId> all(int count) {
        return given.subList(0, count).stream().map(Transaction::id).toList();
    }

    private TransactionId id(int number) {
        return given.get(number).id();
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("journal"))) {
            return all.sorted().toList();
        }
    }

    private Path waiting() throws IOException {
        return list().stream().filter(path -> path.toString().endsWith(".journal")).findFirst().orElseThrow();
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(waiting()));
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(waiting(), String.join("\n", lines) + "\n");
    }

    private void change(int number, UnaryOperator<String> change) throws IOException {
        List<String> lines = lines();
        lines.set(number, change.apply(lines.get(number)));
        write(lines);
    }
}
