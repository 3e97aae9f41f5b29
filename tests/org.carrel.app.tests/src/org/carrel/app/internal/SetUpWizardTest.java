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
import java.util.List;
import java.util.Optional;

import org.carrel.branch.RecoveryKey;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.UnsealedBranch;
import org.carrel.model.BranchProfile;
import org.carrel.ui.AccessibleNames;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Setting a branch up")
class SetUpWizardTest {

    private final Display display = Display.getDefault();
    private final Windows windows = new Windows(display);
    private final Clear branch = new Clear();
    private final SetUpWizard wizard = new SetUpWizard(branch);
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
    void takes_a_password_the_secret_and_a_new_recovery_key() {
        open();
        windows.type("setup.password.first", "reading room desk");
        windows.type("setup.password.second", "reading room task");
        assertTrue(windows.shows("The two are not the same"));
        windows.type("setup.password.second", "reading room desk");
        windows.type("setup.secret", "s3cret");
        windows.pressLabelled("Next >");
        windows.press("setup.recovery.fresh");
        windows.type("setup.recovery.private", "/stick/recovery.pem");
        assertFalse(wizard.canFinish(), "a private key without a passphrase lies open");
        windows.type("setup.recovery.passphrase.first", "in the safe");
        windows.type("setup.recovery.passphrase.second", "in the safe");
        windows.pressLabelled("Finish");
        windows.await("the dialog is gone", () -> dialog.getShell() == null || dialog.getShell().isDisposed());
        assertEquals(Optional.of(branch.sealedAs), wizard.sealed());
        assertEquals("reading room desk", branch.password);
        assertEquals("s3cret", branch.secret);
        RecoveryKey.Fresh fresh = assertInstanceOf(RecoveryKey.Fresh.class, branch.recovery);
        assertEquals(Path.of("/stick/recovery.pem").toAbsolutePath(), fresh.privateFile());
        assertArrayEquals(new char[11], fresh.passphrase(), "overwritten afterwards");
        assertFalse(branch.thread == display.getThread());
    }

    @Test
    void that_is_refused_stays_open_and_says_why() {
        branch.refusal = Optional.of("That file is no public key.");
        open();
        windows.type("setup.password.first", "reading room desk");
        windows.type("setup.password.second", "reading room desk");
        windows.pressLabelled("Next >");
        windows.type("setup.recovery.public", "/stick/recovery.pub.pem");
        windows.pressLabelled("Finish");
        windows.await("the reason is told", () -> windows.shows("That file is no public key."));
        assertEquals(Optional.empty(), wizard.sealed());
        assertEquals("", branch.secret, "the secret may come later");
    }

    @Test
    void can_be_done_by_somebody_who_hears_the_screen() {
        open();
        assertEquals(List.of(), AccessibleNames.missing(dialog.getShell()));
    }

    private void open() {
        dialog = new WizardDialog(parent, wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
    }

    private static final class Clear implements UnsealedBranch {
        private final FakeSealedBranch sealedAs = new FakeSealedBranch(false);
        private Optional<String> refusal = Optional.empty();
        private String password = "";
        private String secret = "";
        private RecoveryKey recovery;
        private Thread thread;

        @Override
        public BranchProfile profile() {
            return sealedAs.profile();
        }

        @Override
        public Path file() {
            return Path.of("branch.sealed");
        }

        @Override
        public Answer seal(char[] chosen, Optional<char[]> wsKeySecret, RecoveryKey key) {
            thread = Thread.currentThread();
            password = new String(chosen);
            secret = wsKeySecret.map(String::new).orElse("");
            recovery = key;
            return refusal.<Answer>map(Answer.Refused::new).orElseGet(() -> new Answer.Sealed(sealedAs));
        }

        @Override
        public Optional<SealedBranch> sealed() {
            return Optional.empty();
        }
    }
}
