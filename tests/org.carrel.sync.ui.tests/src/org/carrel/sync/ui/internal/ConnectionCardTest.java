/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import static org.carrel.sync.ui.internal.Examples.MOMENTS;
import static org.carrel.sync.ui.internal.Examples.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.carrel.model.port.Reachability;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The connection card")
class ConnectionCardTest {

    private static final Optional<Reachability> REACHABLE = Optional.of(new Reachability(true, "", NOON));
    private static final Optional<Reachability> AWAY = Optional.of(new Reachability(false, "refused", NOON));

    @Test
    void says_that_it_is_looking_before_the_first_look_is_over() {
        var card = ConnectionCard.of(Optional.empty(), 3, false, MOMENTS);
        assertEquals(ConnectionCard.State.UNKNOWN, card.state());
        assertFalse(card.offersOnline());
    }

    @Test
    void offers_to_go_on_line_when_the_system_is_back_and_something_waits() {
        var card = ConnectionCard.of(REACHABLE, 3, false, MOMENTS);
        assertEquals(ConnectionCard.State.ONLINE, card.state());
        assertTrue(card.offersOnline());
        assertTrue(card.sentence().contains("3 transactions wait"), card.sentence());
        assertTrue(card.sentence().contains("12:00"), "in the branch's time zone: " + card.sentence());
    }

    @Test
    void speaks_of_one_transaction_in_the_singular() {
        assertTrue(ConnectionCard.of(REACHABLE, 1, false, MOMENTS).sentence().contains("1 transaction waits"));
    }

    @Test
    void offers_nothing_when_nothing_waits() {
        assertFalse(ConnectionCard.of(REACHABLE, 0, false, MOMENTS).offersOnline());
    }

    @Test
    void offers_nothing_while_an_upload_runs() {
        assertFalse(ConnectionCard.of(REACHABLE, 3, true, MOMENTS).offersOnline());
    }

    @Test
    void offers_nothing_while_the_system_is_away_and_says_that_scanning_goes_on() {
        var card = ConnectionCard.of(AWAY, 3, false, MOMENTS);
        assertEquals(ConnectionCard.State.AWAY, card.state());
        assertFalse(card.offersOnline());
        assertTrue(card.sentence().contains("Go on scanning"), card.sentence());
    }
}
