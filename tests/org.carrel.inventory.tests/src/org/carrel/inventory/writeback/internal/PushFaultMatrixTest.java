/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.inventory.writeback.Pushed.Ending;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.practice.PracticeServer;
import org.carrel.store.Store;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of the practice server that can strike a push, over HTTP and with the real store: where the item stands,
 * how often it was counted, and where both end when the fault is over.
 */
@DisplayName("With a fault")
@Timeout(120)
class PushFaultMatrixTest {

    @TempDir
    Path folder;

    /** The fault, where an item stands under it, how often it was counted then, and how the push ended. */
    static Stream<Arguments> faults() {
        return Stream.of(
                // Harmless, and answers that are judged by their status alone.
                Arguments.of("inventory latency 20ms", State.TOLD, 1, Ending.COMPLETED),
                Arguments.of("inventory malformed", State.TOLD, 1, Ending.COMPLETED),
                Arguments.of("inventory empty", State.TOLD, 1, Ending.COMPLETED),
                // Surely not counted: tried again, and then waiting.
                Arguments.of("inventory 429", State.WAITING, 0, Ending.COMPLETED),
                Arguments.of("inventory 429 retry-after 90s", State.WAITING, 0, Ending.SYSTEM_AWAY),
                Arguments.of("inventory html", State.WAITING, 0, Ending.COMPLETED),
                Arguments.of("down", State.WAITING, 0, Ending.COMPLETED),
                Arguments.of("token 503", State.WAITING, 0, Ending.SIGN_IN_REFUSED),
                // The sign-in or the branch is refused: stopped at once.
                Arguments.of("token 401", State.WAITING, 0, Ending.SIGN_IN_REFUSED),
                Arguments.of("inventory 401", State.WAITING, 0, Ending.SIGN_IN_REFUSED),
                Arguments.of("inventory 403", State.WAITING, 0, Ending.SIGN_IN_REFUSED),
                Arguments.of("inventory status 405", State.WAITING, 0, Ending.SIGN_IN_REFUSED),
                // The item is refused.
                Arguments.of("inventory status 400", State.REFUSED, 0, Ending.COMPLETED),
                Arguments.of("inventory status 409", State.REFUSED, 0, Ending.COMPLETED),
                // Perhaps counted, and it was not.
                Arguments.of("inventory drop-before", State.UNKNOWN, 0, Ending.COMPLETED),
                Arguments.of("inventory 500", State.UNKNOWN, 0, Ending.COMPLETED),
                Arguments.of("inventory 503", State.UNKNOWN, 0, Ending.COMPLETED),
                Arguments.of("inventory 503 retry-after 1s", State.UNKNOWN, 0, Ending.COMPLETED),
                Arguments.of("inventory latency 20s", State.UNKNOWN, 0, Ending.COMPLETED),
                // Perhaps counted, and it was.
                Arguments.of("inventory drop-after", State.UNKNOWN, 1, Ending.COMPLETED),
                Arguments.of("inventory status-after 502", State.UNKNOWN, 1, Ending.COMPLETED),
                Arguments.of("inventory status-after 504", State.UNKNOWN, 1, Ending.COMPLETED));
    }

    @ParameterizedTest(name = "{0}: an item is {1}, counted {2} times, and the push ends {3}")
    @MethodSource("faults")
    void an_item_ends_as_it_should_on_both_sides(String fault, State state, int counted, Ending ending)
            throws Exception {
        try (PracticeServer server = Pushing.server(1)) {
            server.bringUp();
            server.misbehave(fault);
            Pushing branch = Pushing.at(server.address().getPort(), 2,
                    fault.contains(" 20s") ? Duration.ofMillis(800) : Duration.ofSeconds(20), folder);
            try (Store store = new Store(branch, Clock.systemUTC())) {
                long project = Pushing.readAll(store, 1).number();
                Pushed pushed = push(branch, store, Clock.systemUTC());
                WriteBackEntry entry = store.writeBacks(project).getFirst();
                String shown = pushed + ", " + entry;
                assertEquals(state, entry.state(), shown);
                assertEquals(counted, counts(server), shown);
                assertEquals(ending, pushed.ending(), shown);

                server.misbehave("");
                push(branch, store, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)));
                entry = store.writeBacks(project).getFirst();
                assertEquals(state == State.WAITING ? State.TOLD : state, entry.state(), shown);
                assertEquals(state == State.WAITING ? 1 : counted, counts(server), shown);
                assertTrue(counts(server) <= 1, shown);
            }
        }
    }

    private static int counts(PracticeServer server) {
        return server.inventoried().getOrDefault(PracticeBarcodes.item(1), 0);
    }

    private static Pushed push(Pushing branch, Store store, Clock signInClock) {
        return branch.push(store, Pushing.snapshot(1), PushMonitor.SILENT, signInClock);
    }
}
