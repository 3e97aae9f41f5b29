/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.branch.BranchOpening;
import org.carrel.branch.Grant;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.SignInAnswer;
import org.carrel.model.port.Branch;
import org.carrel.model.port.DataKey;
import org.carrel.model.port.DataKey.Purpose;
import org.carrel.model.port.PasswordCheck;
import org.carrel.model.port.Secrets;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    private static final char[] WRONG = "incorrect horse".toCharArray();

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-11-22T12:00:00Z");
    private final List<String> told = new ArrayList<>();
    private Optional<Secrets> secrets = Optional.empty();
    private Optional<PasswordCheck> check = Optional.empty();

    private final Publishing publishing = new Publishing() {
        @Override
        public void placed(Path dataFolder) {
            told.add("placed");
        }

        @Override
        public void found(SealedBranch branch) {
            told.add("found");
        }

        @Override
        public Runnable opened(Branch branch, Secrets opened, Optional<PasswordCheck> passwordCheck) {
            told.add("opened");
            secrets = Optional.of(opened);
            check = passwordCheck;
            DataKey key = branch.dataKey().orElseThrow();
            return () -> told.add("closed with a key of " + key.derive(Purpose.QUEUE).length);
        }
    };

    private SealedBranch branch() {
        return Sealing.sealed(folder, clock, publishing);
    }

    @Test
    void whoever_knows_the_password_gets_the_branch_its_secrets_and_its_key() {
        SealedBranch branch = branch();
        assertEquals(Optional.empty(), branch.signedIn());
        SignInAnswer.Accepted accepted = assertInstanceOf(SignInAnswer.Accepted.class,
                branch.signIn(Sealing.PASSWORD.clone(), "ann"));

        assertEquals(Optional.of(accepted.branch()), branch.signedIn());
        assertEquals(Grant.DESK, accepted.grant());
        assertEquals(List.of("placed", "found", "opened"), told);
        assertArrayEquals(Sealing.SECRET, secrets.orElseThrow().wsKeySecret().orElseThrow());
        assertEquals(32, accepted.branch().dataKey().orElseThrow().derive(Purpose.JOURNAL).length);
        assertEquals("", accepted.branch().origin().operator(), "this branch keeps no operators");
    }

    @Test
    void signing_out_takes_the_services_back_and_then_the_keys() {
        SealedBranch branch = branch();
        DataKey key = Sealing.signedIn(branch, Sealing.PASSWORD).dataKey().orElseThrow();
        branch.signOut();

        assertEquals("closed with a key of 32", told.getLast(), "whoever goes with the services may still seal");
        assertThrows(IllegalStateException.class, () -> key.derive(Purpose.QUEUE));
        assertEquals(Optional.empty(), secrets.orElseThrow().wsKeySecret());
        assertEquals(Optional.empty(), branch.signedIn());
        branch.signOut();
        assertEquals(1, told.stream().filter(line -> line.startsWith("closed")).count());
    }

    @Test
    void the_data_key_is_the_same_at_every_sign_in() throws Exception {
        SealedBranch branch = branch();
        byte[] sealed = Sealing.signedIn(branch, Sealing.PASSWORD).dataKey().orElseThrow().seal(Purpose.EXPORT,
                new byte[] { 7 });
        branch.signOut();
        assertArrayEquals(new byte[] { 7 }, Sealing.signedIn(branch(), Sealing.PASSWORD).dataKey().orElseThrow()
                .open(Purpose.EXPORT, sealed));
    }

    @Test
    void somebody_else_signing_in_signs_the_first_one_out_but_a_wrong_password_does_not() {
        SealedBranch branch = branch();
        Branch first = Sealing.signedIn(branch, Sealing.PASSWORD);
        assertInstanceOf(SignInAnswer.WrongPassword.class, branch.signIn(WRONG, ""));
        assertEquals(Optional.of(first), branch.signedIn());
        clock.advance(Duration.ofMinutes(1));
        Branch second = Sealing.signedIn(branch, Sealing.PASSWORD);
        assertThrows(IllegalStateException.class, () -> first.dataKey().orElseThrow().derive(Purpose.QUEUE));
        assertEquals(32, second.dataKey().orElseThrow().derive(Purpose.QUEUE).length);
    }

    @Test
    void twenty_wrong_passwords_do_no_harm_and_each_wait_is_longer_up_to_five_minutes() throws IOException {
        SealedBranch branch = branch();
        byte[] before = Files.readAllBytes(branch.file());
        Duration last = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            SignInAnswer.WrongPassword wrong = assertInstanceOf(SignInAnswer.WrongPassword.class,
                    branch.signIn(WRONG, ""));
            Duration wait = Duration.between(clock.instant(), wrong.nextTry());
            assertTrue(wait.compareTo(last) > 0 || wait.equals(Duration.ofMinutes(5)), last + " then " + wait);
            last = wait;
            assertInstanceOf(SignInAnswer.TooSoon.class, branch.signIn(Sealing.PASSWORD, ""), "nobody looks yet");
            clock.advance(wait);
        }
        assertEquals(Duration.ofMinutes(5), last);
        assertArrayEquals(before, Files.readAllBytes(branch.file()));
        SignInAnswer.Accepted accepted = assertInstanceOf(SignInAnswer.Accepted.class,
                branch.signIn(Sealing.PASSWORD, ""));
        assertEquals(20, accepted.wrongBefore());
    }

    @Test
    void starting_again_does_not_shorten_the_wait() {
        for (int i = 0; i < 5; i++) {
            Instant next = assertInstanceOf(SignInAnswer.WrongPassword.class, branch().signIn(WRONG, "")).nextTry();
            assertEquals(next,
                    assertInstanceOf(SignInAnswer.TooSoon.class, branch().signIn(Sealing.PASSWORD, "")).nextTry());
            clock.set(next.toString());
        }
        Sealing.signedIn(branch(), Sealing.PASSWORD);
    }

    @Test
    void a_clock_that_was_set_back_does_not_lock_the_desk_for_longer() {
        branch().signIn(WRONG, "");
        clock.set("2020-01-01T00:00:00Z");
        assertEquals(clock.instant().plusSeconds(1),
                assertInstanceOf(SignInAnswer.TooSoon.class, branch().signIn(Sealing.PASSWORD, "")).nextTry());
        clock.advance(Duration.ofSeconds(1));
        Sealing.signedIn(branch(), Sealing.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = { "wrong=many", "wrong=99999999999", "wrong=2\nwrong-at=soon", "last-at=never", "\\uZZZZ",
            "wrong=-4", "\0\1\2" })
    void what_is_remembered_may_be_damaged_and_the_desk_works_all_the_same(String content) throws IOException {
        SealedBranch branch = branch();
        Files.writeString(folder.resolve("data/main-library").resolve(SignInMemory.NAME), content);
        Sealing.signedIn(branch, Sealing.PASSWORD);
        assertEquals(clock.instant(), branch().lastSignIn().orElseThrow().at());
    }

    @Test
    void the_wait_holds_also_when_nothing_can_be_written() throws IOException {
        SealedBranch branch = branch();
        // A folder where the file should be: nobody can replace it, whoever runs the test.
        Files.createDirectories(folder.resolve("data/main-library").resolve(SignInMemory.NAME).resolve("full"));
        assertInstanceOf(SignInAnswer.WrongPassword.class, branch.signIn(WRONG, ""));
        assertInstanceOf(SignInAnswer.TooSoon.class, branch.signIn(Sealing.PASSWORD, ""));
        clock.advance(Duration.ofMinutes(1));
        Sealing.signedIn(branch, Sealing.PASSWORD);
    }

    @Test
    void the_sign_in_before_is_told_with_what_happened_since() {
        SealedBranch branch = branch();
        assertEquals(Optional.empty(), branch.lastSignIn());
        Sealing.signedIn(branch, Sealing.PASSWORD);
        assertEquals(Optional.empty(), branch.lastSignIn(), "there was none before this one");
        Instant first = clock.instant();
        clock.advance(Duration.ofHours(1));
        branch.confirm(WRONG);
        clock.advance(Duration.ofHours(1));
        SignInAnswer.Accepted again = assertInstanceOf(SignInAnswer.Accepted.class,
                branch().signIn(Sealing.PASSWORD, ""));
        assertEquals(first, again.before().orElseThrow().at());
        assertEquals(1, again.wrongBefore());
    }

    @Test
    void a_password_is_confirmed_without_signing_in_or_out() {
        SealedBranch branch = branch();
        Branch open = Sealing.signedIn(branch, Sealing.PASSWORD);
        PasswordCheck service = check.orElseThrow();
        assertInstanceOf(PasswordCheck.Answer.Right.class, service.check(Sealing.PASSWORD));
        assertInstanceOf(PasswordCheck.Answer.Wrong.class, service.check(WRONG));
        assertInstanceOf(PasswordCheck.Answer.TooSoon.class, service.check(Sealing.PASSWORD));
        clock.advance(Duration.ofSeconds(1));
        assertInstanceOf(PasswordCheck.Answer.Right.class, service.check(Sealing.PASSWORD));
        assertInstanceOf(PasswordCheck.Answer.Wrong.class, service.check(WRONG), "a right one ends the series");
        assertEquals(Optional.of(open), branch.signedIn());
        assertEquals(32, open.dataKey().orElseThrow().derive(Purpose.QUEUE).length);
    }

    @Test
    void a_branch_that_keeps_operators_knows_who_works_there_now() throws IOException {
        Files.writeString(folder.resolve("branch.yaml"), Profiles.SOUND + "safety:\n  keep-operator: yes\n");
        SealedBranch branch = branch();
        SignInAnswer.Accepted accepted = assertInstanceOf(SignInAnswer.Accepted.class,
                branch.signIn(Sealing.PASSWORD, "  ann\n "));
        assertEquals("ann", accepted.branch().origin().operator());
        branch.changeOperator("b".repeat(500));
        assertEquals("b".repeat(40), accepted.branch().origin().operator());
        branch.signOut();
        assertEquals("ann", branch.lastSignIn().orElseThrow().operator());
    }

    @Test
    void what_is_supplied_by_hand_counts_until_it_is_forgotten() {
        Sealing.signedIn(branch(), Sealing.PASSWORD);
        secrets.orElseThrow().supplyWsKeySecret("typed".toCharArray());
        assertArrayEquals("typed".toCharArray(), secrets.get().wsKeySecret().orElseThrow());
        secrets.get().forget();
        assertArrayEquals(Sealing.SECRET, secrets.get().wsKeySecret().orElseThrow());
    }

    @Test
    void a_password_that_is_too_short_seals_nothing() {
        BranchOpening.Unsealed unsealed = assertInstanceOf(BranchOpening.Unsealed.class,
                Sealing.open(folder, clock, publishing));
        assertTrue(unsealed.branch().seal("1234567".toCharArray(), Optional.empty(), Sealing.existing(folder))
                .toString().contains("at least 8"));
        assertFalse(Files.exists(unsealed.branch().file()));
        assertEquals(Optional.empty(), unsealed.branch().sealed());
    }

    @Test
    void a_sealed_file_that_vanished_from_a_desk_is_never_replaced_by_another() throws IOException {
        SealedBranch branch = branch();
        Sealing.signedIn(branch, Sealing.PASSWORD);
        branch.signOut();
        Files.delete(branch.file());
        BranchOpening.Refused refused = assertInstanceOf(BranchOpening.Refused.class,
                Sealing.open(folder, clock, publishing));
        assertTrue(refused.errors().getFirst().sentence().contains("Put it back"), refused::toString);
        assertInstanceOf(SignInAnswer.Refused.class, branch.signIn(Sealing.PASSWORD, ""));
    }
}
