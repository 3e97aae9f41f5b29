/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.carrel.model.port.PasswordCheck;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A door with a password")
class PasswordDoorTest {

    private final Deque<PasswordCheck.Answer> answers = new ArrayDeque<>();
    private final List<String> tried = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final TestClock clock = new TestClock("2026-03-10T11:00:00Z");
    private final PasswordDoor door = new PasswordDoor(this::check, new Wall(), new PasswordDoor.Threads(
            background::add, Runnable::run, (pause, task) -> {
                later.add(() -> {
                    clock.advance(pause);
                    task.run();
                });
            }, failures::add), clock);

    @Test
    void opens_for_the_right_one_and_overwrites_what_was_typed() {
        char[] typed = "open sesame".toCharArray();
        answers.add(new PasswordCheck.Answer.Right());
        door.enter(typed);
        assertEquals(List.of("checking"), seen, "nobody waits for the check");
        background.remove().run();
        assertEquals(List.of("checking", "open"), seen);
        assertArrayEquals(new char[11], typed);
    }

    @Test
    void counts_the_wait_after_a_wrong_one_down_to_the_second() {
        answers.add(new PasswordCheck.Answer.Wrong(clock.instant().plusSeconds(62)));
        tryOne("first");
        assertEquals("The password is wrong. The next try is possible in 1 minute 2 seconds.", seen.getLast());
        assertFalse(door.isAsking());
        for (int i = 0; i < 61; i++) {
            later.remove().run();
        }
        assertEquals("The password is wrong. The next try is possible in 1 second.", seen.getLast());
        later.remove().run();
        assertEquals("ask The password is wrong.", seen.getLast());
        assertTrue(door.isAsking());
    }

    @Test
    void does_not_look_at_one_before_the_wait_is_over() {
        answers.add(new PasswordCheck.Answer.Wrong(clock.instant().plusSeconds(5)));
        tryOne("first");
        char[] early = "second".toCharArray();
        door.enter(early);
        assertEquals(List.of("first"), tried);
        assertArrayEquals(new char[6], early, "overwritten all the same");
    }

    @Test
    void does_not_look_at_two_at_a_time() {
        door.enter("first".toCharArray());
        door.enter("second".toCharArray());
        assertEquals(1, background.size());
    }

    @Test
    void asks_again_at_once_when_there_is_no_wait() {
        answers.add(new PasswordCheck.Answer.Wrong(clock.instant()));
        tryOne("first");
        assertEquals("ask The password is wrong.", seen.getLast());
    }

    @Test
    void says_that_an_earlier_one_was_wrong_when_it_was_too_soon() {
        answers.add(new PasswordCheck.Answer.TooSoon(clock.instant().plusSeconds(3)));
        tryOne("first");
        assertEquals("A wrong password was typed a moment ago. The next try is possible in 3 seconds.", seen.getLast());
    }

    @Test
    void wants_something_to_be_typed() {
        door.enter(new char[0]);
        assertEquals(List.of("ask Type the password first."), seen);
        assertTrue(background.isEmpty());
    }

    @Test
    void stays_shut_and_says_so_when_the_check_breaks() {
        tryOne("there is no answer to this one");
        assertEquals(1, failures.size());
        assertTrue(seen.getLast().startsWith("ask The password could not be checked."), seen.getLast());
        assertTrue(door.isAsking(), "somebody may try again");
    }

    private void tryOne(String password) {
        door.enter(password.toCharArray());
        background.remove().run();
    }

    private PasswordCheck.Answer check(char[] password) {
        tried.add(new String(password));
        return answers.remove();
    }

    private final class Wall implements PasswordDoor.Screen {

        @Override
        public void ask(String sentence) {
            seen.add("ask " + sentence);
        }

        @Override
        public void checking() {
            seen.add("checking");
        }

        @Override
        public void waiting(String sentence) {
            seen.add(sentence);
        }

        @Override
        public void open() {
            seen.add("open");
        }
    }
}
