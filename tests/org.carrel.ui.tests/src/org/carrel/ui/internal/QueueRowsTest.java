/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueQuery;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rows of a table")
class QueueRowsTest {

    private final FakeQueue queue = new FakeQueue();
    private final Later background = new Later();
    private final Later ui = new Later();
    private final List<String> drawn = new ArrayList<>();
    private final QueueRows rows = new QueueRows(queue, background, ui, new QueueRows.Watcher() {
        @Override
        public void refreshed() {
            drawn.add("all");
        }

        @Override
        public void inserted(int row) {
            drawn.add("+" + row);
        }

        @Override
        public void removed(int row) {
            drawn.add("-" + row);
        }

        @Override
        public void changed(int first, int last) {
            drawn.add(first + ".." + last);
        }

        @Override
        public void failed(RuntimeException why) {
            drawn.add(why.getMessage());
        }
    });

    private void settle() {
        do {
            background.runAll();
            ui.runAll();
        } while (background.waiting() + ui.waiting() > 0);
    }

    private long[] shown() {
        return IntStream.range(0, rows.size()).mapToLong(rows::sequence).toArray();
    }

    @Test
    void show_the_newest_first() {
        queue.add(Entries.in(1, "a"), Entries.in(2, "b"));
        rows.open(QueueQuery.all());
        settle();
        assertArrayEquals(new long[] { 2, 1 }, shown());
    }

    @Test
    void take_in_a_new_row_without_asking_the_store() {
        rows.open(QueueQuery.all());
        settle();
        drawn.clear();
        queue.add(Entries.in(1, "a"));
        ui.runAll();
        assertEquals(List.of("+0"), drawn);
        assertEquals(0, background.waiting(), "questions to the store");
        assertEquals("a", rows.present(0).orElseThrow().transaction().item().value());
    }

    @Test
    void miss_nothing_that_is_committed_while_the_index_is_read() {
        queue.add(Entries.in(1, "a"), Entries.in(2, "b"));
        rows.open(QueueQuery.all());
        queue.meanwhile = () -> {
            queue.add(Entries.in(3, "c"));
            queue.remove(1);
            ui.runAll();
        };
        settle();
        assertArrayEquals(new long[] { 3, 2 }, shown());
    }

    @Test
    void drop_a_row_whose_state_no_longer_fits_the_filter() {
        queue.add(Entries.in(1, "a"), Entries.in(2, "b"));
        rows.open(QueueQuery.all().withStates(Set.of(TransactionState.AWAITING_SYNC)));
        settle();
        drawn.clear();
        queue.update(Entries.standing(Entries.in(2, "b"), TransactionState.UPLOADED));
        settle();
        assertEquals(List.of("-0"), drawn);
        assertArrayEquals(new long[] { 1 }, shown());
    }

    @Test
    void ask_again_when_sorted_by_another_column() {
        queue.add(Entries.in(1, "b"), Entries.in(2, "c"));
        rows.open(QueueQuery.all());
        settle();
        rows.show(QueueQuery.all().sortedBy(QueueQuery.Order.ITEM, false));
        settle();
        queue.add(Entries.in(3, "a"));
        settle();
        assertArrayEquals(new long[] { 3, 1, 2 }, shown());
    }

    @Test
    void draw_many_changes_in_one_go() {
        rows.open(QueueQuery.all());
        settle();
        drawn.clear();
        for (int i = 1; i <= 1_000; i++) {
            queue.add(Entries.in(i, "i" + i));
        }
        assertEquals(1, ui.waiting(), "wake-ups of the UI thread");
        ui.runAll();
        assertEquals(List.of("all"), drawn);
        assertEquals(1_000, rows.size());
    }

    @Test
    void fetch_a_page_only_once_however_often_it_is_drawn() {
        for (int i = 1; i <= 250; i++) {
            queue.add(Entries.in(i, "i" + i));
        }
        rows.open(QueueQuery.all());
        settle();
        FakeQueue fresh = new FakeQueue();
        fresh.rows.putAll(queue.rows);
        QueueRows others = new QueueRows(fresh, background, ui, new Silent());
        others.open(QueueQuery.all());
        settle();
        for (int row = 0; row < 20; row++) {
            assertTrue(others.entry(row).isEmpty());
        }
        assertEquals(1, background.waiting(), "questions to the store");
        settle();
        assertEquals(250, others.entry(0).orElseThrow().sequence());
        assertTrue(others.present(QueueRows.PAGE).isEmpty(), "the next page was not asked for");
    }

    @Test
    void keep_what_they_show_when_the_store_fails() {
        queue.add(Entries.in(1, "a"));
        rows.open(QueueQuery.all());
        settle();
        queue.failing = true;
        drawn.clear();
        rows.show(QueueQuery.all().withText("a"));
        settle();
        assertEquals(List.of("The disk is gone."), drawn);
        assertArrayEquals(new long[] { 1 }, shown());
    }

    @Test
    void end_as_the_store_does_after_any_history() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        rows.open(QueueQuery.all().withStates(Set.of(TransactionState.AWAITING_SYNC)).withText("1"));
        long next = 1;
        for (int step = 0; step < 2_000; step++) {
            switch (random.nextInt(7)) {
                case 0, 1, 2 -> queue.add(Entries.in(next, "i" + next++));
                case 3 -> {
                    if (!queue.rows.isEmpty()) {
                        queue.remove(any(random));
                    }
                }
                case 4 -> {
                    if (!queue.rows.isEmpty()) {
                        queue.update(Entries.standing(queue.rows.get(any(random)),
                                TransactionState.values()[random.nextInt(TransactionState.values().length)]));
                    }
                }
                case 5 -> {
                    long late = next++;
                    queue.meanwhile = () -> {
                        queue.add(Entries.in(late, "late" + late));
                        ui.runAll();
                    };
                    background.runOne();
                }
                default -> ui.runOne();
            }
            if (random.nextInt(200) == 0) {
                rows.show(rows.query().sortedBy(QueueQuery.Order.SEQUENCE, random.nextBoolean()));
            }
        }
        settle();
        queue.meanwhile = () -> {
        };
        assertArrayEquals(queue.index(rows.query()), shown(), "seed " + seed);
    }

    private long any(Random random) {
        List<Long> all = List.copyOf(queue.rows.keySet());
        return all.get(random.nextInt(all.size()));
    }

    private static final class Silent implements QueueRows.Watcher {
        @Override
        public void refreshed() {
            // not looked at
        }

        @Override
        public void inserted(int row) {
            // not looked at
        }

        @Override
        public void removed(int row) {
            // not looked at
        }

        @Override
        public void changed(int first, int last) {
            // not looked at
        }

        @Override
        public void failed(RuntimeException why) {
            throw why;
        }
    }
}
