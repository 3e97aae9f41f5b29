/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

import org.carrel.model.port.QueueUnavailableException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reloading a view")
class ReloadTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Integer> shown = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final AtomicInteger readings = new AtomicInteger();
    private Runnable duringReading = () -> {
    };

    private final Reload<Integer> reload = new Reload<>(() -> {
        duringReading.run();
        return readings.incrementAndGet();
    }, background::add, Runnable::run, shown::add, failure -> failures.add(failure.getMessage()));

    @Test
    void reads_once_for_a_burst_of_changes() {
        reload.request();
        reload.request();
        reload.request();
        runAll();
        assertEquals(1, readings.get());
        assertEquals(List.of(1), shown);
    }

    @Test
    void reads_again_for_a_change_during_the_reading() {
        duringReading = () -> {
            if (readings.get() == 0) {
                reload.request();
                reload.request();
            }
        };
        reload.request();
        runAll();
        assertEquals(List.of(1, 2), shown);
    }

    @Test
    void reads_again_after_it_has_come_to_rest() {
        reload.request();
        runAll();
        reload.request();
        runAll();
        assertEquals(List.of(1, 2), shown);
    }

    @Test
    void says_that_the_store_failed_and_tries_again_at_the_next_change() {
        duringReading = () -> {
            throw new QueueUnavailableException("The disk is gone.", null);
        };
        reload.request();
        runAll();
        assertEquals(List.of("The disk is gone."), failures);
        duringReading = () -> {
        };
        reload.request();
        runAll();
        assertEquals(List.of(1), shown);
    }

    @Test
    void stops_when_the_view_is_closed() {
        reload.request();
        reload.close();
        runAll();
        reload.request();
        assertTrue(background.isEmpty());
        assertEquals(0, readings.get());
    }

    private void runAll() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
