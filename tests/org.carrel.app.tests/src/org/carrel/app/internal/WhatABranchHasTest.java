/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.carrel.model.BranchProfile.Features;
import org.carrel.model.BranchProfile.Features.Perspective;
import org.carrel.model.Texts;
import org.carrel.testkit.TestBranch;
import org.carrel.ui.Sounds.Sound;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a branch has not")
class WhatABranchHasTest {

    private static final List<Perspective> NO_SHELVES = List.of(Perspective.CIRCULATION, Perspective.SYNC);

    @Test
    void is_not_spoken_of_on_the_first_day() {
        assertEquals(List.of("welcome.out", "welcome.saved", "welcome.upload", "welcome.inventory",
                "welcome.forPractice"), welcome(new Features(true)));
        assertEquals(List.of("welcome.outOnly", "welcome.saved", "welcome.upload", "welcome.forPractice"),
                welcome(new Features(false, NO_SHELVES)));
        assertEquals(List.of("welcome.saved", "welcome.inventory", "welcome.forPractice"),
                welcome(new Features(true, List.of(Perspective.INVENTORY))));
    }

    @Test
    @DisplayName("is not spoken of on the first day: without check-in nothing comes in")
    void is_not_in_the_words_either() {
        assertTrue(Texts.of(Welcome.class).get("welcome.out").contains("out and in"));
        assertFalse(Texts.of(Welcome.class).get("welcome.outOnly").contains(" in "),
                Texts.of(Welcome.class).get("welcome.outOnly"));
    }

    @Test
    void is_not_heard_when_sounds_are_tried() {
        assertEquals(List.of(Sound.values()), GeneralPage.sounds(new Features(true)));
        assertEquals(List.of(Sound.SAVED, Sound.WARNING, Sound.REFUSED),
                GeneralPage.sounds(new Features(true, NO_SHELVES)));
    }

    private static List<String> welcome(Features features) {
        return Welcome.lines(TestBranch.standard().with(features).profile()).stream().map(Welcome.Line::key).toList();
    }
}
