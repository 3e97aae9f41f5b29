/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.Objects;
import java.util.Optional;

import org.carrel.branch.SealedBranch;
import org.carrel.branch.SignInAnswer;
import org.carrel.model.Texts;
import org.carrel.model.port.PasswordCheck;

/**
 * Somebody signs in: says what is wrong with what was typed, and remembers who got in. Safe for use by several threads.
 */
final class SignIn {

    private final Texts texts = Texts.of(SignIn.class);
    private final SealedBranch branch;
    private volatile String operator = "";
    private volatile Optional<SignInAnswer.Accepted> accepted = Optional.empty();

    SignIn(SealedBranch branch) {
        this.branch = Objects.requireNonNull(branch, "branch");
    }

    /** Whether somebody says who it is. */
    boolean asksOperator() {
        return branch.profile().safety().keepsOperator();
    }

    /** Why it is not even tried as things are; empty when {@code who} will do. */
    String objectionTo(String who) {
        operator = who.strip();
        return asksOperator() && operator.isEmpty() ? texts.get("signin.operator.missing") : "";
    }

    /** Takes about a second; not for the UI thread. */
    PasswordCheck.Answer tryWith(char[] password) {
        return switch (branch.signIn(password, operator)) {
            case SignInAnswer.Accepted in -> {
                accepted = Optional.of(in);
                yield new PasswordCheck.Answer.Right();
            }
            case SignInAnswer.WrongPassword wrong -> new PasswordCheck.Answer.Wrong(wrong.nextTry());
            case SignInAnswer.TooSoon soon -> new PasswordCheck.Answer.TooSoon(soon.nextTry());
            case SignInAnswer.Refused refused -> new PasswordCheck.Answer.Unusable(refused.sentence());
        };
    }

    /** Who got in; empty before. */
    Optional<SignInAnswer.Accepted> accepted() {
        return accepted;
    }
}
