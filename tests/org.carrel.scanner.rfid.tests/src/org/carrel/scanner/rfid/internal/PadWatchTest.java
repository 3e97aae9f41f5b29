/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is seen on a pad")
class PadWatchTest {

    private static List<String> items(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "item-" + i).toList();
    }

    @Test
    @DisplayName("is one stack when it is laid down together, though the reader sees it bit by bit")
    void is_one_stack_when_laid_down_together() {
        PadWatch watch = new PadWatch();

        assertEquals(List.of(), watch.look(items(0, 7)));
        assertEquals(List.of(), watch.look(items(0, 15)));
        assertEquals(List.of(), watch.look(items(3, 20)));
        assertEquals(items(0, 20), watch.look(items(0, 20)));
        for (int i = 0; i < 1_000; i++) {
            assertEquals(List.of(), watch.look(items(0, 20)));
        }
    }

    @Test
    @DisplayName("is there again only after it was away for a while, not after the reader missed it")
    void is_there_again_only_after_it_was_away() {
        PadWatch watch = new PadWatch();
        watch.look(items(0, 2));
        assertEquals(items(0, 2), watch.look(items(0, 2)));

        watch.look(items(0, 1));
        watch.look(items(0, 1));
        assertEquals(List.of(), watch.look(items(0, 2)));
        watch.look(List.of());
        watch.look(List.of());
        watch.look(List.of());
        assertEquals(List.of(), watch.look(items(0, 2)));
        assertEquals(items(0, 2), watch.look(items(0, 2)));
    }

    @Test
    @DisplayName("counts although it was seen once and lifted at once")
    void counts_although_it_was_lifted_at_once() {
        PadWatch watch = new PadWatch();

        watch.look(items(0, 1));
        assertEquals(items(0, 1), watch.look(List.of()));
    }

    @Test
    @DisplayName("is passed on in the end while others lay down more and more")
    void is_passed_on_in_the_end() {
        PadWatch watch = new PadWatch();
        List<String> passedOn = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            passedOn.addAll(watch.look(items(0, i)));
        }
        assertTrue(passedOn.size() >= 90, passedOn::toString);
        assertEquals(new LinkedHashSet<>(passedOn).size(), passedOn.size(), "nothing twice");
    }

    @Test
    @DisplayName("is passed on once for each time that it is laid down, whatever comes and goes at random")
    void is_passed_on_once_for_each_time() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        PadWatch watch = new PadWatch();
        Map<String, Integer> laid = new HashMap<>();
        Map<String, Integer> passedOn = new HashMap<>();
        Map<String, Integer> away = new HashMap<>();
        Set<String> lying = new LinkedHashSet<>();
        for (int look = 0; look < 20_000; look++) {
            for (String item : items(0, 30)) {
                boolean mayReturn = away.getOrDefault(item, 99) > 12;
                if (lying.contains(item) && random.nextInt(20) == 0) {
                    lying.remove(item);
                    away.put(item, 0);
                } else if (!lying.contains(item) && mayReturn && random.nextInt(20) == 0) {
                    lying.add(item);
                    laid.merge(item, 1, Integer::sum);
                }
                away.computeIfPresent(item, (one, looks) -> looks + 1);
            }
            // The reader misses a few now and then, though never three times in a row.
            boolean blurred = look % 3 == 1;
            Set<String> seen = new LinkedHashSet<>(lying);
            seen.removeIf(item -> blurred && laid.get(item) == passedOn.getOrDefault(item, 0).intValue()
                    && random.nextInt(10) == 0);
            watch.look(seen).forEach(item -> passedOn.merge(item, 1, Integer::sum));
        }
        lying.clear();
        for (int i = 0; i < 20; i++) {
            watch.look(lying).forEach(item -> passedOn.merge(item, 1, Integer::sum));
        }

        assertEquals(laid, passedOn, () -> "seed " + seed);
    }
}
