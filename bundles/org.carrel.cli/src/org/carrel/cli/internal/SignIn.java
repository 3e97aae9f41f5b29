/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.carrel.branch.LastSignIn;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.SignInAnswer;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;

/** Signs in to a sealed branch for the length of one command. */
final class SignIn {

    private static final Texts TEXTS = Texts.of(SignIn.class);

    private final Passwords passwords;
    private final Terminal terminal;

    SignIn(Passwords passwords, Terminal terminal) {
        this.passwords = passwords;
        this.terminal = terminal;
    }

    Branch to(SealedBranch branch, String operator) throws CommandFailure {
        char[] password = passwords.existing(TEXTS.get("password.prompt", branch.profile().name()));
        SignInAnswer answer;
        try {
            answer = branch.signIn(password, operator);
        } finally {
            Arrays.fill(password, '\0');
        }
        return switch (answer) {
            case SignInAnswer.Accepted accepted -> {
                if (accepted.wrongBefore() > 0) {
                    terminal.err().println(TEXTS.get("signIn.wrongBefore", accepted.wrongBefore(),
                            accepted.before().map(LastSignIn::at).map(at -> Words.minutes(at, branch.profile().zone()))
                                    .orElseGet(() -> TEXTS.get("signIn.never"))));
                }
                yield accepted.branch();
            }
            case SignInAnswer.WrongPassword wrong -> throw wrong(wrong.nextTry());
            case SignInAnswer.TooSoon early -> throw tooSoon(early.nextTry());
            case SignInAnswer.Refused refused -> throw new CommandFailure(Exit.PROFILE_REFUSED, refused.sentence());
        };
    }

    static CommandFailure wrong(Instant nextTry) {
        return new CommandFailure(Exit.PASSWORD_REFUSED, TEXTS.get("password.wrong", seconds(nextTry)));
    }

    static CommandFailure tooSoon(Instant nextTry) {
        return new CommandFailure(Exit.PASSWORD_REFUSED, TEXTS.get("password.tooSoon", seconds(nextTry)));
    }

    private static long seconds(Instant nextTry) {
        return Math.max(1, Duration.between(Clock.systemUTC().instant(), nextTry).toSeconds() + 1);
    }
}
