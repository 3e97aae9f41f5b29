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

import org.carrel.model.BranchProfile.SignIn;
import org.carrel.model.Outcome;
import org.carrel.model.Texts;
import org.carrel.model.port.Secrets;

/** Signs each request by itself; nothing is kept between them. */
final class HmacSignIn implements SignInMethod {

    private static final Texts TEXTS = Texts.of(HmacSignIn.class);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final SignIn signIn;
    private final Secrets secrets;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HmacSignIn(SignIn signIn, Secrets secrets, Clock clock) {
        this.signIn = signIn;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public SignedIn authorize(String method, URI uri) {
        Optional<char[]> secret = secrets.wsKeySecret();
        if (secret.isEmpty()) {
            return new SignedIn.Not(new Outcome.SignInRefused(TEXTS.get("secret.missing")));
        }
        try {
            Instant now = clock.instant();
            return new SignedIn.Authorized(
                    HmacSignature.header(signIn, secret.get(), method, uri, now.getEpochSecond(), nonce()),
                    now.plus(FRESH));
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
    public void refused(SignedIn.Authorized authorized) {
        // A signature is used once.
    }

    @Override
    public void forget() {
        // Nothing is kept.
    }
}
