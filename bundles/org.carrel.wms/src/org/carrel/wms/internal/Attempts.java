/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.time.Instant;
import java.time.ZoneId;

import org.carrel.model.Outcome;
import org.carrel.model.Texts;

/**
 * Attempts to sign in, with a sentence for when none may be made.
 *
 * @param guard decides
 * @param file  where attempts are noted
 * @param zone  for times of day
 */
record Attempts(SignInGuard guard, KeyFile file, ZoneId zone) {

    private static final Texts TEXTS = Texts.of(Attempts.class);

    /** Whether somebody may try. */
    sealed interface Answer {
        /** The attempt is noted. */
        record Yes(Instant attempt) implements Answer {}

        /** What that makes of the request that it was for. */
        record No(Outcome outcome) implements Answer {}
    }

    Answer ask() {
        return switch (guard.ask()) {
            case SignInGuard.Permission.Go(Instant attempt) -> new Answer.Yes(attempt);
            case SignInGuard.Permission.Wait(Instant until) -> new Answer.No(
                    new Outcome.SignInRefused(TEXTS.get("signIn.wait", KeyReport.time(until, zone))));
            case SignInGuard.Permission.CannotNote(String why) -> new Answer.No(
                    new Outcome.SignInRefused(TEXTS.get("signIn.notNoted", file.path(), why)));
        };
    }
}
