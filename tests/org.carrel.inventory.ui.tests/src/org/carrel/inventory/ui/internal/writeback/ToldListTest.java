/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.writeback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.inventory.writeback.LeftOut;
import org.carrel.inventory.writeback.Planned;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.inventory.writeback.Pushed.Ending;
import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.Scope;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.ui.Tone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What the write-back view shows")
class ToldListTest {

    static PushPlan plan(String... items) {
        return new PushPlan(
                new InventoryProject(1, "Spring", Scope.of("MAIN"), Instant.EPOCH, Optional.empty(), true),
                new ItemSnapshot.Description("id", "file.txt", LocalDate.of(2026, 11, 15), Instant.EPOCH, 9, 0, "1"),
                "XYZ", Arrays.stream(items).map(ItemBarcode::new).toList(),
                Map.of(LeftOut.NOT_OWNED, List.of(new ItemBarcode("9"))));
    }

    static WriteBackEntry entry(long number, State state) {
        return new WriteBackEntry(number, 1, new ItemBarcode(Long.toString(number)), state, 1, Instant.EPOCH,
                "HTTP 503");
    }

    private static ToldList list(Planned planned, WriteBackEntry... entries) {
        return ToldList.of(planned, List.of(entries), item -> "Title " + item.value());
    }

    @Test
    void is_what_needs_a_person_first_then_what_waits_written_down_or_not_then_what_is_done() {
        ToldList list = list(new Planned.Ready(plan("2", "7")), entry(1, State.TOLD), entry(2, State.WAITING),
                entry(3, State.UNKNOWN), entry(4, State.LEFT), entry(5, State.REFUSED));
        assertEquals(List.of("3", "5", "2", "7", "1", "4"),
                list.rows().stream().map(row -> row.item().value()).toList());
        assertEquals(State.WAITING, list.rows().get(3).state());
        assertEquals("Title 7", list.rows().get(3).title());
        assertEquals(2, list.toTell());
        assertEquals("2 items are to be told, one was told, 2 need a decision.", ToldWords.summary(list, 6));
        assertEquals("2 items are to be told, one was told, 2 need a decision. The first 5 of 6 are listed here, those"
                + " that need a decision before all others.", ToldWords.summary(list, 5));
    }

    @Test
    void says_why_nothing_may_be_told_and_still_shows_what_was() {
        ToldList list = list(new Planned.Refused("It does not count."), entry(1, State.TOLD));
        assertEquals("It does not count.", list.obstacle());
        assertEquals(0, list.toTell());
        assertEquals(1, list.rows().size());
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void has_words_an_icon_and_a_next_step_where_somebody_has_to_do_something(State state) {
        Told row = new Told(new ItemBarcode("1"), "", Optional.of(entry(1, state)));
        assertFalse(ToldWords.of(state).isBlank());
        assertFalse(ToldWords.icon(state).name().isBlank());
        assertEquals(state.needsDecision(), !ToldWords.nextStep(row).isBlank());
        assertTrue(ToldWords.inFull(row).contains("HTTP 503"));
    }

    @Test
    void says_what_came_of_a_push_and_what_to_do_next() {
        assertEquals("3 told, 0 refused, 0 of unknown outcome, 0 waiting.",
                ToldWords.of(new Pushed(Ending.COMPLETED, 3, 0, 0, 0, "")));
        assertEquals("Stopped. 3 told, 0 refused, 1 of unknown outcome, 2 waiting. Look at the rows on top and decide.",
                ToldWords.of(new Pushed(Ending.CANCELLED, 3, 0, 1, 2, "Stopped.")));
        assertEquals(Tone.GOOD, ToldWords.tone(new Pushed(Ending.COMPLETED, 3, 0, 0, 0, "")));
        assertEquals(Tone.CAUTION, ToldWords.tone(new Pushed(Ending.COMPLETED, 3, 0, 1, 0, "")));
        assertEquals(Tone.BAD, ToldWords.tone(new Pushed(Ending.SYSTEM_AWAY, 3, 0, 0, 1, "Away.")));
    }
}
