/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.model.UpdateRules.Look;
import org.carrel.model.port.ConnectionState;
import org.carrel.model.port.Reachability;
import org.carrel.model.port.Subscription;
import org.carrel.testkit.MemoryPreferences;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Looking for updates")
class AutomaticLookTest {

    private final TestClock clock = new TestClock("2026-03-10T11:00:00Z");
    private final LookMemory memory = new LookMemory(MemoryPreferences.empty(), clock);
    private final FakeConnection connection = new FakeConnection();
    private int looks;

    private AutomaticLook look(Look when) {
        return new AutomaticLook(when, memory, connection, () -> looks++);
    }

    @Test
    void waits_while_the_desk_is_off_line() {
        look(Look.AT_START);
        connection.seen(false);
        assertEquals(0, looks);
        connection.seen(true);
        assertEquals(1, looks);
    }

    @Test
    void happens_once_after_the_start() {
        connection.seen(true);
        AutomaticLook look = look(Look.AT_START);
        connection.seen(false);
        connection.seen(true);
        look.tick();
        assertEquals(1, looks);
    }

    @Test
    void happens_once_a_day_whether_the_program_was_closed_or_not() {
        connection.seen(true);
        AutomaticLook first = look(Look.DAILY);
        first.close();
        AutomaticLook second = look(Look.DAILY);
        assertEquals(1, looks);
        clock.advance(Duration.ofHours(25));
        second.tick();
        assertEquals(2, looks);
    }

    @Test
    void never_happens_when_the_branch_does_not_want_it_or_the_window_is_closed() {
        look(Look.NEVER);
        look(Look.AT_START).close();
        connection.seen(true);
        assertEquals(0, looks);
    }

    @Test
    void never_happens_while_the_workstation_does_not_want_it() {
        memory.wantLook(false);
        AutomaticLook look = look(Look.AT_START);
        connection.seen(true);
        assertEquals(0, looks);
        memory.wantLook(true);
        look.tick();
        assertEquals(1, looks);
    }

    /** A connection as the test says. */
    private static final class FakeConnection implements ConnectionState {

        private final List<Consumer<Reachability>> listeners = new ArrayList<>();
        private Optional<Reachability> latest = Optional.empty();

        void seen(boolean reachable) {
            latest = Optional.of(new Reachability(reachable, "", new TestClock("2026-03-10T11:00:00Z").instant()));
            List.copyOf(listeners).forEach(listener -> listener.accept(latest.get()));
        }

        @Override
        public Optional<Reachability> latest() {
            return latest;
        }

        @Override
        public Subscription observe(Consumer<Reachability> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}
