/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.carrel.branch.KeyAnswer;
import org.carrel.branch.NewKeys;
import org.carrel.branch.Proof;
import org.carrel.branch.SealedBranch;
import org.carrel.model.Texts;
import org.carrel.ui.Failures;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.Wizard;

/**
 * A password was forgotten, a WSKey has ended, a user to act as is gone: shows in two steps how to set another, and
 * that nothing that waits is lost by it. UI thread only; the keys are changed on another thread.
 */
class KeysWizard extends Wizard {

    private final Texts texts = Texts.of(KeysWizard.class);
    private final Clock clock = Clock.systemUTC();
    private final SealedBranch branch;
    private final KeysProofPage proof;
    private final KeysChangePage change;

    /** @param pending how many transactions wait for upload, as a sentence; empty while nobody is signed in to count */
    KeysWizard(SealedBranch branch, Optional<String> pending) {
        this.branch = branch;
        proof = new KeysProofPage(branch);
        change = new KeysChangePage(branch, pending);
        setWindowTitle(texts.get("keys.title", branch.profile().name()));
        setNeedsProgressMonitor(true);
        addPage(proof);
        addPage(change);
    }

    @Override
    public boolean performFinish() {
        Proof shown = proof.proof();
        NewKeys keys = change.keys();
        try {
            KeyAnswer[] answer = new KeyAnswer[1];
            getContainer().run(true, false, monitor -> {
                monitor.beginTask(texts.get("keys.progress"), -1);
                answer[0] = branch.rekey(shown, keys);
            });
            return switch (answer[0]) {
                case KeyAnswer.Done done -> {
                    tell(texts.get("keys.done"),
                            texts.get(done.signInAgain() ? "keys.done.again" : "keys.done.sentence"));
                    yield true;
                }
                case KeyAnswer.WrongPassword wrong -> unproved(texts.get("keys.wrong", seconds(wrong.nextTry())));
                case KeyAnswer.TooSoon soon -> unproved(texts.get("keys.tooSoon", seconds(soon.nextTry())));
                case KeyAnswer.Refused refused -> objected(refused.sentence());
            };
        } catch (InvocationTargetException e) {
            Failures.log(KeysWizard.class, e.getCause());
            return objected(texts.get("keys.unexpected"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            wipe(shown);
            keys.password().ifPresent(typed -> Arrays.fill(typed, '\0'));
            keys.wsKeySecret().ifPresent(typed -> Arrays.fill(typed, '\0'));
        }
    }

    /** Waits until it was read. */
    void tell(String headline, String sentence) {
        MessageDialog.openInformation(getShell(), headline, sentence);
    }

    /** Back to where the password is typed. */
    private boolean unproved(String sentence) {
        getContainer().showPage(proof);
        proof.object(sentence);
        return false;
    }

    private boolean objected(String sentence) {
        change.setErrorMessage(sentence);
        return false;
    }

    private long seconds(Instant nextTry) {
        return Math.max(0, Duration.between(clock.instant(), nextTry).toSeconds());
    }

    private static void wipe(Proof shown) {
        Arrays.fill(switch (shown) {
            case Proof.Password password -> password.password();
            case Proof.RecoveryFile file -> file.passphrase();
        }, '\0');
    }
}
