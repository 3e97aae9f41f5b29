/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import static org.carrel.sync.ui.internal.Examples.NOON;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.carrel.model.BranchProfile;
import org.carrel.model.Origin;
import org.carrel.model.Outcome;
import org.carrel.model.Transaction;
import org.carrel.model.UploadRun;
import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.PasswordCheck;
import org.carrel.model.port.Reachability;
import org.carrel.model.port.Secrets;
import org.carrel.sync.UploadMonitor;
import org.carrel.sync.Uploader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Starting an upload")
class UploadControlTest {

    private final Keyring secrets = new Keyring();
    private final Wire transport = new Wire();
    private final Machine uploader = new Machine();
    private final List<UploadProgress> scheduled = new ArrayList<>();

    @Test
    void never_asks_for_anything_in_practice_mode() {
        var person = new Person(false, Optional.empty());
        assertEquals(UploadControl.Answer.BEGUN, control(true).begin(person, scheduled::add));
        assertEquals(0, person.asked());
        assertEquals(1, scheduled.size());
    }

    @Test
    void asks_for_the_secret_once_a_session_and_wipes_what_was_typed() {
        char[] typed = "s3cret".toCharArray();
        var control = control(false);
        assertEquals(UploadControl.Answer.BEGUN, control.begin(new Person(true, Optional.of(typed)), scheduled::add));
        assertArrayEquals(new char[typed.length], typed, "what was typed is overwritten");
        assertEquals("s3cret", secrets.kept);
        assertEquals(1, transport.forgotten, "the next request signs in afresh");
        control.run(scheduled.get(0), scheduled.get(0));
        var person = new Person(true, Optional.empty());
        assertEquals(UploadControl.Answer.BEGUN, control.begin(person, scheduled::add));
        assertEquals(0, person.askedForSecret, "the secret is known");
    }

    @Test
    void sends_nothing_when_nobody_supplies_the_secret() {
        assertEquals(UploadControl.Answer.NO_SECRET,
                control(false).begin(new Person(true, Optional.empty()), scheduled::add));
        assertTrue(scheduled.isEmpty());
    }

    @Test
    void asks_for_the_password_before_every_upload_where_the_branch_wants_that() {
        secrets.kept = "known";
        var person = new Person(true, Optional.empty());
        var control = control(false);
        control.begin(person, scheduled::add);
        control.run(scheduled.get(0), scheduled.get(0));
        control.begin(person, scheduled::add);
        assertEquals(2, person.askedForPassword);
        assertEquals(0, person.askedForSecret);
        assertEquals(2, scheduled.size());
    }

    @Test
    void sends_nothing_and_asks_for_no_secret_when_nobody_knows_the_password() {
        var person = new Person(false, Optional.of("s3cret".toCharArray()));
        assertEquals(UploadControl.Answer.NO_PASSWORD, control(false).begin(person, scheduled::add));
        assertTrue(scheduled.isEmpty());
        assertEquals(0, person.askedForSecret);
        assertEquals("", secrets.kept);
    }

    @Test
    void sends_nothing_when_nobody_can_check_the_password_that_the_branch_wants() {
        var control = new UploadControl(uploader, new Here(Examples.profile(false)), secrets, transport, null);
        var person = new Person(true, Optional.of("s3cret".toCharArray()));
        assertThrows(IllegalStateException.class, () -> control.begin(person, scheduled::add));
        assertTrue(scheduled.isEmpty());
    }

    @Test
    void is_refused_while_one_is_scheduled_or_running() {
        var control = control(true);
        control.begin(new Person(true, Optional.empty()), scheduled::add);
        assertTrue(control.isRunning());
        assertEquals(UploadControl.Answer.BUSY, control.begin(new Person(true, Optional.empty()), scheduled::add));
        assertEquals(1, scheduled.size());
    }

    @Test
    void is_refused_while_somebody_else_uploads() {
        uploader.busy = true;
        assertEquals(UploadControl.Answer.BUSY,
                control(true).begin(new Person(true, Optional.empty()), scheduled::add));
    }

    @Test
    void forgets_a_refused_secret_so_that_the_next_upload_asks_again() {
        secrets.kept = "wrong";
        uploader.ending = UploadRun.Ending.SIGN_IN_REFUSED;
        var control = control(false);
        control.begin(new Person(true, Optional.empty()), scheduled::add);
        control.run(scheduled.get(0), scheduled.get(0));
        assertEquals(1, uploader.runs, "no automatic second try");
        assertEquals("", secrets.kept);
    }

    @Test
    void is_possible_again_after_an_upload_that_broke() {
        uploader.failure = Optional.of(new IllegalStateException("The disk is full."));
        var control = control(true);
        control.begin(new Person(true, Optional.empty()), scheduled::add);
        assertThrows(IllegalStateException.class, () -> control.run(scheduled.get(0), scheduled.get(0)));
        assertFalse(control.isRunning());
        String sentence = control.latest().orElseThrow().failure().orElseThrow();
        assertTrue(sentence.contains("The disk is full."), sentence);
    }

    @Test
    void tells_its_listeners_until_they_leave() {
        var control = control(true);
        var told = new ArrayList<String>();
        try (var subscription = control.observe(() -> told.add("changed"))) {
            control.begin(new Person(true, Optional.empty()), scheduled::add);
        }
        int before = told.size();
        control.cancel();
        assertTrue(before > 0);
        assertEquals(before, told.size());
    }

    private UploadControl control(boolean practice) {
        return new UploadControl(uploader, new Here(Examples.profile(practice)), secrets, transport,
                practice ? null : typed -> new PasswordCheck.Answer.Right());
    }

    /** Who is asked. */
    private static final class Person implements UploadControl.Questions {
        private final boolean knows;
        private final Optional<char[]> secret;
        private int askedForPassword;
        private int askedForSecret;

        Person(boolean knows, Optional<char[]> secret) {
            this.knows = knows;
            this.secret = secret;
        }

        int asked() {
            return askedForPassword + askedForSecret;
        }

        @Override
        public Optional<char[]> secret() {
            askedForSecret++;
            return secret;
        }

        @Override
        public boolean knowsPassword(Function<char[], PasswordCheck.Answer> check) {
            askedForPassword++;
            return knows && check.apply(new char[] { 'p' }) instanceof PasswordCheck.Answer.Right;
        }
    }

    private static final class Machine implements Uploader {
        private boolean busy;
        private int runs;
        private UploadRun.Ending ending = UploadRun.Ending.COMPLETED;
        private Optional<RuntimeException> failure = Optional.empty();

        @Override
        public UploadRun run(UploadMonitor monitor) {
            runs++;
            failure.ifPresent(broken -> {
                throw broken;
            });
            return new UploadRun(NOON, Optional.of(NOON), Optional.of(ending), 0, 0, 0, 0, "");
        }

        @Override
        public boolean isRunning() {
            return busy;
        }
    }

    private static final class Keyring implements Secrets {
        private String kept = "";

        @Override
        public Optional<char[]> wsKeySecret() {
            return kept.isEmpty() ? Optional.empty() : Optional.of(kept.toCharArray());
        }

        @Override
        public void supplyWsKeySecret(char[] secret) {
            kept = new String(secret);
        }

        @Override
        public void forget() {
            kept = "";
        }
    }

    private static final class Wire implements IlsTransport {
        private int forgotten;

        @Override
        public Outcome send(Transaction transaction) {
            throw new UnsupportedOperationException("the uploader sends, not the window");
        }

        @Override
        public Reachability probe() {
            return new Reachability(true, "", NOON);
        }

        @Override
        public void forgetSignIn() {
            forgotten++;
        }
    }

    private record Here(BranchProfile profile) implements Branch {

        @Override
        public Path dataFolder() {
            throw new UnsupportedOperationException("not needed here");
        }

        @Override
        public Path journalFolder() {
            throw new UnsupportedOperationException("not needed here");
        }

        @Override
        public Origin origin() {
            return Examples.DESK;
        }
    }
}
