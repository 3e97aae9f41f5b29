/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

import org.carrel.inventory.ui.internal.PlainNumbers;
import org.carrel.inventory.ui.internal.ShelfItems;
import org.carrel.inventory.ui.internal.TestItemFile;
import org.carrel.model.FetchSchedule;
import org.carrel.model.port.ItemFileServer;
import org.carrel.model.port.ItemFileUpdates;
import org.carrel.model.port.ItemFileUpdates.Last;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.ItemSource;
import org.carrel.ui.Moments;
import org.carrel.ui.Tone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The item file in words")
class ItemFileWordsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final Moments moments = new Moments(ZONE, Locale.UK);
    private final ItemFileWords words = new ItemFileWords();

    @ParameterizedTest
    @CsvSource({ "2026-11-15T10:00:00Z, of today", "2026-11-15T23:30:00Z, one day old",
            "2026-11-25T10:00:00Z, 10 days old", "2026-11-01T10:00:00Z, of today" })
    void says_how_old_it_is_where_the_branch_is(Instant now, String age) {
        var state = new ItemSnapshots.State.Ready(new ShelfItems(TestItemFile.books(1), new PlainNumbers()));
        String sentence = words.of(state, moments, now).sentence();
        assertTrue(sentence.startsWith("list.txt (" + age + "). 3 items"), sentence);
    }

    @Test
    void says_what_is_the_matter_with_one_that_cannot_be_used() {
        assertEquals(new Said("It is damaged.", Tone.BAD),
                words.of(new ItemSnapshots.State.Refused("It is damaged."), moments, Instant.EPOCH));
        assertEquals(Tone.NEUTRAL, words.of(new ItemSnapshots.State.None(), moments, Instant.EPOCH).tone());
    }

    @ParameterizedTest
    @EnumSource(ItemSource.Reason.class)
    void every_reason_has_its_words(ItemSource.Reason reason) {
        assertFalse(ItemFileWords.reason(reason).isBlank());
    }

    @Test
    void says_where_it_comes_from_and_how_the_last_time_ended() {
        assertTrue(ItemFileWords.of(new ItemFileUpdates.Status(Optional.empty(), new FetchSchedule.Never(),
                Optional.empty(), false, Optional.empty()), moments).contains("names no server"));
        var place = new ItemFileServer.Place("files.example.org", 22, "us", "ssh-ed25519 AAAA", "/", "*",
                Optional.empty());
        assertEquals("From files.example.org: when you press \"Fetch now\". Nothing was fetched yet.",
                ItemFileWords.of(new ItemFileUpdates.Status(Optional.of(place), new FetchSchedule.Never(),
                        Optional.empty(), false, Optional.empty()), moments));
        var last = new Last(Instant.parse("2026-11-15T09:00:00Z"), ItemFileUpdates.Result.FAILED, "", "It is away.",
                true);
        assertEquals("From files.example.org: next 16 Nov 2026, 03:00. Last 15 Nov 2026, 10:00: It is away.",
                ItemFileWords.of(new ItemFileUpdates.Status(Optional.of(place), new FetchSchedule.Never(),
                        Optional.of(Instant.parse("2026-11-16T02:00:00Z")), false, Optional.of(last)), moments));
    }
}
