/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.carrel.branch.ProfileRemark;
import org.carrel.model.BranchProfile.Features.Perspective;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The perspectives of a profile")
class PerspectivesReaderTest {

    private static final int FIRST_LINE = (int) Profiles.SOUND.lines().count() + 1;

    private static List<Perspective> perspectives(String text) {
        return Profiles.accepted(Profiles.SOUND + text).features().perspectives();
    }

    @Test
    void are_all_of_them_when_nothing_is_said() {
        assertEquals(List.of(Perspective.values()), perspectives(""));
    }

    @Test
    void have_the_order_of_the_profile() {
        assertEquals(List.of(Perspective.INVENTORY, Perspective.SCANNERS),
                perspectives("perspectives: [inventory, scanners]\n"));
        assertEquals(List.of(Perspective.SYNC, Perspective.CIRCULATION),
                perspectives("perspectives: [Sync, Circulation]\n"));
        assertEquals(List.of(Perspective.INVENTORY), perspectives("perspectives: inventory\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "[circulation, sink]", "[sync, sync]", "[[sync]]", "{ sync: yes }" })
    void that_are_none_or_written_otherwise_are_refused_with_their_line(String text) {
        assertEquals(FIRST_LINE,
                Profiles.errors(Profiles.SOUND + "perspectives: " + text + "\n").getFirst().line());
    }

    @Test
    void cannot_have_the_desk_without_the_upload() {
        List<ProfileRemark> errors = Profiles.errors(Profiles.SOUND + "perspectives: [circulation, inventory]\n");
        assertEquals(1, errors.size());
        assertEquals(FIRST_LINE, errors.getFirst().line());
        assertTrue(errors.getFirst().sentence().contains("sync"), errors.getFirst()::sentence);
    }
}
