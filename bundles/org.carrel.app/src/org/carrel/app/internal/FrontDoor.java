/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.carrel.branch.ProfileRemark;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.SignInAnswer;
import org.carrel.model.Texts;
import org.carrel.ui.Moments;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Display;

/**
 * What is between the start of the program and its window: setting a branch up once, and signing in. UI thread only.
 */
final class FrontDoor {

    private final Texts texts = Texts.of(FrontDoor.class);
    private final Display display;
    private final DeskOpening opening;

    FrontDoor(Display display, DeskOpening opening) {
        this.display = display;
        this.opening = opening;
    }

    /** What there is behind it; empty when nobody came through. */
    Optional<DeskOpening.Result> pass(DeskOpening.Result before) {
        return switch (before) {
            case DeskOpening.Result.SetUpFirst first -> setUp(first);
            case DeskOpening.Result.SignInFirst first -> signIn(first.branch(), first.warnings());
            case DeskOpening.Result.Ready ready -> Optional.of(ready);
            case DeskOpening.Result.Refused refused -> Optional.of(refused);
        };
    }

    private Optional<DeskOpening.Result> setUp(DeskOpening.Result.SetUpFirst first) {
        SetUpWizard wizard = new SetUpWizard(first.branch());
        BeforeTheDesk.ask(display, nobody -> new WizardDialog(nobody, wizard).open());
        // Signing in afterwards shows that the password is what somebody believes it to be.
        return wizard.sealed().flatMap(branch -> signIn(branch, first.warnings()));
    }

    private Optional<DeskOpening.Result> signIn(SealedBranch branch, List<ProfileRemark> warnings) {
        return new SignInDialog(null, branch, who -> opening.openQueue(who.branch(), Optional.of(branch),
                Stream.concat(aboutSignIns(who), warnings.stream().map(ProfileRemark::toString)).toList())).ask();
    }

    /** Somebody may notice here that a stranger tried to get in. */
    private Stream<String> aboutSignIns(SignInAnswer.Accepted who) {
        if (who.wrongBefore() == 0) {
            return Stream.empty();
        }
        Moments moments = Moments.of(who.branch().profile().zone());
        String before = who.before().map(last -> texts.get("signin.before", moments.inFull(last.at()),
                last.operator().isEmpty() ? 0 : 1, last.operator()) + " ").orElse("");
        return Stream.of(before + texts.get("signin.wrongBefore", who.wrongBefore()));
    }
}
