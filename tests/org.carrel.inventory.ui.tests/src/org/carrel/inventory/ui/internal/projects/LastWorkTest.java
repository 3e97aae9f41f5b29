/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.carrel.inventory.ui.internal.MemoryProjects;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.Scope;
import org.carrel.testkit.MemoryPreferences;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.Preferences;

@DisplayName("What was worked on last")
class LastWorkTest {

    private final Preferences kept = MemoryPreferences.empty();
    private final InventoryProject one = new MemoryProjects()
            .makeProject("One", Scope.of("MAIN")).orElseThrow();

    @Test
    void is_gone_on_with_after_a_restart() {
        new LastWork(kept).opened(Optional.of(one));
        assertEquals(Optional.of(one), new LastWork(kept).among(List.of(one)));
    }

    @Test
    void is_forgotten_when_it_is_gone_closed_or_another_with_its_number() {
        LastWork last = new LastWork(kept);
        last.opened(Optional.of(one));
        assertTrue(last.among(List.of()).isEmpty());
        assertTrue(last.among(List.of(new InventoryProject(one.number(), "One", one.scope(), one.madeAt(),
                Optional.of(one.madeAt()), true))).isEmpty());
        assertTrue(last.among(List.of(new InventoryProject(one.number(), "One", one.scope(),
                one.madeAt().plusMillis(1), Optional.empty(), true))).isEmpty());
        last.opened(Optional.empty());
        assertTrue(last.among(List.of(one)).isEmpty());
    }

    @Test
    void is_the_only_one_that_there_is_where_none_was_ever_open() {
        InventoryProject other = new InventoryProject(one.number() + 1, "Other", one.scope(), one.madeAt(),
                Optional.empty(), true);
        assertEquals(Optional.of(one), new LastWork(kept).among(List.of(one)));
        assertTrue(new LastWork(kept).among(List.of(one, other)).isEmpty());
    }

    @Test
    void remembers_who_scanned_with_what() {
        new LastWork(kept).scanned("Ada", "Trolley");
        assertEquals("Ada", new LastWork(kept).person());
        assertEquals("Trolley", new LastWork(kept).device());
    }
}
