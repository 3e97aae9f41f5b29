/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.carrel.circulation.Caution;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.Tally;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionIds;
import org.carrel.model.port.QueueHealth;
import org.carrel.testkit.MemoryQueue;
import org.carrel.testkit.TestBranch;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.Test;

class DayBookTest {

    private static final String PATRON = "21000000000013";
    private static final String OTHER = "21000000000021";

    private final MemoryQueue queue = new MemoryQueue();
    private final TestClock clock = new TestClock("2026-11-22T12:00:00Z");
    private final TransactionIds ids = new TransactionIds(clock);

    private RecordingDesk desk() {
        return RecordingDesk.withoutRules(queue, queue, TestBranch.standard(), clock);
    }

    private CheckOut checkOut(String patron, int item, Instant at) {
        return new CheckOut(ids.next(), new PatronBarcode(patron), new ItemBarcode("3" + item),
                at.plus(Duration.ofDays(14)), at, TestBranch.standard().origin());
    }

    private CheckIn checkIn(int item, Instant at) {
        return new CheckIn(ids.next(), new ItemBarcode("3" + item), at, TestBranch.standard().origin());
    }

    @Test
    void counts_are_right_after_a_restart_and_after_a_delete() {
        Instant now = clock.instant();
        queue.add(List.of(checkOut(PATRON, 1, now), checkOut(PATRON, 2, now), checkOut(OTHER, 3, now),
                checkIn(4, now), checkOut(PATRON, 5, now.minus(Duration.ofDays(1)))));
        RecordingDesk desk = desk();

        assertEquals(new Tally(2, 3, 1), desk.tally(PATRON));
        assertEquals(new Tally(0, 3, 1), desk.tally(""));
        queue.delete(List.of(queue.rows().getFirst().id(), queue.rows().getLast().id()),
                TestBranch.standard().origin());
        assertEquals(new Tally(1, 2, 1), desk.tally(PATRON));
    }

    @Test
    void today_begins_at_midnight_where_the_branch_is() {
        clock.set("2026-11-22T22:30:00Z");
        RecordingDesk desk = desk();
        desk.checkIn("31000000000011", Set.of());
        assertEquals(new Tally(0, 0, 1), desk.tally(""));

        clock.set("2026-11-22T23:00:00Z");
        assertEquals(new Tally(0, 0, 0), desk.tally(""), "midnight in Amsterdam is 23:00 UTC");
        desk.checkIn("31000000000029", Set.of());
        assertEquals(new Tally(0, 0, 1), desk.tally(""));
        assertEquals(new Tally(0, 0, 1), desk().tally(""), "restarted after midnight");
    }

    @Test
    void the_first_scan_waits_for_the_last_minute_and_not_for_the_count_of_the_day() {
        Instant now = clock.instant();
        CheckIn lately = new CheckIn(ids.next(), new ItemBarcode("31000000000029"), now.minusSeconds(30),
                TestBranch.standard().origin());
        queue.add(List.of(checkOut(PATRON, 1, now.minus(Duration.ofHours(1))), lately));
        RecordingDesk desk = desk();

        assertInstanceOf(DeskAnswer.Doubtful.class, desk.checkIn("31000000000029", Set.of()));
        assertEquals(Optional.empty(), tallyOf(desk.checkIn("31000000000011", Set.of())));
        assertEquals(new Tally(1, 1, 2), desk.tally(PATRON));
        assertEquals(Optional.of(new Tally(0, 1, 3)), tallyOf(desk.checkIn("31000000000037", Set.of())));
    }

    private static Optional<Tally> tallyOf(DeskAnswer answer) {
        return assertInstanceOf(DeskAnswer.Recorded.class, answer).tally();
    }

    @Test
    void scans_do_not_read_the_queue_again() {
        RecordingDesk desk = desk();
        desk.tally("");
        for (int i = 0; i < 200; i++) {
            desk.checkOut(PATRON, "3%013d".formatted(i), clock.instant().plusSeconds(60),
                    Set.of(Caution.CHECK_DIGIT));
        }
        assertEquals(new Tally(200, 200, 0), desk.tally(PATRON));
        assertEquals(1, queue.readings());
    }

    @Test
    void a_store_that_cannot_be_read_keeps_nobody_from_recording_and_is_not_asked_at_each_scan() {
        queue.add(checkIn(1, clock.instant()));
        queue.setUnreadable(true);
        RecordingDesk desk = desk();
        assertEquals(new Tally(0, 0, 0), desk.tally(""));

        queue.setUnreadable(false);
        desk.checkIn("31000000000011", Set.of());
        assertEquals(new Tally(0, 0, 1), desk.tally(""), "what is known so far");
        clock.advance(Duration.ofSeconds(31));
        assertEquals(new Tally(0, 0, 2), desk.tally(""), "read at last");
    }

    @Test
    void when_the_store_recovers_the_counts_are_completed_at_once() {
        queue.add(checkIn(1, clock.instant()));
        queue.setUnreadable(true);
        RecordingDesk desk = desk();
        desk.tally("");
        queue.setUnreadable(false);
        queue.setHealth(new QueueHealth.Healthy());
        assertEquals(new Tally(0, 0, 1), desk.tally(""));
    }

    @Test
    void whatever_is_recorded_deleted_imported_and_however_time_passes_counts_equal_the_queue() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        RecordingDesk desk = desk();
        for (int step = 0; step < 600; step++) {
            switch (random.nextInt(6)) {
                case 0 -> clock.advance(Duration.ofMinutes(random.nextInt(300)));
                case 1 -> deleteOne(random);
                case 2 -> importSome(random);
                case 3 -> desk.checkIn("3%013d".formatted(step), Set.of(Caution.CHECK_DIGIT));
                default -> desk.checkOut(random.nextBoolean() ? PATRON : OTHER, "3%013d".formatted(step),
                        clock.instant().plusSeconds(60), Set.of(Caution.CHECK_DIGIT));
            }
            assertEquals(desk().tally(PATRON), desk.tally(PATRON), "step " + step + ", seed " + seed);
        }
        assertTrue(queue.rows().size() > 100, "seed " + seed);
    }

    private void deleteOne(Random random) {
        List<QueueEntry> rows = queue.rows();
        if (!rows.isEmpty()) {
            queue.delete(List.of(rows.get(random.nextInt(rows.size())).id()), TestBranch.standard().origin());
        }
    }

    private void importSome(Random random) {
        List<Transaction> some = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Instant at = clock.instant().minus(Duration.ofHours(random.nextInt(40)));
            some.add(random.nextBoolean() ? checkIn(random.nextInt(50), at) : checkOut(PATRON, random.nextInt(50), at));
        }
        queue.add(some);
        queue.add(some);
    }
}
