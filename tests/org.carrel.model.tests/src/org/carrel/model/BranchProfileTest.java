/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

import org.carrel.model.BranchProfile.DueDates;
import org.carrel.model.BranchProfile.Preset;
import org.junit.jupiter.api.Test;

class BranchProfileTest {

    @Test
    void the_standard_due_date_is_one_of_the_presets() {
        List<Preset> presets = List.of(new Preset.Offset("+1 day", Period.ofDays(1)));
        assertEquals(0, new DueDates(presets, 0, LocalTime.NOON).standard());
        assertThrows(IndexOutOfBoundsException.class, () -> new DueDates(presets, 1, LocalTime.NOON));
        assertThrows(IndexOutOfBoundsException.class, () -> new DueDates(List.of(), 0, LocalTime.NOON));
    }

    @Test
    void presets_cannot_be_changed_behind_the_profile_s_back() {
        List<Preset> presets = new ArrayList<>(List.of(new Preset.Offset("+1 day", Period.ofDays(1))));
        DueDates dueDates = new DueDates(presets, 0, LocalTime.NOON);
        presets.clear();
        assertEquals(1, dueDates.presets().size());
    }
}
