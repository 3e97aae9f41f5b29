/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.carrel.model.BranchProfile;
import org.carrel.model.Outcome;
import org.carrel.model.Texts;
import org.carrel.model.port.Secrets;

/**
 * OAuth 2 client credentials (RFC 6749, section 4.4) with a WSKey. One token serves all lanes until shortly before it
 * runs out; when it has to be fetched, one lane does that and the others wait for what it gets, be it a refusal.
 */
final class OAuthSignIn implements SignInMethod {

    private static final Texts TEXTS = Texts.of(OAuthSignIn.class);
    private static final Duration LIFE_WHEN_UNSAID = Duration.ofMinutes(5);
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);
    private static final SignedIn NONE = new SignedIn.Authorized("", Instant.MIN, Optional.empty());

    private final BranchProfile.SignIn signIn;
    private final BranchProfile.LibrarySystem system;
    private final Secrets secrets;
    private final Exchange exchange;
    private final Attempts attempts;
    private final Clock clock;
    /** The token, or the fetching of it; guarded by this. */
    private CompletableFuture<SignedIn> current = CompletableFuture
            .completedFuture(NONE);

    OAuthSignIn(BranchProfile profile, Secrets secrets, Exchange exchange, Attempts attempts, Clock clock) {
        this.signIn = profile.signIn();
        this.system = profile.system();
        this.secrets = secrets;
        this.exchange = exchange;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public SignedIn authorize(String method, URI uri) {
        CompletableFuture<SignedIn> mine = new CompletableFuture<>();
        CompletableFuture<SignedIn> shared;
        synchronized (this) {
            if (isUsable(current)) {
                shared = current;
            } else {
                current = mine;
                shared = mine;
            }
        }
        if (shared == mine) {
            try {
                mine.complete(fetch());
            } catch (RuntimeException | Error e) {
                mine.completeExceptionally(e);
                throw e;
            }
        }
        return shared.join();
    }

    /** Still being fetched, or fresh. A refusal is shared by those who wait for it, and by nobody after that. */
    private boolean isUsable(CompletableFuture<SignedIn> token) {
        return !token.isDone() || !token.isCompletedExceptionally()
                && token.join() instanceof SignedIn.Authorized authorized && isFresh(authorized);
    }

    private boolean isFresh(SignedIn.Authorized authorized) {
        return clock.instant().isBefore(authorized.freshUntil());
    }

    @Override
    public void accepted(SignedIn.Authorized authorized) {
        attempts.guard().used();
    }

    @Override
    public void refused(SignedIn.Authorized authorized) {
        synchronized (this) {
            if (current.isDone() && !current.isCompletedExceptionally() && current.join() == authorized) {
                forget();
            }
        }
        attempts.guard().refused();
    }

    @Override
    public void unsettled(SignedIn.Authorized authorized, boolean maybeRefused) {
        // To use a token is no attempt to sign in.
    }

    @Override
    public synchronized void forget() {
        current = CompletableFuture.completedFuture(NONE);
    }

    private SignedIn fetch() {
        Optional<char[]> secret = secrets.wsKeySecret();
        if (secret.isEmpty()) {
            return new SignedIn.Not(new Outcome.SignInRefused(TEXTS.get("secret.missing")));
        }
        try {
            return switch (attempts.ask()) {
                case Attempts.Answer.No(Outcome outcome) -> new SignedIn.Not(outcome);
                case Attempts.Answer.Yes(Instant attempt) -> fetch(basic(signIn.key(), secret.get()), attempt);
            };
        } finally {
            Arrays.fill(secret.get(), '\0');
        }
    }

    private SignedIn fetch(String authorization, Instant attempt) {
        HttpPost request = new HttpPost(system.token());
        request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        String form = "grant_type=client_credentials&scope="
                + URLEncoder.encode(signIn.scope(), StandardCharsets.UTF_8);
        request.setEntity(
                new CountedBody(form.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_FORM_URLENCODED));
        try {
            return exchange.with(request, system.answerTimeout(),
                    (head, body) -> judge(head, TokenAnswer.read(body), attempt));
        } catch (BrokenExchangeException e) {
            if (!e.bodySent()) {
                attempts.guard().takeBack(attempt);
            }
            // Whatever became of this request, the one it was for was not sent.
            return new SignedIn.Not(new Outcome.NoAnswer(e.getMessage(), false, Optional.empty()));
        }
    }

    private SignedIn judge(ClassicHttpResponse head, TokenAnswer answer, Instant attempt) {
        int status = head.getCode();
        if (status == 400 || status == 401 || status == 403) {
            String said = "HTTP " + status + answer.error().map(error -> " " + error).orElse("");
            return new SignedIn.Not(new Outcome.SignInRefused(TEXTS.get("signIn.refused", said)));
        }
        if (status >= 200 && status < 300 && answer.token().isPresent()) {
            attempts.guard().succeeded(attempt);
            return new SignedIn.Authorized("Bearer " + answer.token().get(), freshUntil(answer), Optional.empty());
        }
        String detail = status >= 200 && status < 300 ? "the token end point gave no token"
                : "HTTP " + status + " (token)";
        return new SignedIn.Not(new Outcome.NoAnswer(detail, false, RetryAfter.of(head, clock)));
    }

    /** A little earlier than the server says, for the time that requests are under way. */
    private Instant freshUntil(TokenAnswer answer) {
        Duration life = answer.life().orElse(LIFE_WHEN_UNSAID);
        Duration margin = life.dividedBy(5);
        return clock.instant().plus(life).minus(margin.compareTo(LONGEST_MARGIN) > 0 ? LONGEST_MARGIN : margin);
    }

    /** RFC 7617; the library wants a String, so a copy of the secret lives until the garbage collector comes. */
    private static String basic(String key, char[] secret) {
        CharBuffer chars = CharBuffer.allocate(key.length() + 1 + secret.length);
        chars.put(key).put(':').put(secret).flip();
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(chars);
        byte[] plain = new byte[bytes.remaining()];
        bytes.get(plain);
        try {
            return "Basic " + Base64.getEncoder().encodeToString(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(bytes.array(), (byte) 0);
            Arrays.fill(chars.array(), '\0');
            Arrays.fill(secret, '\0');
        }
    }
}
