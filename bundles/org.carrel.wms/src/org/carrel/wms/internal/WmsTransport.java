/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.carrel.model.BranchProfile;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.KeyHealth;
import org.carrel.model.port.Reachability;
import org.carrel.model.port.Secrets;
import org.carrel.model.trust.Trust;
import org.carrel.ncip.NcipCodec;
import org.carrel.ncip.UnwritableException;
import org.carrel.wms.WmsConnection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to WorldShare Management Services: NCIP over HTTP, signed in with a WSKey. */
@Component(service = { IlsTransport.class, KeyHealth.class })
public final class WmsTransport implements WmsConnection {

    private static final Logger LOG = LoggerFactory.getLogger(WmsTransport.class);
    private static final Texts TEXTS = Texts.of(WmsTransport.class);
    /** Somebody may be looking at the screen: a look at the connection does not take longer. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(4);

    private final BranchProfile profile;
    private final BranchProfile.LibrarySystem system;
    private final NcipCodec codec;
    private final SignInGuard guard;
    private final SignInMethod signIn;
    /** Why nothing can be sent, in a sentence; empty when it can. */
    private final Optional<String> obstacle;
    private final Exchange exchange;
    private final Exchange looks;
    private final Clock clock;

    @Activate
    public WmsTransport(@Reference Branch branch, @Reference Secrets secrets) {
        this(branch.profile(), branch.dataFolder(), secrets, Clock.systemUTC());
    }

    /** @param dataFolder where is remembered how the key is */
    public WmsTransport(BranchProfile profile, Path dataFolder, Secrets secrets, Clock clock) {
        this.profile = profile;
        this.system = profile.system();
        this.codec = NcipCodec.of(profile);
        this.clock = clock;
        Trust trust = Trust.with(system.caFile());
        trust.trouble().forEach(e -> LOG.warn("Not all certificates can be read", e));
        this.obstacle = obstacle(trust, profile);
        // One connection a lane, and one for a token.
        this.exchange = new Exchange(profile.upload().lanes() + 1, system.connectTimeout(), trust.context());
        this.looks = new Exchange(2, shorter(system.connectTimeout(), LONGEST_LOOK.dividedBy(2)), trust.context());
        KeyFile file = new KeyFile(dataFolder);
        this.guard = new SignInGuard(file, profile.signIn().key(), profile.practice(), clock);
        Attempts attempts = new Attempts(guard, file, profile.zone());
        this.signIn = switch (profile.signIn().method()) {
            case OAUTH -> new OAuthSignIn(profile, secrets, exchange, attempts, clock);
            case HMAC -> new HmacSignIn(profile.signIn(), secrets, attempts, clock);
        };
    }

    private static Optional<String> obstacle(Trust trust, BranchProfile profile) {
        List<URI> addresses = List.of(profile.system().ncip(), profile.system().token());
        if (!addresses.stream().allMatch(SendableAddress::isSendable)) {
            return Optional.of(TEXTS.get("address.notSecure"));
        }
        if (profile.practice() && !addresses.stream().allMatch(SendableAddress::isHere)) {
            return Optional.of(TEXTS.get("address.practice"));
        }
        return trust.obstacle();
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
        if (obstacle.isPresent()) {
            return new Outcome.SignInRefused(obstacle.get());
        }
        byte[] body;
        try {
            body = codec.encode(transaction);
        } catch (UnwritableException e) {
            return new Outcome.Refused(
                    new Problem(Problem.Kind.OTHER, TEXTS.get("request.unwritable"), e.getMessage()));
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
        AtomicReference<Verdict> verdict = new AtomicReference<>(Verdict.NOT_HEARD);
        try {
            return exchange.with(request, system.answerTimeout(), (head, answer) -> {
                verdict.set(verdict(head.getCode(), authorized));
                return judge(transaction, verdict.get(), head, answer);
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

    private Outcome judge(Transaction transaction, Verdict verdict, ClassicHttpResponse head, InputStream body) {
        int status = head.getCode();
        Outcome said = codec.decode(transaction, body, contentType(head));
        if (verdict == Verdict.ACCEPTED) {
            return said;
        }
        // Not every layer of a server speaks NCIP, and some fail over a user who is gone.
        boolean misconfigured = said instanceof Outcome.Refused(Problem problem)
                && problem.kind() == Problem.Kind.CONFIGURATION;
        if (verdict == Verdict.REFUSED) {
            return new Outcome.SignInRefused(
                    TEXTS.get(misconfigured ? "signIn.refusedUser" : "signIn.refused", "HTTP " + status));
        }
        if (status == 401) {
            return new Outcome.NoAnswer("HTTP 401, the token had run out", false, Optional.empty());
        }
        return misconfigured ? said : HttpStatus.outcome(status, RetryAfter.of(head, clock));
    }

    private static Optional<String> contentType(ClassicHttpResponse head) {
        return Optional.ofNullable(head.getFirstHeader(HttpHeaders.CONTENT_TYPE)).map(Header::getValue);
    }

    @Override
    public Reachability probe() {
        if (obstacle.isPresent()) {
            return new Reachability(false, obstacle.get(), clock.instant());
        }
        try {
            Duration patience = shorter(system.answerTimeout(), LONGEST_LOOK.dividedBy(2));
            int status = looks.with(new HttpGet(system.ncip()), patience, (head, body) -> head.getCode());
            return new Reachability(status < 500, status < 500 ? "" : "HTTP " + status, clock.instant());
        } catch (BrokenExchangeException e) {
            return new Reachability(false, e.getMessage(), clock.instant());
        }
    }

    @Override
    public Report report() {
        return KeyReport.of(guard.key(), profile.practice(), profile.zone(), clock.instant());
    }

    @Override
    public void forgetSignIn() {
        signIn.forget();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
