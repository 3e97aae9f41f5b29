/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.carrel.testkit.TestClock;
import org.carrel.wms.internal.SignInGuard.Permission;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The guard of the sign-in")
class SignInGuardTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Branches.NOW);

    /** The program, started afresh. */
    private SignInGuard started() {
        return started("key", false);
    }

    private SignInGuard started(String key, boolean practice) {
        return new SignInGuard(new KeyFile(folder), key, practice, clock);
    }

    private static boolean mayGo(SignInGuard guard) {
        return guard.ask() instanceof Permission.Go;
    }

    private Path file() {
        return new KeyFile(folder).path();
    }

    @Test
    void allows_two_attempts_and_says_when_the_third_may_be_made() {
        SignInGuard guard = started();
        assertTrue(mayGo(guard));
        clock.advance(Duration.ofMinutes(1));
        assertTrue(mayGo(guard));
        Permission.Wait wait = assertInstanceOf(Permission.Wait.class, guard.ask());
        assertTrue(wait.until().isAfter(Branches.NOW.plus(FIVE_MINUTES)), wait.toString());
        clock.advance(Duration.between(clock.instant(), wait.until()));
        assertInstanceOf(Permission.Wait.class, guard.ask(), "not on the very moment");
        clock.advance(Duration.ofSeconds(1));
        assertTrue(mayGo(guard));
    }

    @Test
    void counts_attempts_over_restarts_of_the_program() {
        assertTrue(mayGo(started()));
        assertTrue(mayGo(started()));
        assertFalse(mayGo(started()));
        assertFalse(mayGo(started()));
    }

    @Test
    void never_allows_more_than_two_in_any_five_minutes_whatever_happens() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Instant> attempts = new ArrayList<>();
        SignInGuard guard = started();
        for (int i = 0; i < 500; i++) {
            clock.advance(Duration.ofSeconds(random.nextInt(120)));
            if (random.nextInt(3) == 0) {
                guard = started();
            }
            if (guard.ask() instanceof Permission.Go(Instant attempt)) {
                attempts.add(attempt);
                if (random.nextBoolean()) {
                    guard.succeeded(attempt);
                }
            }
        }
        assertTrue(attempts.size() > 50, "seed " + seed);
        for (int i = 2; i < attempts.size(); i++) {
            assertTrue(Duration.between(attempts.get(i - 2), attempts.get(i)).compareTo(FIVE_MINUTES) > 0,
                    "seed " + seed + ", attempt " + i);
        }
    }

    @Test
    void counts_a_refused_request_like_a_refused_sign_in() {
        SignInGuard guard = started();
        guard.ask();
        guard.refused();
        assertFalse(mayGo(guard));
        assertFalse(mayGo(started()));
    }

    @Test
    void does_not_count_an_attempt_that_never_left_this_machine() {
        SignInGuard guard = started();
        for (int i = 0; i < 10; i++) {
            guard.takeBack(((Permission.Go) guard.ask()).attempt());
        }
        assertTrue(mayGo(started()));
        assertTrue(mayGo(started()));
        assertFalse(mayGo(started()));
    }

    @Test
    void counts_each_key_by_itself_and_forgets_none() {
        mayGo(started("old", false));
        mayGo(started("old", false));
        assertTrue(mayGo(started("new", false)));
        assertTrue(mayGo(started("new", false)));
        assertFalse(mayGo(started("new", false)));
        assertFalse(mayGo(started("old", false)), "going back to the old key does not get around the rule");
    }

    @Test
    void counts_attempts_that_went_well_except_in_practice_mode() {
        SignInGuard real = started("key", false);
        real.succeeded(((Permission.Go) real.ask()).attempt());
        real.succeeded(((Permission.Go) real.ask()).attempt());
        assertFalse(mayGo(real));

        for (int i = 0; i < 5; i++) {
            SignInGuard practice = started("practice", true);
            practice.succeeded(((Permission.Go) practice.ask()).attempt());
        }
        assertTrue(mayGo(started("practice", true)));
        assertTrue(mayGo(started("practice", true)));
        assertFalse(mayGo(started("practice", true)), "failed ones count there, too");
    }

    @Test
    void remembers_when_the_key_worked() {
        SignInGuard guard = started();
        assertEquals(Optional.empty(), guard.key().used());
        guard.used();
        clock.advance(Duration.ofDays(70));
        assertEquals(Optional.of(Branches.NOW), started().key().used());
    }

    @Test
    void writes_no_file_for_each_request() throws IOException {
        SignInGuard guard = started();
        guard.used();
        String before = Files.readString(file());
        clock.advance(Duration.ofSeconds(30));
        guard.used();
        assertEquals(before, Files.readString(file()));
        assertEquals(Optional.of(clock.instant()), guard.key().used());
        clock.advance(Duration.ofSeconds(31));
        guard.used();
        assertTrue(Files.readString(file()).contains(clock.instant().toString()));
    }

    @Test
    void does_not_wait_for_years_when_the_clock_is_put_back() {
        mayGo(started());
        mayGo(started());
        clock.advance(Duration.ofDays(-400));
        assertFalse(mayGo(started()));
        clock.advance(SignInGuard.WINDOW.plusSeconds(1));
        assertTrue(mayGo(started()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "null", "{\"keys\":null}", "{\"keys\":[{}]}", "{\"keys\":[3]}",
            "{\"keys\":[{\"name\":\"k\",\"since\":\"yesterday\",\"attempts\":[]}]}",
            "{\"keys\":[{\"name\":\"k\",\"since\":\"2026-01-01T00:00:00Z\",\"attempts\":[7]}]}",
            "{\"keys\":[{\"name\":[],\"since\":\"2026-01-01T00:00:00Z\",\"attempts\":[]}]}" })
    void cannot_be_got_around_with_a_damaged_file_and_does_not_wait_for_ever(String damage) throws IOException {
        Files.writeString(file(), damage);
        assertFalse(mayGo(started()));
        clock.advance(Duration.ofMinutes(3));
        assertFalse(mayGo(started()), "the next start does not know better");
        clock.advance(Duration.ofMinutes(2).plusSeconds(16));
        assertTrue(mayGo(started()), "the five minutes began when the damage was found");
    }

    @Test
    void reads_whatever_is_in_the_file_and_never_fails() throws IOException {
        SignInGuard guard = started();
        guard.ask();
        guard.used();
        byte[] good = Files.readAllBytes(file());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] bad = good.clone();
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            Files.write(file(), bad);
            KeyFile.Contents contents = new KeyFile(folder).read();
            assertTrue(contents instanceof KeyFile.Contents.Known || contents instanceof KeyFile.Contents.Damaged,
                    "seed " + seed);
        }
        Files.write(file(), new byte[100_000]);
        assertInstanceOf(KeyFile.Contents.Damaged.class, new KeyFile(folder).read());
    }

    @Test
    void makes_no_attempt_that_it_cannot_note() throws IOException {
        SignInGuard guard = started();
        Files.createDirectory(file());
        Files.writeString(file().resolve("in-the-way"), "");
        clock.advance(Duration.ofMinutes(10));
        guard.ask();
        clock.advance(Duration.ofMinutes(10));
        assertInstanceOf(Permission.CannotNote.class, guard.ask());
        Files.delete(file().resolve("in-the-way"));
        Files.delete(file());
        assertTrue(mayGo(guard), "and goes on once it can");
    }

    @Test
    void writes_down_neither_the_key_nor_a_secret() throws IOException {
        started("a-public-key-name", false).ask();
        assertFalse(new String(Files.readAllBytes(file()), StandardCharsets.UTF_8).contains("a-public-key-name"));
    }
}
