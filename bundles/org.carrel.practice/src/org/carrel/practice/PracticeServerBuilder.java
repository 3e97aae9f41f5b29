/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.Sip2Server;
import org.carrel.practice.internal.Ports;

/** What a {@link PracticeServer} is made of. For one thread. */
public final class PracticeServerBuilder {

    /** The WSKey that a server accepts unless told otherwise. */
    public static final String DEFAULT_KEY = "practice-key";

    /** The secret that goes with {@link #DEFAULT_KEY}; it protects nothing. */
    public static final String DEFAULT_SECRET = "practice-secret";

    private int port;
    private Clock clock = Clock.systemUTC();
    private ZoneId zone = ZoneOffset.UTC;
    private LocalTime closingTime = LocalTime.of(21, 0);
    private Optional<PracticeLibrary> library = Optional.empty();
    private Optional<Registry> registry = Optional.empty();
    private String key = DEFAULT_KEY;
    private Supplier<Optional<char[]>> secret = () -> Optional.of(DEFAULT_SECRET.toCharArray());
    private Set<String> scopes = Set.of("WMS_NCIP");
    private boolean renewals;
    private Optional<Sip2Server> sip2 = Optional.empty();
    private Supplier<Optional<char[]>> sip2Password = Optional::empty;
    private Duration tokenLifetime = Duration.ofSeconds(1199);

    PracticeServerBuilder() {}

    /** The port; 0, the default, chooses a free one when the server is built, and it stays the same. */
    public PracticeServerBuilder port(int wanted) {
        if (wanted < 0 || wanted > 65_535) {
            throw new IllegalArgumentException("not a port: " + wanted);
        }
        port = wanted;
        return this;
    }

    /** Default: the system's clock. */
    public PracticeServerBuilder clock(Clock wanted) {
        clock = Objects.requireNonNull(wanted);
        return this;
    }

    /** Where the library is, for closing times and for dates without an offset. Default: UTC. */
    public PracticeServerBuilder zone(ZoneId wanted) {
        zone = Objects.requireNonNull(wanted);
        return this;
    }

    /** When loans are due on their last day. Default: 21:00. */
    public PracticeServerBuilder closingTime(LocalTime wanted) {
        closingTime = Objects.requireNonNull(wanted);
        return this;
    }

    /** Default: {@link PracticeLibrary#shipped}. */
    public PracticeServerBuilder library(PracticeLibrary wanted) {
        library = Optional.of(wanted);
        return this;
    }

    /** Whose requests are served: others get {@code Unknown Agency}. Default: anybody's. */
    public PracticeServerBuilder registry(Registry wanted) {
        registry = Optional.of(wanted);
        return this;
    }

    /**
     * The WSKey that is accepted.
     *
     * @param wantedSecret gives a fresh array at each call, which is overwritten after use; while it is empty every
     *                     sign-in fails
     */
    public PracticeServerBuilder wsKey(String wantedKey, Supplier<Optional<char[]>> wantedSecret) {
        key = Objects.requireNonNull(wantedKey);
        secret = Objects.requireNonNull(wantedSecret);
        return this;
    }

    /** The scopes that the key has. Default: {@code WMS_NCIP}. */
    public PracticeServerBuilder scopes(Set<String> wanted) {
        scopes = Set.copyOf(wanted);
        return this;
    }

    /** How long a token is in force. Default: 1199 s, as at OCLC. */
    public PracticeServerBuilder tokenLifetime(Duration wanted) {
        tokenLifetime = Objects.requireNonNull(wanted);
        return this;
    }

    /**
     * Whether the same patron checking an item out again renews it. Default: no, it is refused like anybody else's;
     * what the real system does is not public, and this is harder on the desk.
     */
    public PracticeServerBuilder renewals(boolean wanted) {
        renewals = wanted;
        return this;
    }

    /**
     * Whether SIP2 is spoken, and how; the host that is named does not matter. Default: it is not.
     *
     * @param wanted         with port 0, a free one is chosen when the server is built; without a user, nobody signs in
     * @param wantedPassword gives a fresh array at each call, which is overwritten after use; while it is empty every
     *                       sign-in fails
     */
    public PracticeServerBuilder sip2(Sip2Server wanted, Supplier<Optional<char[]>> wantedPassword) {
        sip2 = Optional.of(wanted);
        sip2Password = Objects.requireNonNull(wantedPassword);
        return this;
    }

    /** The library system that the profile's branch belongs to: its port, zone, agencies, key and scopes. */
    public PracticeServerBuilder profile(BranchProfile profile) {
        port(Math.max(0, profile.system().ncip().getPort()));
        key = profile.signIn().key();
        scopes(Set.of(profile.signIn().scope().strip().split(" +")));
        return zone(profile.zone()).closingTime(profile.dueDates().closingTime()).registry(profile.registry());
    }

    /** The server, down. */
    public PracticeServer build() {
        if (port == 0) {
            port = Ports.choose();
        }
        sip2 = sip2.map(wanted -> wanted.port() == 0 ? wanted.at(Ports.choose()) : wanted);
        return new PracticeServer(this);
    }

    int port() {
        return port;
    }

    Clock clock() {
        return clock;
    }

    ZoneId zone() {
        return zone;
    }

    LocalTime closingTime() {
        return closingTime;
    }

    PracticeLibrary library() {
        return library.orElseGet(PracticeLibrary::shipped);
    }

    Optional<Registry> registry() {
        return registry;
    }

    String key() {
        return key;
    }

    Supplier<Optional<char[]>> secret() {
        return secret;
    }

    Set<String> scopes() {
        return scopes;
    }

    Optional<Sip2Server> sip2() {
        return sip2;
    }

    Supplier<Optional<char[]>> sip2Password() {
        return sip2Password;
    }

    boolean renewals() {
        return renewals;
    }

    Duration tokenLifetime() {
        return tokenLifetime;
    }
}
