/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.model.port.PracticeSystem;

/** In practice mode somebody else may run the practice server; if nobody does, it runs as long as the command. */
final class PracticeUp {

    private static final Texts TEXTS = Texts.of(PracticeUp.class);

    private PracticeUp() {}

    static void ensure(Session session) throws CommandFailure, IOException {
        Optional<PracticeSystem> practice = session.practice();
        if (practice.isPresent() && !session.transport().probe().reachable()) {
            practice.get().bringUp();
            session.terminal().err().println(TEXTS.get("upload.practice"));
        }
    }
}
