/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.carrel.model.BranchProfile.SignIn;
import org.carrel.model.Outcome;
import org.carrel.model.Texts;
import org.carrel.model.port.Secrets;

/**
 * Signs each request by itself. Until the library system has taken one, each is an attempt to sign in, and there is
 * never more than one of these out: lanes that start together would be refused together.
 */
final class HmacSignIn implements SignInMethod {

    private static final Texts TEXTS = Texts.of(HmacSignIn.class);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final SignIn signIn;
    private final Secrets secrets;
    private final Attempts attempts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore trial = new Semaphore(1);
    private volatile boolean proven;

    HmacSignIn(SignIn signIn, Secrets secrets, Attempts attempts, Clock clock) {
        this.signIn = signIn;
        this.secrets = secrets;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public SignedIn authorize(String method, URI uri) {
        if (!proven) {
            trial.acquireUninterruptibly();
            if (!proven) {
                return firstOf(method, uri);
            }
            trial.release();
        }
        return signed(method, uri, Optional.empty());
    }

    /** While this thread holds the trial, which whoever hears of the request's fate gives back. */
    private SignedIn firstOf(String method, URI uri) {
        boolean goes = false;
        try {
            SignedIn signedIn = switch (attempts.ask()) {
                case Attempts.Answer.No(Outcome outcome) -> new SignedIn.Not(outcome);
                case Attempts.Answer.Yes(Instant attempt) -> signed(method, uri, Optional.of(attempt));
            };
            goes = signedIn instanceof SignedIn.Authorized;
            return signedIn;
        } finally {
            if (!goes) {
                trial.release();
            }
        }
    }

    private SignedIn signed(String method, URI uri, Optional<Instant> attempt) {
        Optional<char[]> secret = secrets.wsKeySecret();
        if (secret.isEmpty()) {
            attempt.ifPresent(attempts.guard()::takeBack);
            return new SignedIn.Not(new Outcome.SignInRefused(TEXTS.get("secret.missing")));
        }
        try {
            Instant now = clock.instant();
            return new SignedIn.Authorized(
                    HmacSignature.header(signIn, secret.get(), method, uri, now.getEpochSecond(), nonce()),
                    now.plus(FRESH), attempt);
        } finally {
            Arrays.fill(secret.get(), '\0');
        }
    }

    private String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void accepted(SignedIn.Authorized authorized) {
        proven = true;
        authorized.attempt().ifPresentOrElse(attempts.guard()::succeeded, attempts.guard()::used);
        endTrial(authorized);
    }

    @Override
    public void refused(SignedIn.Authorized authorized) {
        proven = false;
        if (authorized.attempt().isEmpty()) {
            attempts.guard().refused();
        }
        endTrial(authorized);
    }

    @Override
    public void unsettled(SignedIn.Authorized authorized, boolean maybeRefused) {
        if (!maybeRefused) {
            authorized.attempt().ifPresent(attempts.guard()::takeBack);
        }
        endTrial(authorized);
    }

    private void endTrial(SignedIn.Authorized authorized) {
        if (authorized.attempt().isPresent()) {
            trial.release();
        }
    }

    @Override
    public void forget() {
        proven = false;
    }
}
