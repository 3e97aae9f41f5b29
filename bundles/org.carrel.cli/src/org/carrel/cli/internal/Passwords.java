/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.util.Arrays;

import org.carrel.model.Texts;

/**
 * Passwords, from a person or from lines of standard input; never from arguments or the environment, which others can
 * see. Whoever gets one overwrites it.
 */
final class Passwords {

    private static final Texts TEXTS = Texts.of(Passwords.class);

    private final Terminal terminal;
    private boolean fromInput;

    Passwords(Terminal terminal) {
        this.terminal = terminal;
    }

    void readFromInput() {
        fromInput = true;
    }

    /** One that exists: the next line, or what the person types after {@code prompt}. */
    char[] existing(String prompt) throws CommandFailure {
        return fromInput ? line()
                : terminal.askSecret(prompt)
                        .orElseThrow(() -> new CommandFailure(Exit.PASSWORD_REFUSED, TEXTS.get("password.nobody")));
    }

    /** A new one: a person types it twice. */
    char[] fresh(String prompt) throws CommandFailure {
        char[] typed = existing(prompt);
        if (fromInput) {
            return typed;
        }
        char[] again = new char[0];
        try {
            again = existing(TEXTS.get("password.again"));
            if (!Arrays.equals(typed, again)) {
                Arrays.fill(typed, '\0');
                throw new CommandFailure(Exit.PASSWORD_REFUSED, TEXTS.get("password.differ"));
            }
            return typed;
        } finally {
            Arrays.fill(again, '\0');
        }
    }

    private char[] line() throws CommandFailure {
        try {
            return terminal.readSecret()
                    .orElseThrow(() -> new CommandFailure(Exit.PASSWORD_REFUSED, TEXTS.get("password.noLine")));
        } catch (IOException e) {
            throw new CommandFailure(Exit.PASSWORD_REFUSED, TEXTS.get("password.noLine"));
        }
    }
}
