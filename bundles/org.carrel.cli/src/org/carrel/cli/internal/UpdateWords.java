/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import org.carrel.model.Texts;
import org.carrel.update.UpdateAnswer;

/** Says what came of an update. */
final class UpdateWords {

    private static final Texts TEXTS = Texts.of(UpdateWords.class);
    private static final double MEGABYTE = 1_000_000;

    private final Terminal terminal;

    UpdateWords(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Says it, and gives the exit code. */
    int say(UpdateAnswer answer) throws CommandFailure {
        return switch (answer) {
            case UpdateAnswer.Newer newer -> {
                terminal.out().println(TEXTS.get("update.newer", newer.newer().name(), newer.newer().version(),
                        newer.now().version(), newer.bytes() / MEGABYTE));
                yield Exit.OK;
            }
            case UpdateAnswer.Nothing nothing -> {
                terminal.out().println(TEXTS.get("update.nothing", nothing.now().name(), nothing.now().version()));
                yield Exit.NOTHING_NEW;
            }
            case UpdateAnswer.Done done -> {
                terminal.out()
                        .println(TEXTS.get("update.done", done.now().name(), done.now().version(),
                                done.before().version()));
                yield Exit.OK;
            }
            case UpdateAnswer.Cancelled cancelled -> throw new CommandFailure(Exit.REFUSED,
                    TEXTS.get("update.cancelled"));
            case UpdateAnswer.Away away -> throw new CommandFailure(Exit.SYSTEM_AWAY, away.sentence());
            case UpdateAnswer.Refused refused -> throw new CommandFailure(Exit.REFUSED, refused.sentence());
        };
    }

    /**
     * Asks {@code question} unless {@code yes} was said already, and fails when it is not wanted or nobody is there.
     */
    void mustBeWanted(boolean yes, String question) throws CommandFailure {
        if (!yes && !terminal.confirm(question)
                .orElseThrow(() -> new CommandFailure(Exit.USAGE, TEXTS.get("update.nobody")))) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("update.kept"));
        }
    }
}
