/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

import org.carrel.inventory.callnumber.ShelfKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Books are numbers here: their keys. */
@DisplayName("The order of a shelf")
class ShelfOrderTest {

    @Test
    void needs_no_move_when_nothing_descends() {
        assertTrue(ShelfOrder.of(List.of()).isInOrder());
        assertTrue(ShelfOrder.of(books(7)).isInOrder());
        assertTrue(ShelfOrder.of(books(1, 2, 2, 2, 3)).isInOrder(), "equal keys are no error");
    }

    @Test
    void names_the_one_book_that_strayed_and_where_it_belongs() {
        assertEquals(List.of(new Misplaced(1, OptionalInt.of(4), OptionalInt.of(5))),
                ShelfOrder.of(books(1, 8, 2, 3, 7, 9)).misplaced());
    }

    @Test
    void says_when_a_book_belongs_at_the_beginning_or_the_end() {
        assertEquals(List.of(new Misplaced(3, OptionalInt.empty(), OptionalInt.of(0))),
                ShelfOrder.of(books(2, 3, 4, 1)).misplaced());
        assertEquals(List.of(new Misplaced(0, OptionalInt.of(3), OptionalInt.empty())),
                ShelfOrder.of(books(9, 2, 3, 4)).misplaced());
    }

    @Test
    void puts_a_book_behind_those_with_an_equal_key() {
        assertEquals(List.of(new Misplaced(4, OptionalInt.of(1), OptionalInt.of(2))),
                ShelfOrder.of(books(2, 2, 3, 4, 2)).misplaced());
    }

    @Test
    void bears_what_a_wand_swapped_and_still_finds_what_is_far_away() {
        List<ShelfKey> row = books(2, 1, 4, 3, 90, 5, 6, 7, 8);
        assertEquals(List.of(4), places(ShelfOrder.of(row, 1)));
        assertFalse(ShelfOrder.of(row, 3).isInOrder(), "90 was read four places before 8");
        assertTrue(ShelfOrder.of(row, 4).isInOrder());
        assertThrows(IllegalArgumentException.class, () -> ShelfOrder.of(row, -1));
    }

    @Test
    @DisplayName("asks for the fewest moves there can be, as trying all of them shows")
    void asks_for_the_fewest_moves() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 3000; round++) {
            int size = random.nextInt(11);
            List<ShelfKey> row = books(random.ints(size, 0, 1 + random.nextInt(12)).toArray());
            int reach = random.nextInt(5);
            int fewest = fewestByTrying(row, reach);
            ShelfOrder order = ShelfOrder.of(row, reach);
            assertEquals(fewest, order.misplaced().size(), () -> "seed " + seed + ", reach " + reach + ", " + row);
            assertTrue(isInOrder(row, without(row, order), reach),
                    () -> "seed " + seed + ", reach " + reach + ", " + row);
        }
    }

    @Test
    @DisplayName("is sorted once exactly the named books stand where the moves say")
    void is_sorted_once_the_moves_are_made() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int size = random.nextInt(200);
            int[] sorted = random.ints(size, 0, 500).sorted().toArray();
            List<Integer> shuffled = new ArrayList<>(IntStream.of(sorted).boxed().toList());
            for (int i = random.nextInt(20); i > 0 && size > 0; i--) {
                shuffled.add(random.nextInt(size), shuffled.remove(random.nextInt(size)));
            }
            List<ShelfKey> row = books(shuffled.stream().mapToInt(Integer::intValue).toArray());
            List<ShelfKey> moved = moved(row, ShelfOrder.of(row));
            assertEquals(row.stream().sorted().toList(), moved, () -> "seed " + seed + ", " + shuffled);
            RunningOrder running = new RunningOrder();
            row.forEach(running::add);
            assertEquals(ShelfOrder.of(row).misplaced().size(), running.misplaced(), () -> "seed " + seed);
        }
    }

    @Test
    @DisplayName("finds no more books than were carried away, on a shelf of 20,000")
    void finds_no_more_than_were_carried_away() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<ShelfKey> row = new ArrayList<>(books(IntStream.range(0, 20_000).toArray()));
        for (int i = 0; i < 40; i++) {
            row.add(random.nextInt(row.size()), row.remove(random.nextInt(row.size())));
        }
        ShelfOrder order = ShelfOrder.of(row);
        assertTrue(order.misplaced().size() <= 40, () -> "seed " + seed + ": " + order.misplaced().size());
        assertEquals(row.stream().sorted().toList(), moved(row, order), () -> "seed " + seed);
        assertTrue(ShelfOrder.of(row, 3).misplaced().size() <= order.misplaced().size(), () -> "seed " + seed);
    }

    /** The row after each book was put where it was said to belong, in the order of the keys. */
    private static List<ShelfKey> moved(List<ShelfKey> row, ShelfOrder order) {
        List<Misplaced> moves = new ArrayList<>(order.misplaced());
        moves.sort(Comparator.comparing((Misplaced move) -> row.get(move.place())));
        List<ShelfKey> result = new ArrayList<>();
        moves.stream().filter(move -> move.behind().isEmpty()).forEach(move -> result.add(row.get(move.place())));
        for (int place = 0; place < row.size(); place++) {
            if (!order.isMisplaced(place)) {
                int here = place;
                result.add(row.get(place));
                moves.stream().filter(move -> move.behind().equals(OptionalInt.of(here)))
                        .forEach(move -> result.add(row.get(move.place())));
            }
        }
        return result;
    }

    private static int fewestByTrying(List<ShelfKey> row, int reach) {
        int fewest = row.size();
        for (int kept = 0; kept < 1 << row.size(); kept++) {
            int moves = row.size() - Integer.bitCount(kept);
            if (moves < fewest && isInOrder(row, kept, reach)) {
                fewest = moves;
            }
        }
        return fewest;
    }

    private static int without(List<ShelfKey> row, ShelfOrder order) {
        return IntStream.range(0, row.size()).filter(place -> !order.isMisplaced(place)).map(place -> 1 << place).sum();
    }

    /** By the definition: no book more than {@code reach} places before one with a smaller key. */
    private static boolean isInOrder(List<ShelfKey> row, int kept, int reach) {
        for (int i = 0; i < row.size(); i++) {
            for (int j = i + reach + 1; j < row.size(); j++) {
                if ((kept >> i & 1) == 1 && (kept >> j & 1) == 1 && row.get(i).compareTo(row.get(j)) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Integer> places(ShelfOrder order) {
        return order.misplaced().stream().map(Misplaced::place).toList();
    }

    private static List<ShelfKey> books(int... keys) {
        List<ShelfKey> books = new ArrayList<>();
        for (int key : keys) {
            books.add(ShelfKey.of(new byte[] { (byte) (key >>> 16), (byte) (key >>> 8), (byte) key }));
        }
        return Collections.unmodifiableList(books);
    }
}
