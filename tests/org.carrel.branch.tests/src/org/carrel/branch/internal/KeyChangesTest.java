/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.carrel.branch.BranchOpening;
import org.carrel.branch.Grant;
import org.carrel.branch.KeyAnswer;
import org.carrel.branch.NewKeys;
import org.carrel.branch.Proof;
import org.carrel.branch.RecoveryKey;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.SignInAnswer;
import org.carrel.branch.UnsealedBranch;
import org.carrel.model.BranchProfile.SignIn;
import org.carrel.model.port.Branch;
import org.carrel.model.port.DataKey.Purpose;
import org.carrel.model.port.Secrets;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyChangesTest {

    private static final char[] NEW = "another horse".toCharArray();

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-11-22T12:00:00Z");
    private SealedBranch branch;
    private byte[] waiting;
    private Optional<Secrets> secrets = Optional.empty();

    /** A branch with something that waits, sealed under its data key. */
    @BeforeEach
    void prepare() {
        branch = reopened();
        waiting = Sealing.signedIn(branch, Sealing.PASSWORD).dataKey().orElseThrow().seal(Purpose.QUEUE,
                "a transaction that waits".getBytes());
        branch.signOut();
    }

    private SealedBranch reopened() {
        return Sealing.sealed(folder, clock, new Publishing.OfSecrets(opened -> secrets = Optional.of(opened)));
    }

    private static void done(KeyAnswer answer) {
        assertInstanceOf(KeyAnswer.Done.class, answer);
    }

    private static String refused(KeyAnswer answer) {
        return assertInstanceOf(KeyAnswer.Refused.class, answer).sentence();
    }

    /** Signs in, and finds what waited. */
    private Branch signedIn(SealedBranch at, char[] password) throws Exception {
        Branch open = Sealing.signedIn(at, password);
        assertArrayEquals("a transaction that waits".getBytes(),
                open.dataKey().orElseThrow().open(Purpose.QUEUE, waiting));
        return open;
    }

    private void noLongerIn(char[] password) {
        assertInstanceOf(SignInAnswer.WrongPassword.class, reopened().signIn(password, ""));
        clock.advance(Duration.ofMinutes(5));
    }

    @Test
    void the_old_password_sets_a_new_one_and_what_waits_stays() throws Exception {
        done(branch.rekey(Sealing.password(), NewKeys.NONE.withPassword(NEW)));
        noLongerIn(Sealing.PASSWORD);
        signedIn(reopened(), NEW);
        assertArrayEquals(Sealing.SECRET, secrets.orElseThrow().wsKeySecret().orElseThrow());
    }

    @Test
    void a_forgotten_password_costs_nothing_when_there_is_a_recovery_key() throws Exception {
        done(branch.rekey(Sealing.recovery(folder), NewKeys.NONE.withPassword(NEW)));
        noLongerIn(Sealing.PASSWORD);
        signedIn(reopened(), NEW);
    }

    @Test
    void a_new_wskey_and_its_secret_are_used_from_the_next_sign_in() throws Exception {
        done(branch.rekey(Sealing.password(),
                NewKeys.NONE.withWsKey("other-key").withWsKeySecret("other secret".toCharArray())));
        assertEquals("other-key", signedIn(reopened(), Sealing.PASSWORD).profile().signIn().key());
        assertArrayEquals("other secret".toCharArray(), secrets.orElseThrow().wsKeySecret().orElseThrow());
    }

    @Test
    void a_password_for_sip2_is_sealed_and_used_at_once() throws Exception {
        signedIn(branch, Sealing.PASSWORD);
        assertEquals(Optional.empty(), secrets.orElseThrow().sip2Password());
        done(branch.rekey(Sealing.password(), NewKeys.NONE.withSip2Password("sip word".toCharArray())));
        assertArrayEquals("sip word".toCharArray(), secrets.orElseThrow().sip2Password().orElseThrow());
        assertArrayEquals(Sealing.SECRET, secrets.orElseThrow().wsKeySecret().orElseThrow());

        signedIn(reopened(), Sealing.PASSWORD);
        assertArrayEquals("sip word".toCharArray(), secrets.orElseThrow().sip2Password().orElseThrow());
        assertFalse(Files.readString(branch.file()).contains("sip word"));
    }

    @Test
    void a_password_for_the_file_server_is_sealed_beside_the_others() throws Exception {
        signedIn(branch, Sealing.PASSWORD);
        assertEquals(Optional.empty(), secrets.orElseThrow().itemFilePassword());
        done(branch.rekey(Sealing.password(), NewKeys.NONE.withItemFilePassword("file word".toCharArray())));
        signedIn(reopened(), Sealing.PASSWORD);
        assertArrayEquals("file word".toCharArray(), secrets.orElseThrow().itemFilePassword().orElseThrow());
        assertArrayEquals(Sealing.SECRET, secrets.orElseThrow().wsKeySecret().orElseThrow());
        assertFalse(Files.readString(branch.file()).contains("file word"));
    }

    @Test
    void a_new_secret_counts_at_once_and_another_user_after_signing_in_again() throws Exception {
        signedIn(branch, Sealing.PASSWORD);
        secrets.orElseThrow().supplyWsKeySecret("typed wrong".toCharArray());
        assertEquals(new KeyAnswer.Done(false),
                branch.rekey(Sealing.password(), NewKeys.NONE.withWsKeySecret("fresh".toCharArray())));
        assertArrayEquals("fresh".toCharArray(), secrets.orElseThrow().wsKeySecret().orElseThrow());

        assertEquals(new KeyAnswer.Done(true),
                branch.rekey(Sealing.password(), NewKeys.NONE.withUserToActAs("user-2", "urn:oclc:wms:da")));
        assertEquals("", branch.profile().signIn().principalId());
        SignIn after = signedIn(branch, Sealing.PASSWORD).profile().signIn();
        assertEquals("user-2", after.principalId());
        assertEquals("urn:oclc:wms:da", after.principalIdNs());
        assertEquals(after, branch.profile().signIn());
    }

    @Test
    void of_two_passwords_one_is_revoked_and_the_other_stays() throws Exception {
        done(branch.grant(Sealing.password(), "Ann", NEW));
        assertEquals(List.of(Grant.DESK, "Ann"), branch.grants().stream().map(Grant::name).toList());
        signedIn(reopened(), NEW);
        signedIn(reopened(), Sealing.PASSWORD);

        done(branch.revoke(Sealing.password(), "Ann"));
        noLongerIn(NEW);
        signedIn(reopened(), Sealing.PASSWORD);
        assertEquals(List.of(Grant.DESK), branch.grants().stream().map(Grant::name).toList());
    }

    @Test
    void the_password_that_was_used_here_last_is_tried_first() throws Exception {
        done(branch.grant(Sealing.password(), "Ann", NEW));
        signedIn(branch, NEW);
        // Two people who chose the same password show which one was tried.
        done(branch.rekey(Sealing.recovery(folder), NewKeys.NONE.withGrant(Grant.DESK).withPassword(NEW)));
        assertEquals("Ann", assertInstanceOf(SignInAnswer.Accepted.class, reopened().signIn(NEW, "")).grant());
    }

    @Test
    void each_password_is_changed_by_itself() throws Exception {
        done(branch.grant(Sealing.recovery(folder), "Ann", NEW));
        done(branch.rekey(new Proof.Password(NEW), NewKeys.NONE.withPassword("ann's third".toCharArray())));
        done(branch.rekey(Sealing.recovery(folder),
                NewKeys.NONE.withGrant("Ann").withPassword("ann's fourth".toCharArray())));
        noLongerIn("ann's third".toCharArray());
        signedIn(reopened(), "ann's fourth".toCharArray());
        signedIn(reopened(), Sealing.PASSWORD);
    }

    @Test
    void what_cannot_be_is_refused_with_a_sentence_and_changes_nothing() throws IOException {
        byte[] before = Files.readAllBytes(branch.file());
        Proof proof = Sealing.password();
        assertTrue(refused(branch.revoke(proof, Grant.DESK)).contains("only password left"));
        assertTrue(refused(branch.revoke(proof, "Bob")).contains("Nobody called \"Bob\""));
        assertTrue(refused(branch.grant(proof, Grant.DESK, NEW)).contains("already"));
        assertTrue(refused(branch.grant(proof, " ", NEW)).contains("1 to 40"));
        assertTrue(refused(branch.grant(proof, "a\nb", NEW)).contains("1 to 40"));
        assertTrue(refused(branch.grant(proof, "Ann", "short".toCharArray())).contains("at least 8"));
        assertTrue(refused(branch.rekey(proof, NewKeys.NONE.withPassword("short".toCharArray()))).contains("8"));
        assertTrue(refused(branch.rekey(proof, NewKeys.NONE.withWsKey(" "))).contains("cannot be empty"));
        assertTrue(refused(branch.rekey(proof, NewKeys.NONE.withGrant("Bob").withPassword(NEW))).contains("Bob"));
        assertInstanceOf(KeyAnswer.WrongPassword.class, branch.rekey(new Proof.Password(NEW), NewKeys.NONE));
        assertInstanceOf(KeyAnswer.TooSoon.class, branch.rekey(proof, NewKeys.NONE));
        assertArrayEquals(before, Files.readAllBytes(branch.file()));
        done(branch.rekey(Sealing.recovery(folder), NewKeys.NONE));
    }

    @Test
    void there_is_an_end_to_passwords() {
        for (int i = 1; i < SealedDocument.MOST_GRANTS; i++) {
            done(branch.grant(Sealing.password(), "person " + i, ("password of " + i).toCharArray()));
        }
        assertTrue(refused(branch.grant(Sealing.password(), "one more", NEW)).contains("16"));
    }

    @Test
    void another_recovery_key_opens_from_now_on_and_the_one_before_does_not() {
        String before = branch.recoveryKey().orElseThrow();
        Path file = folder.resolve("new.pem");
        char[] passphrase = "a long passphrase".toCharArray();
        done(branch.replaceRecoveryKey(Sealing.password(), new RecoveryKey.Fresh(file, passphrase)));
        assertNotEquals(before, branch.recoveryKey().orElseThrow());
        assertTrue(refused(branch.rekey(Sealing.recovery(folder), NewKeys.NONE)).contains("not the recovery key"));
        done(branch.rekey(new Proof.RecoveryFile(file, passphrase), NewKeys.NONE));
        done(branch.replaceRecoveryKey(new Proof.RecoveryFile(file, passphrase), Sealing.existing(folder)));
        done(branch.rekey(Sealing.recovery(folder), NewKeys.NONE));
    }

    @Test
    void recovery_keys_that_would_not_serve_are_refused_before_anything_is_sealed() throws IOException {
        Path file = folder.resolve("new.pem");
        char[] passphrase = "a long passphrase".toCharArray();
        Proof proof = Sealing.password();
        assertTrue(refused(branch.replaceRecoveryKey(proof, new RecoveryKey.Fresh(file, "short".toCharArray())))
                .contains("at least 8"));
        assertTrue(refused(branch.replaceRecoveryKey(proof, new RecoveryKey.Fresh(file, "pässphräse".toCharArray())))
                .contains("A to Z"));
        assertFalse(Files.exists(file));
        Files.writeString(file, "something of somebody's");
        assertTrue(refused(branch.replaceRecoveryKey(proof, new RecoveryKey.Fresh(file, passphrase)))
                .contains("left alone"));
        assertTrue(refused(branch.replaceRecoveryKey(proof, new RecoveryKey.Existing(file))).contains("no public key"));
        Sealing.recovery(folder);
        assertTrue(refused(branch.replaceRecoveryKey(proof,
                new RecoveryKey.Existing(folder.resolve("recovery.pem")))).contains("private half"));
        assertTrue(refused(branch.rekey(new Proof.RecoveryFile(folder.resolve("recovery.pem"), passphrase),
                NewKeys.NONE)).contains("Check the passphrase"));
        assertTrue(refused(branch.rekey(new Proof.RecoveryFile(folder.resolve("gone.pem"), passphrase),
                NewKeys.NONE)).contains("cannot be read"));
    }

    @Test
    void a_profile_that_was_changed_keeps_everybody_out_until_it_is_confirmed() throws Exception {
        Path profile = folder.resolve("branch.yaml");
        Files.writeString(profile, Profiles.SOUND.replace("https://oauth.example.org", "https://oauth.example.net"));
        SealedBranch changed = reopened();
        String sentence = assertInstanceOf(SignInAnswer.Refused.class, changed.signIn(Sealing.PASSWORD, ""))
                .sentence();
        assertTrue(sentence.contains("library-system / token-address"), sentence);
        assertEquals(Optional.empty(), changed.signedIn());

        done(changed.rekey(Sealing.password(), NewKeys.NONE));
        signedIn(reopened(), Sealing.PASSWORD);
    }

    @Test
    void what_does_not_matter_for_safety_may_be_edited_freely() throws Exception {
        Files.writeString(folder.resolve("branch.yaml"), Profiles.SOUND.replace("after: 1 day", "after: 2 days"));
        signedIn(reopened(), Sealing.PASSWORD);
    }

    @Test
    void certificates_that_were_exchanged_are_noticed() throws Exception {
        Path certificates = Files.writeString(folder.resolve("ca.pem"), "one");
        Files.writeString(folder.resolve("branch.yaml"),
                Profiles.changed("library-system:\n", "library-system:\n  ca-file: ca.pem\n"));
        done(reopened().rekey(Sealing.password(), NewKeys.NONE));
        signedIn(reopened(), Sealing.PASSWORD);
        Files.writeString(certificates, "other");
        assertTrue(assertInstanceOf(SignInAnswer.Refused.class, reopened().signIn(Sealing.PASSWORD, "")).sentence()
                .contains("library-system / ca-file"));
    }

    @Test
    void a_key_that_is_edited_in_the_profile_counts_more_than_one_set_before() throws Exception {
        done(branch.rekey(Sealing.password(), NewKeys.NONE.withWsKey("set-by-rekey")));
        Files.writeString(folder.resolve("branch.yaml"), Profiles.SOUND.replace("public-half", "edited-later"));
        done(reopened().rekey(Sealing.password(), NewKeys.NONE));
        assertEquals("edited-later", signedIn(reopened(), Sealing.PASSWORD).profile().signIn().key());
    }

    @Test
    void the_sealed_file_is_its_owner_s_alone_unless_an_administrator_decides_otherwise() throws IOException {
        if (!branch.file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(branch.file())));
        Files.setPosixFilePermissions(branch.file(), PosixFilePermissions.fromString("rw-r-----"));
        done(branch.rekey(Sealing.password(), NewKeys.NONE));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(branch.file())));
    }

    @Test
    void a_branch_made_here_works_on_another_machine() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other machine"));
        Files.copy(folder.resolve("branch.yaml"), other.resolve("branch.yaml"));
        Files.copy(folder.resolve("branch.sealed"), other.resolve("branch.sealed"));
        SealedBranch there = Sealing.sealed(other, clock, Publishing.NOBODY);
        assertTrue(there.file().startsWith(other));
        signedIn(there, Sealing.PASSWORD);
    }

    @Test
    void sealing_with_a_fresh_recovery_key_leaves_both_halves_and_seals_once() throws Exception {
        Path other = folder.resolve("other");
        UnsealedBranch unsealed = assertInstanceOf(BranchOpening.Unsealed.class,
                Sealing.open(other, clock, Publishing.NOBODY)).branch();
        Path file = other.resolve("safe.pem");
        RecoveryKey fresh = new RecoveryKey.Fresh(file, Sealing.PASSPHRASE);
        SealedBranch sealed = assertInstanceOf(UnsealedBranch.Answer.Sealed.class,
                unsealed.seal(Sealing.PASSWORD, Optional.empty(), fresh)).branch();
        assertEquals(Optional.of(sealed), unsealed.sealed());
        assertTrue(Files.exists(other.resolve("safe.pub.pem")));
        done(sealed.rekey(new Proof.RecoveryFile(file, Sealing.PASSPHRASE), NewKeys.NONE.withPassword(NEW)));
        assertInstanceOf(UnsealedBranch.Answer.Refused.class,
                unsealed.seal(Sealing.PASSWORD, Optional.empty(), Sealing.existing(folder)), "never twice");
        Sealing.signedIn(sealed, NEW);
    }
}
