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
import org.carrel.ui.CarrelIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The perspectives that a branch has")
class OfferedPerspectivesTest {

    @AfterEach
    void everything_is_there_again() {
        new OfferedPerspectives(new Features(true)).publish();
    }

    @Test
    void stand_in_the_order_of_the_profile_and_the_window_opens_on_the_first() {
        OfferedPerspectives offered = new OfferedPerspectives(
                new Features(true, List.of(Perspective.INVENTORY, Perspective.SYNC)));
        assertEquals(List.of(CarrelIds.PERSPECTIVE_INVENTORY, CarrelIds.PERSPECTIVE_SYNC), offered.ids());
        assertEquals(CarrelIds.PERSPECTIVE_INVENTORY, offered.first());
    }

    @Test
    void are_no_others_of_carrel_but_those_of_the_library_always() {
        OfferedPerspectives offered = new OfferedPerspectives(new Features(true, List.of(Perspective.INVENTORY)));
        assertTrue(offered.has(CarrelIds.PERSPECTIVE_INVENTORY));
        assertFalse(offered.has(CarrelIds.PERSPECTIVE_SYNC));
        assertFalse(offered.has(CarrelIds.PERSPECTIVE_CIRCULATION));
        assertTrue(offered.has("org.example.library.perspective"));
    }

    @Test
    void are_told_to_what_hides_the_others() {
        new OfferedPerspectives(new Features(false, List.of(Perspective.CIRCULATION, Perspective.SYNC))).publish();
        assertEquals("true", System.getProperty("org.carrel.app.perspective.circulation"));
        assertEquals("false", System.getProperty("org.carrel.app.perspective.inventory"));
        assertEquals("false", System.getProperty(OfferedPerspectives.CHECK_IN));
    }
}
