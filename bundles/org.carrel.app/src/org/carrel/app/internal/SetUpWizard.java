/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;

import org.carrel.branch.RecoveryKey;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.UnsealedBranch;
import org.carrel.model.Texts;
import org.carrel.ui.Failures;
import org.eclipse.jface.wizard.Wizard;

/**
 * The first start of a real branch: an administrator chooses its password, says the secret of its WSKey, and what opens
 * it when the password is forgotten. UI thread only; the sealing itself happens on another thread.
 */
final class SetUpWizard extends Wizard {

    private final Texts texts = Texts.of(SetUpWizard.class);
    private final UnsealedBranch branch;
    private final SetUpPasswordPage password;
    private final SetUpRecoveryPage recovery;
    private Optional<SealedBranch> sealed = Optional.empty();

    SetUpWizard(UnsealedBranch branch) {
        this.branch = branch;
        password = new SetUpPasswordPage(branch.profile());
        recovery = new SetUpRecoveryPage();
        setWindowTitle(texts.get("setup.title", branch.profile().name()));
        setNeedsProgressMonitor(true);
        addPage(password);
        addPage(recovery);
    }

    /** The branch, to sign in to; empty when the person gave up. */
    Optional<SealedBranch> sealed() {
        return sealed;
    }

    @Override
    public boolean performFinish() {
        char[] chosen = password.password();
        Optional<char[]> secret = password.wsKeySecret();
        RecoveryKey key = recovery.key();
        try {
            UnsealedBranch.Answer[] answer = new UnsealedBranch.Answer[1];
            getContainer().run(true, false, monitor -> {
                monitor.beginTask(texts.get("setup.progress"), -1);
                answer[0] = branch.seal(chosen, secret, key);
            });
            return switch (answer[0]) {
                case UnsealedBranch.Answer.Sealed done -> {
                    sealed = Optional.of(done.branch());
                    yield true;
                }
                case UnsealedBranch.Answer.Refused refused -> {
                    recovery.setErrorMessage(refused.sentence());
                    yield false;
                }
            };
        } catch (InvocationTargetException e) {
            Failures.log(SetUpWizard.class, e.getCause());
            recovery.setErrorMessage(texts.get("setup.unexpected"));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            Arrays.fill(chosen, '\0');
            secret.ifPresent(typed -> Arrays.fill(typed, '\0'));
            if (key instanceof RecoveryKey.Fresh fresh) {
                Arrays.fill(fresh.passphrase(), '\0');
            }
        }
    }
}
