/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.Texts;

/** Sends one request signed in, and hears what its answer says of the sign-in. Safe for use by several threads. */
final class SignedPost {

    private static final Texts TEXTS = Texts.of(SignedPost.class);

    private final Exchange exchange;
    private final SignInMethod signIn;
    private final Duration answerTimeout;
    private final Clock clock;

    SignedPost(Exchange exchange, SignInMethod signIn, Duration answerTimeout, Clock clock) {
        this.exchange = exchange;
        this.signIn = signIn;
        this.answerTimeout = answerTimeout;
        this.clock = clock;
    }

    /** What to send. */
    record Letter(URI address, byte[] body, ContentType type, ContentType accept) {}

    /** What an answer says about the matter itself, whatever its status. */
    @FunctionalInterface
    interface Judging {
        Outcome of(int status, Optional<String> contentType, InputStream body) throws IOException;

        /** Whether that counts although the status is none of success. */
        default boolean outranksStatus(Outcome said) {
            return isConfiguration(said);
        }
    }

    private static boolean isConfiguration(Outcome said) {
        return said instanceof Outcome.Refused(Problem problem) && problem.kind() == Problem.Kind.CONFIGURATION;
    }

    Outcome send(Letter letter, Judging judging) {
        return switch (signIn.authorize("POST", letter.address())) {
            case SignedIn.Not(Outcome outcome) -> outcome;
            case SignedIn.Authorized authorized -> post(letter, judging, authorized);
        };
    }

    private Outcome post(Letter letter, Judging judging, SignedIn.Authorized authorized) {
        HttpPost request = new HttpPost(letter.address());
        request.setHeader(HttpHeaders.AUTHORIZATION, authorized.header());
        request.setHeader(HttpHeaders.ACCEPT, letter.accept().getMimeType());
        request.setEntity(new CountedBody(letter.body(), letter.type()));
        AtomicReference<Verdict> verdict = new AtomicReference<>(Verdict.NOT_HEARD);
        try {
            return exchange.with(request, answerTimeout, (head, answer) -> {
                verdict.set(verdict(head.getCode(), authorized));
                return judge(judging, verdict.get(), head, answer);
            });
        } catch (BrokenExchangeException e) {
            if (!e.bodySent()) {
                verdict.compareAndSet(Verdict.NOT_HEARD, Verdict.NONE);
            }
            return new Outcome.NoAnswer(e.getMessage(), e.bodySent(), Optional.empty());
        } finally {
            switch (verdict.get()) {
                case ACCEPTED -> signIn.accepted(authorized);
                case REFUSED -> signIn.refused(authorized);
                case NONE -> signIn.unsettled(authorized, false);
                case NOT_HEARD -> signIn.unsettled(authorized, true);
            }
        }
    }

    /** What the server said of the sign-in. */
    private enum Verdict {
        ACCEPTED, REFUSED,
        /** Nothing: it was not asked, or something else is the matter. */
        NONE,
        /** It may have said something. */
        NOT_HEARD
    }

    /**
     * A refused sign-in is never tried again here: each one counts towards disabling the key. Only a token that ran out
     * while the request was under way, or while this machine slept, says nothing about the key; the caller may try
     * again, with a new one.
     */
    private Verdict verdict(int status, SignedIn.Authorized authorized) {
        if (status == 403 || status == 401 && clock.instant().isBefore(authorized.freshUntil())) {
            return Verdict.REFUSED;
        }
        return status >= 200 && status < 300 ? Verdict.ACCEPTED : Verdict.NONE;
    }

    private Outcome judge(Judging judging, Verdict verdict, ClassicHttpResponse head, InputStream body)
            throws IOException {
        int status = head.getCode();
        Outcome said = judging.of(status, contentType(head), body);
        if (verdict == Verdict.ACCEPTED) {
            return said;
        }
        if (verdict == Verdict.REFUSED) {
            // Not every layer of a server speaks its language, and some fail over a user who is gone.
            return new Outcome.SignInRefused(
                    TEXTS.get(isConfiguration(said) ? "signIn.refusedUser" : "signIn.refused", "HTTP " + status));
        }
        if (status == 401) {
            return new Outcome.NoAnswer("HTTP 401, the token had run out", false, Optional.empty());
        }
        return judging.outranksStatus(said) ? said : HttpStatus.outcome(status, RetryAfter.of(head, clock));
    }

    private static Optional<String> contentType(ClassicHttpResponse head) {
        return Optional.ofNullable(head.getFirstHeader(HttpHeaders.CONTENT_TYPE)).map(Header::getValue);
    }
}
