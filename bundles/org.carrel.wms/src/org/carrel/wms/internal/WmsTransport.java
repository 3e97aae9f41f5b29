/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ContentType;
import org.carrel.model.BranchProfile;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.inventory.WriteBackRules;
import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.InventoryWriteBack;
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
@Component(service = { IlsTransport.class, KeyHealth.class, InventoryWriteBack.class })
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
    private final SignedPost post;
    private final Optional<InventoryPost> writeBack;
    /** Why nothing can be sent, in a sentence; empty when it can. */
    private final Optional<String> obstacle;
    private final Exchange exchange;
    private final Exchange looks;
    private final Clock clock;

    @Activate
    public WmsTransport(@Reference(target = "(transport=wms)") Branch branch, @Reference Secrets secrets) {
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
        int writeBackLanes = profile.writeBack().map(WriteBackRules::lanes).orElse(0);
        this.exchange = new Exchange(profile.upload().lanes() + writeBackLanes + 1, system.connectTimeout(),
                trust.context());
        this.looks = new Exchange(2, shorter(system.connectTimeout(), LONGEST_LOOK.dividedBy(2)), trust.context());
        KeyFile file = new KeyFile(dataFolder);
        this.guard = new SignInGuard(file, profile.signIn().key(), profile.practice(), clock);
        Attempts attempts = new Attempts(guard, file, profile.zone());
        this.signIn = switch (profile.signIn().method()) {
            case OAUTH -> new OAuthSignIn(profile, secrets, exchange, attempts, clock);
            case HMAC -> new HmacSignIn(profile.signIn(), secrets, attempts, clock);
        };
        this.post = new SignedPost(exchange, signIn, system.answerTimeout(), clock);
        this.writeBack = profile.writeBack().map(wanted -> new InventoryPost(wanted, profile.registry(), post));
    }

    private static Optional<String> obstacle(Trust trust, BranchProfile profile) {
        List<URI> addresses = new ArrayList<>(List.of(profile.system().ncip(), profile.system().token()));
        profile.writeBack().ifPresent(there -> addresses.add(there.address(new ItemBarcode("x"), profile.registry())));
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
        writeBack.ifPresent(InventoryPost::close);
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
        return post.send(
                new SignedPost.Letter(system.ncip(), body, ContentType.parse(NcipCodec.CONTENT_TYPE),
                        ContentType.APPLICATION_XML),
                (status, contentType, answer) -> codec.decode(transaction, answer, contentType));
    }

    @Override
    public boolean isSetUp() {
        return writeBack.isPresent();
    }

    @Override
    public Outcome inventoried(ItemBarcode item) {
        if (obstacle.isPresent()) {
            return new Outcome.SignInRefused(obstacle.get());
        }
        return writeBack.map(there -> there.inventoried(item)).orElseGet(() -> new Outcome.Refused(new Problem(
                Problem.Kind.CONFIGURATION, "", TEXTS.get("writeBack.notSetUp"))));
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
