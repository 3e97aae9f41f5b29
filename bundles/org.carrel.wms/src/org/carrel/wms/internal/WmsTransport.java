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

import javax.net.ssl.SSLContext;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.ssl.SSLContexts;
import org.carrel.model.BranchProfile;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.Reachability;
import org.carrel.model.port.Secrets;
import org.carrel.ncip.NcipCodec;
import org.carrel.ncip.UnwritableException;
import org.carrel.wms.WmsConnection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The way to WorldShare Management Services: NCIP over HTTP, signed in with a WSKey. */
@Component(service = IlsTransport.class)
public final class WmsTransport implements WmsConnection {

    private static final Texts TEXTS = Texts.of(WmsTransport.class);
    /** Somebody may be looking at the screen: a look at the connection does not take longer. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(4);

    private final BranchProfile.LibrarySystem system;
    private final NcipCodec codec;
    private final SignInMethod signIn;
    private final SignInGuard guard;
    private final Exchange exchange;
    private final Exchange looks;
    private final Clock clock;

    @Activate
    public WmsTransport(@Reference Branch branch, @Reference Secrets secrets) {
        this(branch.profile(), secrets, Clock.systemUTC(), SSLContexts.createSystemDefault());
    }

    public WmsTransport(BranchProfile profile, Secrets secrets, Clock clock, SSLContext trust) {
        this.system = profile.system();
        this.codec = NcipCodec.of(profile);
        this.clock = clock;
        this.guard = new SignInGuard(clock);
        // One connection a lane, and one for a token.
        this.exchange = new Exchange(profile.upload().lanes() + 1, system.connectTimeout(), trust);
        this.looks = new Exchange(2, shorter(system.connectTimeout(), LONGEST_LOOK.dividedBy(2)), trust);
        this.signIn = switch (profile.signIn().method()) {
            case OAUTH -> new OAuthSignIn(profile, secrets, exchange, guard, clock);
            case HMAC -> new HmacSignIn(profile.signIn(), secrets, clock);
        };
    }

    @Override
    @Deactivate
    public void close() {
        exchange.close();
        looks.close();
        signIn.forget();
    }

    @Override
    public Outcome send(Transaction transaction) {
        if (!SendableAddress.isSendable(system.ncip()) || !SendableAddress.isSendable(system.token())) {
            return new Outcome.SignInRefused(TEXTS.get("address.notSecure"));
        }
        byte[] body;
        try {
            body = codec.encode(transaction);
        } catch (UnwritableException e) {
            return new Outcome.Refused(
                    new Problem(Problem.Kind.OTHER, TEXTS.get("request.unwritable"), e.getMessage()));
        }
        if (!guard.allows()) {
            return new Outcome.SignInRefused(TEXTS.get("signIn.tooManyRefusals"));
        }
        return switch (signIn.authorize("POST", system.ncip())) {
            case SignedIn.Not(Outcome outcome) -> outcome;
            case SignedIn.Authorized authorized -> post(transaction, body, authorized);
        };
    }

    private Outcome post(Transaction transaction, byte[] body, SignedIn.Authorized authorized) {
        HttpPost request = new HttpPost(system.ncip());
        request.setHeader(HttpHeaders.AUTHORIZATION, authorized.header());
        request.setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_XML.getMimeType());
        request.setEntity(new CountedBody(body, ContentType.parse(NcipCodec.CONTENT_TYPE)));
        try {
            return exchange.with(request, system.answerTimeout(),
                    (head, answer) -> judge(transaction, authorized, head, answer));
        } catch (BrokenExchangeException e) {
            return new Outcome.NoAnswer(e.getMessage(), e.bodySent(), Optional.empty());
        }
    }

    private Outcome judge(Transaction transaction, SignedIn.Authorized authorized, ClassicHttpResponse head,
            InputStream body) throws IOException {
        int status = head.getCode();
        if (status == 401 || status == 403) {
            return signInRefused(authorized, status);
        }
        if (status >= 200 && status < 300) {
            guard.accepted();
            return codec.decode(transaction, body, contentType(head));
        }
        return HttpStatus.outcome(status, RetryAfter.of(head, clock));
    }

    /**
     * A refused sign-in is never tried again here: each one counts towards disabling the key. Only a token that ran out
     * while the request was under way, or while this machine slept, says nothing about the key; the caller may try
     * again, with a new one.
     */
    private Outcome signInRefused(SignedIn.Authorized authorized, int status) {
        signIn.refused(authorized);
        if (status == 401 && !clock.instant().isBefore(authorized.freshUntil())) {
            return new Outcome.NoAnswer("HTTP 401, the token had run out", false, Optional.empty());
        }
        guard.refused();
        return new Outcome.SignInRefused(TEXTS.get("signIn.refused", "HTTP " + status));
    }

    private static Optional<String> contentType(ClassicHttpResponse head) {
        return Optional.ofNullable(head.getFirstHeader(HttpHeaders.CONTENT_TYPE)).map(Header::getValue);
    }

    @Override
    public Reachability probe() {
        URI address = system.ncip();
        if (!SendableAddress.isSendable(address)) {
            return new Reachability(false, TEXTS.get("address.notSecure"), clock.instant());
        }
        try {
            int status = looks.with(new HttpGet(address), shorter(system.answerTimeout(), LONGEST_LOOK.dividedBy(2)),
                    (head, body) -> head.getCode());
            return new Reachability(status < 500, status < 500 ? "" : "HTTP " + status, clock.instant());
        } catch (BrokenExchangeException e) {
            return new Reachability(false, e.getMessage(), clock.instant());
        }
    }

    @Override
    public void forgetSignIn() {
        signIn.forget();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
