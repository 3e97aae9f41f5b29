/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the program is started with")
class StartArgumentsTest {

    @Test
    void nothing_means_the_ordinary_branch_with_a_welcome() {
        StartArguments none = StartArguments.of(List.of());
        assertEquals(
                new StartArguments(Optional.empty(), Optional.empty(), false, false, true, false, Optional.empty()),
                none);
    }

    @Test
    void all_of_it_at_once() {
        StartArguments all = StartArguments.of(List.of("-carrel.data", "/d", "-carrel.branch", "/b.yaml",
                "-carrel.practice", "-carrel.noWelcome", "-carrel.safe", "-carrel.screenshots", "/s"));
        assertEquals(Optional.of(Path.of("/d").toAbsolutePath()), all.data());
        assertEquals(Optional.of(Path.of("/b.yaml").toAbsolutePath()), all.branch());
        assertEquals(Optional.of(Path.of("/s").toAbsolutePath()), all.screenshots());
        assertTrue(all.practice());
        assertTrue(all.safe());
        assertFalse(all.welcome());
    }

    @Test
    void a_visit_is_practice_mode_with_a_way_back() {
        StartArguments visit = StartArguments.of(List.of("-carrel.branch", "/b.yaml", "-carrel.visit"));
        assertTrue(visit.practice() && visit.visit());
        assertFalse(StartArguments.of(List.of("-carrel.practice")).visit(), "there is no branch to go back to");
    }

    @Test
    void paths_are_meant_from_where_the_program_was_started() {
        assertTrue(StartArguments.of(List.of("-carrel.data", "desk")).data().orElseThrow().isAbsolute());
    }

    @Test
    void what_is_the_platforms_is_left_to_the_platform() {
        assertFalse(StartArguments.of(List.of("-clean", "-data", "/x", "something")).practice());
    }

    @ParameterizedTest
    @ValueSource(strings = { "-carrel.data", "-carrel.branch", "-carrel.screenshots" })
    void a_path_that_is_missing_is_refused_by_name(String name) {
        String sentence = assertThrows(IllegalArgumentException.class, () -> StartArguments.of(List.of(name)))
                .getMessage();
        assertEquals(name + " needs a file or folder after it.", sentence);
    }

    @Test
    void a_slip_is_refused_and_says_what_there_is() {
        String sentence = assertThrows(IllegalArgumentException.class,
                () -> StartArguments.of(List.of("-carrel.practise"))).getMessage();
        assertTrue(sentence.startsWith("-carrel.practise is not known.") && sentence.contains("-carrel.practice"),
                sentence);
    }

    @Test
    void a_path_that_cannot_be_one_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> StartArguments.of(List.of("-carrel.data", "a\0b")));
    }
}
