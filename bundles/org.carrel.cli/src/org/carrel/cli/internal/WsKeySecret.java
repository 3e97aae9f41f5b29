/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.util.Arrays;

import org.carrel.model.Texts;

import picocli.CommandLine.Option;

/** Where the secret of the WSKey comes from: standard input or a person, never an argument, which others can see. */
final class WsKeySecret {

    private static final Texts TEXTS = Texts.of(WsKeySecret.class);

    @Option(names = "--secret-stdin", descriptionKey = "secret.stdin")
    private boolean fromInput;

    /** Whether the secret comes from standard input. */
    boolean isFromInput() {
        return fromInput;
    }

    /** Supplies the secret. In practice mode there is one, and nobody is asked. */
    void supply(Session session) throws CommandFailure, IOException {
        if (!fromInput && session.secrets().wsKeySecret().isPresent()) {
            return;
        }
        char[] secret = fromInput
                ? session.terminal().readSecret()
                        .orElseThrow(() -> new CommandFailure(Exit.USAGE, TEXTS.get("secret.badInput")))
                : session.terminal().askSecret(TEXTS.get("secret.prompt", session.branch().profile().signIn().key()))
                        .orElseThrow(() -> new CommandFailure(Exit.USAGE, TEXTS.get("secret.nobody")));
        session.secrets().supplyWsKeySecret(secret);
        Arrays.fill(secret, '\0');
    }
}
