/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.carrel.branch.KeyAnswer;
import org.carrel.branch.Proof;
import org.carrel.ui.AccessibleNames;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Changing keys")
class KeysWizardTest {

    private final Display display = Display.getDefault();
    private final Windows windows = new Windows(display);
    private final FakeSealedBranch branch = new FakeSealedBranch(false);
    private final Shell parent = new Shell(display);
    private WizardDialog dialog;

    @AfterEach
    void close() {
        if (dialog != null) {
            dialog.close();
        }
        parent.dispose();
    }

    @Test
    void with_the_recovery_key_sets_a_new_password_and_says_that_nothing_is_lost() {
        open(Optional.of("Seven wait now."));
        assertFalse(canFinish(), "nothing is shown and nothing is new yet");
        windows.type("keys.proof.file", "/safe/recovery.pem");
        windows.type("keys.proof.passphrase", "passphrase");
        next();
        assertTrue(windows.shows("No transaction that waits for upload is lost"));
        assertTrue(windows.shows("Seven wait now."));
        windows.press("keys.change.password");
        windows.type("keys.password.first", "another desk word");
        assertFalse(canFinish(), "typed once only");
        windows.type("keys.password.second", "another desk word");
        finish();
        assertEquals(Path.of("/safe/recovery.pem").toAbsolutePath(),
                assertInstanceOf(Proof.RecoveryFile.class, branch.shown).file());
        assertEquals("another desk word", branch.newPassword);
        assertEquals(Optional.empty(), branch.changed.wsKey());
        assertArrayEquals(new char[17], branch.changed.password().orElseThrow(), "overwritten afterwards");
        assertFalse(branch.threads.contains(display.getThread()));
    }

    @Test
    void with_a_password_sets_another_wskey_and_user() {
        open(Optional.empty());
        windows.press("keys.proof.byPassword");
        windows.type("keys.proof.password", FakeSealedBranch.PASSWORD);
        next();
        windows.press("keys.change.key");
        windows.type("keys.key", "new-key");
        assertFalse(canFinish(), "a key without its secret is of no use");
        windows.type("keys.secret", "new-secret");
        windows.press("keys.change.user");
        windows.type("keys.user", "new-user");
        finish();
        assertEquals(FakeSealedBranch.PASSWORD,
                new String(assertInstanceOf(Proof.Password.class, branch.shown).password()));
        assertEquals(Optional.of("new-key"), branch.changed.wsKey());
        assertEquals("new-secret", branch.newSecret);
        assertEquals(Optional.of("new-user"), branch.changed.userToActAs());
        assertEquals(Optional.of("ns"), branch.changed.userNameSpace());
        assertEquals(Optional.empty(), branch.changed.password());
    }

    @Test
    void says_that_the_old_password_is_wrong_and_stays_open() {
        branch.keyAnswer = new KeyAnswer.WrongPassword(Instant.now().plusSeconds(30));
        open(Optional.empty());
        windows.press("keys.proof.byPassword");
        windows.type("keys.proof.password", "wrong");
        next();
        windows.press("keys.change.password");
        windows.type("keys.password.first", "another desk word");
        windows.type("keys.password.second", "another desk word");
        windows.pressLabelled("Finish");
        windows.await("the reason is told", () -> windows.shows("The password is wrong. Nothing was changed."));
        assertFalse(dialog.getShell().isDisposed());
    }

    @Test
    void can_be_done_by_somebody_who_hears_the_screen() {
        open(Optional.empty());
        assertEquals(List.of(), AccessibleNames.missing(dialog.getShell()));
    }

    private void open(Optional<String> pending) {
        dialog = new WizardDialog(parent, new KeysWizard(branch, pending) {
            @Override
            void tell(String headline, String sentence) {
                assertTrue(sentence.contains("still there"), sentence);
            }
        });
        dialog.setBlockOnOpen(false);
        dialog.open();
    }

    private boolean canFinish() {
        return dialog.getCurrentPage().getWizard().canFinish();
    }

    private void next() {
        windows.pressLabelled("Next >");
    }

    private void finish() {
        windows.pressLabelled("Finish");
        windows.await("the dialog is gone", () -> dialog.getShell() == null || dialog.getShell().isDisposed());
    }
}
