/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

class TransactionIdsTest {

    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T12:00:00.123Z"));

    /** A clock that a test sets by hand. */
    private static final class HandClock extends Clock {

        private Instant now;

        HandClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("ids know no zone");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static long millis(TransactionId id) {
        return id.value().getMostSignificantBits() >>> 16;
    }

    private static void assertIncreasing(List<TransactionId> ids) {
        for (int i = 1; i < ids.size(); i++) {
            assertTrue(ids.get(i - 1).compareTo(ids.get(i)) < 0, ids.get(i - 1) + " before " + ids.get(i));
        }
    }

    @Test
    void an_id_is_a_uuid_of_version_7_that_carries_its_time() {
        TransactionIds ids = new TransactionIds(clock);
        for (int i = 0; i < 100; i++) {
            UUID uuid = ids.next().value();
            assertEquals(7, uuid.version());
            assertEquals(2, uuid.variant());
        }
        assertEquals(clock.millis(), millis(new TransactionIds(clock).next()));
    }

    @Test
    void the_example_of_the_standard_is_read_and_written() {
        String example = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
        TransactionId id = TransactionId.parse(example);
        assertEquals(example, id.toString());
        assertEquals(Instant.parse("2022-02-22T19:22:22Z").toEpochMilli(), millis(id));
        assertThrows(IllegalArgumentException.class, () -> TransactionId.parse("not-an-id"));
    }

    @Test
    void ids_of_one_millisecond_increase_even_in_a_burst_that_overflows_the_counter() {
        TransactionIds ids = new TransactionIds(clock);
        List<TransactionId> burst = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            burst.add(ids.next());
        }
        assertIncreasing(burst);
        assertTrue(burst.stream().allMatch(id -> id.value().version() == 7 && id.value().variant() == 2));
        assertTrue(millis(burst.getLast()) - clock.millis() < 10, "borrows a few milliseconds, no more");
    }

    @Test
    void ids_increase_when_the_clock_is_set_back_and_when_it_comes_round_again() {
        TransactionIds ids = new TransactionIds(clock);
        List<TransactionId> made = new ArrayList<>(List.of(ids.next()));
        clock.now = clock.now.minusSeconds(3_600);
        made.add(ids.next());
        made.add(ids.next());
        clock.now = clock.now.plusSeconds(7_200);
        made.add(ids.next());
        assertIncreasing(made);
        assertEquals(clock.millis(), millis(made.getLast()));
    }

    @Test
    void whatever_the_clock_does_ids_increase() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        TransactionIds ids = new TransactionIds(clock, new Random(seed));
        List<TransactionId> made = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            clock.now = clock.now.plusMillis(random.nextInt(41) - 20);
            made.add(ids.next());
        }
        List<TransactionId> sorted = new ArrayList<>(made);
        Collections.shuffle(sorted, random);
        Collections.sort(sorted);
        assertEquals(made, sorted, "seed " + seed);
    }

    @Test
    void order_is_unsigned() {
        TransactionId low = new TransactionId(new UUID(Long.MAX_VALUE, 0));
        TransactionId high = new TransactionId(new UUID(Long.MIN_VALUE, 0));
        assertTrue(low.compareTo(high) < 0);
        assertTrue(new TransactionId(new UUID(0, Long.MAX_VALUE))
                .compareTo(new TransactionId(new UUID(0, Long.MIN_VALUE))) < 0);
        assertEquals(0, low.compareTo(new TransactionId(low.value())));
    }

    @Test
    void several_threads_never_get_the_same_id() throws Exception {
        TransactionIds ids = new TransactionIds(Clock.systemUTC());
        Callable<List<TransactionId>> many = () -> {
            List<TransactionId> made = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                made.add(ids.next());
            }
            return made;
        };
        Set<TransactionId> all = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<TransactionId>> made : threads.invokeAll(Collections.nCopies(4, many))) {
                assertIncreasing(made.get());
                all.addAll(made.get());
            }
        }
        assertEquals(20_000, all.size());
    }
}
