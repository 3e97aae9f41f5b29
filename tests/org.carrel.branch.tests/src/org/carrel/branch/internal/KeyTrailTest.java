/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.carrel.branch.KeyAnswer;
import org.carrel.branch.NewKeys;
import org.carrel.branch.SealedBranch;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.port.AuditTrail;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTrailTest {

    @TempDir
    Path folder;

    private final Trail trail = new Trail();

    /** Keeps what is noted, or fails. */
    private static final class Trail implements AuditTrail {

        private final List<String> lines = new ArrayList<>();
        private boolean failing;

        @Override
        public void note(Deed deed, Origin by, String detail) {
            if (failing) {
                throw new QueueUnavailableException("The disk is full.", new IOException());
            }
            lines.add(deed + " " + detail.replaceFirst("^2026-11-22T12:00:00Z ", "") + by.operator());
        }

        @Override
        public void read(Consumer<Line> reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Verdict verify() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String patron(PatronBarcode patron) {
            throw new UnsupportedOperationException();
        }
    }

    /** Signs in, and out again after {@code meanwhile}. */
    private List<String> session(SealedBranch branch, Runnable meanwhile) {
        trail.lines.clear();
        Branch open = Sealing.signedIn(branch, Sealing.PASSWORD);
        SignInNotes notes = new SignInNotes(trail, branch, open);
        meanwhile.run();
        notes.end();
        branch.signOut();
        return List.copyOf(trail.lines);
    }

    private static void done(KeyAnswer answer) {
        assertInstanceOf(KeyAnswer.Done.class, answer);
    }

    @Test
    void who_signs_in_and_out_and_what_is_changed_meanwhile_is_noted_once() {
        SealedBranch branch = Sealing.sealed(folder);
        assertEquals(List.of("SIGNED_IN desk", "REKEYED the secret of the WSKey, another user to act as",
                "SIGNED_OUT desk"),
                session(branch, () -> done(branch.rekey(Sealing.password(),
                        NewKeys.NONE.withWsKeySecret("fresh".toCharArray()).withUserToActAs("user", "space")))));
        assertEquals(List.of("SIGNED_IN desk", "SIGNED_OUT desk"), session(branch, () -> {}));
    }

    @Test
    void what_was_changed_while_nobody_was_signed_in_is_noted_at_the_next_sign_in() {
        SealedBranch branch = Sealing.sealed(folder);
        done(branch.grant(Sealing.password(), "Ann", "ann's password".toCharArray()));
        done(branch.revoke(Sealing.recovery(folder), "Ann"));
        assertEquals(List.of("GRANTED Ann", "REVOKED Ann", "SIGNED_IN desk", "SIGNED_OUT desk"),
                session(branch, () -> {}));
    }

    @Test
    void what_was_changed_on_another_machine_is_noted_on_this_one_too() throws IOException {
        SealedBranch branch = Sealing.sealed(folder);
        session(branch, () -> {});
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.copy(folder.resolve("branch.yaml"), other.resolve("branch.yaml"));
        Files.copy(branch.file(), other.resolve("branch.sealed"));
        done(Sealing.sealed(other).rekey(Sealing.password(), NewKeys.NONE.withPassword("new password".toCharArray())));
        done(Sealing.sealed(other).rekey(Sealing.recovery(folder), NewKeys.NONE.withPassword(Sealing.PASSWORD)));
        Files.copy(other.resolve("branch.sealed"), branch.file(), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(List.of("REKEYED a new password", "REKEYED a new password", "SIGNED_IN desk", "SIGNED_OUT desk"),
                session(branch, () -> {}));
    }

    @Test
    void changes_to_an_older_file_that_was_put_back_are_noted_too() throws IOException {
        SealedBranch branch = Sealing.sealed(folder);
        byte[] older = Files.readAllBytes(branch.file());
        session(branch, () -> {
            done(branch.rekey(Sealing.password(), NewKeys.NONE));
            done(branch.rekey(Sealing.password(), NewKeys.NONE));
        });
        Files.write(branch.file(), older);
        done(branch.grant(Sealing.password(), "Mallory", "mallory's own".toCharArray()));
        assertEquals(List.of("GRANTED Mallory", "SIGNED_IN desk", "SIGNED_OUT desk"), session(branch, () -> {}));
        assertEquals(List.of("SIGNED_IN desk", "SIGNED_OUT desk"), session(branch, () -> {}));
    }

    @Test
    void what_cannot_be_noted_keeps_nobody_out_and_is_noted_later() {
        SealedBranch branch = Sealing.sealed(folder);
        done(branch.rekey(Sealing.password(), NewKeys.NONE));
        trail.failing = true;
        assertEquals(List.of(), session(branch, () -> assertTrue(branch.signedIn().isPresent())));
        trail.failing = false;
        assertEquals(List.of("REKEYED the profile was confirmed", "SIGNED_IN desk", "SIGNED_OUT desk"),
                session(branch, () -> {}));
    }

    @Test
    void the_file_remembers_the_last_changes_only() throws IOException {
        SealedBranch branch = Sealing.sealed(folder);
        for (int i = 0; i < SealedDocument.LONGEST_HISTORY + 5; i++) {
            done(branch.rekey(Sealing.password(), NewKeys.NONE));
        }
        String text = Files.readString(branch.file());
        assertEquals(SealedDocument.LONGEST_HISTORY, text.split("deed: REKEYED", -1).length - 1);
        assertTrue(text.contains("revision: 26\n") && !text.contains("  - revision: 6\n"), text);
    }
}
