/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A view that keeps its own pace")
class PacedTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int turns;

    @Test
    void shows_a_burst_of_changes_once() {
        Paced paced = new Paced(waiting::add, () -> turns++);
        for (int i = 0; i < 10_000; i++) {
            paced.request();
        }
        assertEquals(1, waiting.size());
        waiting.pop().run();
        assertEquals(1, turns);
    }

    @Test
    void takes_another_turn_for_what_changes_while_it_shows() {
        Paced[] paced = new Paced[1];
        paced[0] = new Paced(waiting::add, () -> {
            if (turns++ == 0) {
                paced[0].request();
            }
        });
        paced[0].request();
        waiting.pop().run();
        assertEquals(1, waiting.size());
        waiting.pop().run();
        assertEquals(2, turns);
    }
}
