/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.junit.jupiter.api.Test;

class OpenProjectTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final OpenProject open = new OpenProject();
    private final AtomicInteger heard = new AtomicInteger();

    private static InventoryProject project(long number) {
        return new InventoryProject(number, "Stacks " + number, Scope.of("MAIN"), NOON, Optional.empty(), true);
    }

    private static InventorySession session(long project) {
        return new InventorySession(7, project, "Ada", "DESK-1", NOON, 3);
    }

    @Test
    void nothing_is_open_at_first() {
        assertTrue(open.current().isEmpty());
        assertTrue(open.session().isEmpty());
    }

    @Test
    void listeners_hear_of_changes_and_of_nothing_else() {
        var subscription = open.observe(heard::incrementAndGet);
        open.open(project(1));
        open.open(project(1));
        assertEquals(1, heard.get());
        subscription.close();
        open.close();
        assertEquals(1, heard.get());
    }

    @Test
    void a_session_ends_with_its_project_and_not_with_news_of_it() {
        open.open(project(1));
        open.goOn(session(1));
        open.open(new InventoryProject(1, "Renamed", Scope.of("MAIN"), NOON, Optional.empty(), true));
        assertEquals(Optional.of(session(1)), open.session());
        open.open(project(2));
        assertTrue(open.session().isEmpty());
    }

    @Test
    void nobody_scans_for_a_project_that_was_closed() {
        open.open(project(1));
        open.goOn(session(1));
        open.open(new InventoryProject(1, "Stacks 1", Scope.of("MAIN"), NOON, Optional.of(NOON), true));
        assertTrue(open.session().isEmpty());
    }

    @Test
    void a_session_of_another_project_is_refused() {
        open.open(project(1));
        assertThrows(IllegalArgumentException.class, () -> open.goOn(session(2)));
    }

    @Test
    void who_is_going_to_scan_is_known_until_their_session_is_there() {
        open.open(project(1));
        open.goOn(session(1));
        open.expect(project(1), new OpenProject.Reader("Bo", "Trolley"));
        assertTrue(open.session().isEmpty(), "nothing goes into the session of somebody else");
        open.open(project(1));
        assertEquals(Optional.of(new OpenProject.Reader("Bo", "Trolley")), open.reader());
        open.goOn(session(1));
        assertTrue(open.reader().isEmpty());
        open.expect(project(1), new OpenProject.Reader("Bo", "Trolley"));
        open.open(project(2));
        assertTrue(open.reader().isEmpty(), "they were to scan for another one");
    }

    @Test
    void a_pause_keeps_the_project() {
        open.open(project(1));
        open.goOn(session(1));
        open.pause();
        assertEquals(Optional.of(project(1)), open.current());
        assertTrue(open.session().isEmpty());
    }
}
