/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.inventory.writeback.Pushed.Ending;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.inventory.WriteBackRules;
import org.carrel.model.port.InventoryWriteBack;
import org.carrel.model.port.WriteBackLedger.Change;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A push")
@Timeout(60)
class PushRunTest {

    private static final Patience HASTY = new Patience(3, Duration.ofMillis(1), Duration.ofMillis(2),
            Duration.ofSeconds(60), 3);
    private static final Outcome COUNTED = new Outcome.Accepted(Optional.empty(), List.of());
    private static final Outcome LOST = new Outcome.NoAnswer("connection reset", true, Optional.empty());
    private static final Outcome NOT_REACHED = new Outcome.NoAnswer("connection refused", false, Optional.empty());

    private final MemoryWriteBacks ledger = new MemoryWriteBacks(Clock.systemUTC());

    /** A library system that answers each item's n-th request (from 1) as it is told to. */
    private static final class Library implements InventoryWriteBack {

        private final BiFunction<String, Integer, Outcome> answers;
        private final Map<String, Integer> requests = new ConcurrentHashMap<>();

        Library(BiFunction<String, Integer, Outcome> answers) {
            this.answers = answers;
        }

        @Override
        public boolean isSetUp() {
            return true;
        }

        @Override
        public Outcome inventoried(ItemBarcode item) {
            return answers.apply(item.value(), requests.merge(item.value(), 1, Integer::sum));
        }

        int requests() {
            return requests.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private List<WriteBackEntry> waiting(int items) {
        ledger.addWriteBacks(1, IntStream.rangeClosed(1, items).mapToObj(n -> new ItemBarcode("i" + n)).toList());
        return ledger.writeBacks(1);
    }

    private Pushed push(Library library, int items, int lanes) {
        return push(library, items, lanes, Duration.ZERO, PushMonitor.SILENT);
    }

    private Pushed push(Library library, int items, int lanes, Duration interval, PushMonitor monitor) {
        WriteBackRules settings = new WriteBackRules("http://127.0.0.1:9/{barcode}", "{}", interval, lanes,
                Optional.empty());
        return new PushRun(ledger, library, settings, waiting(items), monitor, HASTY, Clock.systemUTC()).carryOut();
    }

    private Map<State, Long> states() {
        return ledger.writeBacks(1).stream()
                .collect(Collectors.groupingBy(WriteBackEntry::state, Collectors.counting()));
    }

    private WriteBackEntry only() {
        assertEquals(1, ledger.writeBacks(1).size());
        return ledger.writeBacks(1).getFirst();
    }

    private static Outcome refused(Problem.Kind kind) {
        return new Outcome.Refused(new Problem(kind, "HTTP 4xx", "No."));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 8 })
    void tells_of_each_item_once(int lanes) {
        Library library = new Library((item, n) -> COUNTED);
        Pushed pushed = push(library, 100, lanes);
        assertEquals(new Pushed(Ending.COMPLETED, 100, 0, 0, 0, ""), pushed);
        assertEquals(Map.of(State.TOLD, 100L), states());
        assertEquals(100, library.requests.size());
        assertEquals(100, library.requests());
    }

    @Test
    void has_written_down_that_a_request_goes_out_before_it_goes_out() {
        Library library = new Library((item, n) -> {
            State then = ledger.writeBacks(1).stream().filter(one -> one.item().value().equals(item)).findFirst()
                    .orElseThrow().state();
            return then == State.IN_FLIGHT ? COUNTED : refused(Problem.Kind.OTHER);
        });
        assertEquals(20, push(library, 20, 3).told());
    }

    @Test
    void never_repeats_what_was_perhaps_counted() {
        Library library = new Library((item, n) -> item.equals("i2") ? LOST : COUNTED);
        Pushed pushed = push(library, 3, 1);
        assertEquals(new Pushed(Ending.COMPLETED, 2, 0, 1, 0, ""), pushed);
        assertEquals(1, library.requests.get("i2"));
        WriteBackEntry lost = ledger.writeBacks(1).get(1);
        assertEquals(State.UNKNOWN, lost.state());
        assertEquals("connection reset", lost.detail());
    }

    @Test
    void tries_again_what_surely_was_not_counted() {
        Library library = new Library((item, n) -> n < 3 ? NOT_REACHED : COUNTED);
        assertEquals(1, push(library, 1, 1).told());
        assertEquals(3, only().attempts());
    }

    @Test
    void gives_up_an_item_after_some_tries_and_leaves_it_waiting() {
        Library library = new Library((item, n) -> item.equals("i2") ? refused(Problem.Kind.TEMPORARY) : COUNTED);
        Pushed pushed = push(library, 3, 2);
        assertEquals(new Pushed(Ending.COMPLETED, 2, 0, 0, 1, ""), pushed);
        assertEquals(3, library.requests.get("i2"));
        assertEquals(Map.of(State.TOLD, 2L, State.WAITING, 1L), states());
    }

    @Test
    void ends_when_the_library_system_is_plainly_away() {
        Library library = new Library((item, n) -> NOT_REACHED);
        Pushed pushed = push(library, 500, 2);
        assertEquals(Ending.SYSTEM_AWAY, pushed.ending());
        assertEquals(500, pushed.waiting());
        assertTrue(library.requests() <= 3 * 2 + 2, () -> library.requests() + " requests");
        assertEquals(Map.of(State.WAITING, 500L), states());
    }

    @Test
    void ends_before_many_items_are_in_doubt() {
        Library library = new Library((item, n) -> LOST);
        Pushed pushed = push(library, 500, 4);
        assertEquals(Ending.SYSTEM_AWAY, pushed.ending());
        assertTrue(pushed.unknown() >= 3 && pushed.unknown() <= 3 + 4, pushed::toString);
        assertEquals(pushed.unknown(), library.requests());
        assertTrue(pushed.detail().contains("decide about the items"), pushed::detail);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 8 })
    void stops_at_the_first_refused_sign_in(int lanes) {
        Library library = new Library((item, n) -> new Outcome.SignInRefused("HTTP 401"));
        Pushed pushed = push(library, 100, lanes);
        assertEquals(Ending.SIGN_IN_REFUSED, pushed.ending());
        assertEquals(1, library.requests());
        assertEquals(Map.of(State.WAITING, 100L), states());
    }

    @Test
    void stops_when_the_branch_itself_is_refused() {
        Library library = new Library((item, n) -> refused(Problem.Kind.CONFIGURATION));
        assertEquals(Ending.SIGN_IN_REFUSED, push(library, 100, 4).ending());
        assertEquals(1, library.requests());
        assertEquals(Map.of(State.WAITING, 100L), states());
    }

    @Test
    void leaves_a_refused_item_to_a_person_and_goes_on() {
        Library library = new Library((item, n) -> item.equals("i1") ? refused(Problem.Kind.UNKNOWN_ITEM) : COUNTED);
        assertEquals(new Pushed(Ending.COMPLETED, 9, 1, 0, 0, ""), push(library, 10, 2));
        assertEquals(State.REFUSED, ledger.writeBacks(1).getFirst().state());
        assertEquals("HTTP 4xx: No.", ledger.writeBacks(1).getFirst().detail());
    }

    @Test
    void that_is_cancelled_waits_for_the_request_that_is_out_and_sends_no_other() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Library library = new Library((item, n) -> {
            cancelled.set(true);
            return COUNTED;
        });
        Pushed pushed = push(library, 100, 4, Duration.ZERO, new PushMonitor() {
            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        });
        assertEquals(Ending.CANCELLED, pushed.ending());
        assertEquals(1, pushed.told());
        assertEquals(1, library.requests());
        assertEquals(Map.of(State.TOLD, 1L, State.WAITING, 99L), states());
    }

    @Test
    void leaves_the_library_system_alone_when_it_asks_for_long() {
        Library library = new Library((item, n) -> new Outcome.NoAnswer("HTTP 429", false,
                Optional.of(Duration.ofHours(1))));
        Pushed pushed = push(library, 10, 2);
        assertEquals(Ending.SYSTEM_AWAY, pushed.ending());
        assertEquals(1, library.requests());
        assertTrue(pushed.detail().contains("61 minutes"), pushed::detail);
    }

    @Test
    void takes_a_transport_that_throws_for_an_unknown_outcome() {
        Library library = new Library((item, n) -> {
            throw new IllegalStateException("broken");
        });
        assertEquals(1, push(library, 1, 1).unknown());
        assertEquals(State.UNKNOWN, only().state());
    }

    @Test
    void does_not_tell_of_what_a_person_left_meanwhile() {
        Library library = new Library((item, n) -> {
            ledger.writeBacks(1).stream().filter(one -> one.item().value().equals("i2") && one.state() == State.WAITING)
                    .forEach(one -> ledger
                            .changeWriteBacks(List.of(new Change(one.number(), State.WAITING, State.LEFT, ""))));
            return COUNTED;
        });
        assertEquals(new Pushed(Ending.COMPLETED, 2, 0, 0, 0, ""), push(library, 3, 1));
        assertEquals(Map.of(State.TOLD, 2L, State.LEFT, 1L), states());
    }

    @Test
    void sends_nothing_that_could_not_be_written_down() {
        ledger.before(changes -> {
            throw MemoryWriteBacks.failed();
        });
        Library library = new Library((item, n) -> COUNTED);
        Pushed pushed = push(library, 10, 3);
        assertEquals(Ending.STORE_FAILED, pushed.ending());
        assertEquals("The disk is full.", pushed.detail());
        assertEquals(0, library.requests());
    }

    @Test
    void leaves_in_flight_what_it_could_not_write_the_answer_of() {
        ledger.before(changes -> {
            if (changes.getFirst().to() == State.TOLD) {
                throw MemoryWriteBacks.failed();
            }
        });
        assertEquals(Ending.STORE_FAILED, push(new Library((item, n) -> COUNTED), 10, 1).ending());
        assertEquals(Map.of(State.IN_FLIGHT, 1L, State.WAITING, 9L), states());
    }

    @Test
    void keeps_requests_apart_as_long_as_the_branch_wants() {
        long begun = System.nanoTime();
        push(new Library((item, n) -> COUNTED), 6, 3, Duration.ofMillis(20), PushMonitor.SILENT);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(Duration.ofMillis(5 * 20)) >= 0, took::toString);
    }

    @Test
    void tells_its_monitor_of_every_item_that_it_is_done_with() {
        AtomicInteger settled = new AtomicInteger();
        Function<String, Outcome> answer = item -> switch (item) {
            case "i1" -> COUNTED;
            case "i2" -> LOST;
            case "i3" -> refused(Problem.Kind.UNKNOWN_ITEM);
            default -> NOT_REACHED;
        };
        push(new Library((item, n) -> answer.apply(item)), 4, 1, Duration.ZERO, new PushMonitor() {
            @Override
            public void settled(WriteBackEntry entry) {
                settled.incrementAndGet();
                throw new IllegalStateException("a monitor that fails harms nothing");
            }
        });
        assertEquals(4, settled.get());
    }
}
