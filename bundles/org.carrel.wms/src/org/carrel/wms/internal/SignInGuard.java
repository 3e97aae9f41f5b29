/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this workstation from disabling the branch's key: five refused sign-ins within five minutes do that, for every
 * desk that uses the key. Two attempts within five minutes are all that is made from here, however often the program is
 * started, and whatever came of them: an answer that got lost may have been a refusal. Each attempt is on the disk
 * before it is made. Safe for use by several threads.
 *
 * <p>
 * In practice mode an attempt that went well is struck off again: there is no key to lose, and who practises starts the
 * program often. What a refused key leads to can be practised all the same.
 */
final class SignInGuard {

    static final int LIMIT = 2;

    /** The library system sees an attempt a little later than it is noted here. */
    static final Duration WINDOW = Duration.ofMinutes(5).plusSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(SignInGuard.class);
    /** How old the noted use of a key may be while it is in use: an upload is not to write a file for each request. */
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);
    private static final Duration OF_INTEREST = Duration.ofDays(365);

    private final KeyFile file;
    private final boolean practice;
    private final Clock clock;
    private KeyRecord key;
    private List<KeyRecord> otherKeys = List.of();
    private Instant useNoted = Instant.MIN;
    private boolean damageCounted;

    /** Reads the file. */
    SignInGuard(KeyFile file, String wsKey, boolean practice, Clock clock) {
        this.file = file;
        this.practice = practice;
        this.clock = clock;
        this.key = KeyRecord.fresh(KeyRecord.nameOf(wsKey), clock.instant());
        read();
    }

    /** Whether somebody may try to sign in now. */
    sealed interface Permission {
        /** Yes, and the attempt is noted. */
        record Go(Instant attempt) implements Permission {}

        /** Not before then. */
        record Wait(Instant until) implements Permission {}

        /** No: the attempt could not be noted, and so would not count after a restart. */
        record CannotNote(String why) implements Permission {}
    }

    /** Asks for an attempt, and notes it. */
    synchronized Permission ask() {
        Instant now = clock.instant();
        read();
        List<Instant> recent = key.attemptedSince(now.minus(WINDOW)).attempts();
        if (recent.size() >= LIMIT) {
            return new Permission.Wait(recent.get(recent.size() - LIMIT).plus(WINDOW));
        }
        KeyRecord before = key.attemptedSince(now.minus(WINDOW));
        key = before.attemptedAt(now);
        try {
            write();
        } catch (IOException e) {
            LOG.error("An attempt to sign in could not be noted in {}, so it is not made", file.path(), e);
            key = before;
            return new Permission.CannotNote(e.getClass().getSimpleName());
        }
        List<Instant> noted = new ArrayList<>(key.attempts());
        noted.removeAll(before.attempts());
        return new Permission.Go(noted.getFirst());
    }

    /** The attempt was not made after all: nothing of it left this machine. */
    synchronized void takeBack(Instant attempt) {
        key = key.without(attempt);
        note();
    }

    /** The attempt went well. */
    synchronized void succeeded(Instant attempt) {
        key = practice ? key.without(attempt).usedAt(clock.instant()) : key.usedAt(clock.instant());
        note();
    }

    /** The library system has taken a request that was signed with the key. */
    synchronized void used() {
        Instant now = clock.instant();
        key = key.usedAt(now);
        if (useNoted.plus(BETWEEN_NOTES).isBefore(now)) {
            note();
        }
    }

    /** The library system has refused a request: for the key that is as bad as a refused sign-in. */
    synchronized void refused() {
        key = key.attemptedAt(clock.instant());
        note();
    }

    /** What is known of the key. */
    synchronized KeyRecord key() {
        return key.notAfter(clock.instant());
    }

    private void read() {
        Instant now = clock.instant();
        switch (file.read()) {
            case KeyFile.Contents.Known(List<KeyRecord> keys) -> {
                keys.stream().filter(other -> other.name().equals(key.name())).forEach(same -> key = key.and(same));
                otherKeys = keys.stream().filter(other -> !other.name().equals(key.name())).toList();
                if (!key.equals(key.notAfter(now))) {
                    key = key.notAfter(now);
                    note();
                }
            }
            case KeyFile.Contents.Damaged(String why) -> damaged(why, now);
        }
    }

    /**
     * Nobody knows how many attempts it held, so it counts as if they had all been made, now. Once only: the file is
     * written afresh, and if that fails no attempt is made either, so nothing is gained by damaging it again.
     */
    private void damaged(String why, Instant now) {
        if (damageCounted) {
            return;
        }
        damageCounted = true;
        LOG.warn("{} is damaged ({}). It is written afresh, and no sign-in is tried for five minutes", file.path(),
                why);
        for (int i = 0; i < LIMIT; i++) {
            key = key.attemptedAt(now);
        }
        note();
    }

    /** Writes what is no condition for going on. */
    private void note() {
        try {
            write();
        } catch (IOException e) {
            LOG.warn("How the key is could not be noted in {}: {}", file.path(), e.toString());
        }
    }

    private void write() throws IOException {
        Instant now = clock.instant();
        List<KeyRecord> all = new ArrayList<>();
        all.add(key.attemptedSince(now.minus(WINDOW)));
        otherKeys.stream().map(other -> other.notAfter(now).attemptedSince(now.minus(WINDOW)))
                .filter(other -> !other.attempts().isEmpty()
                        || other.used().orElse(other.since()).isAfter(now.minus(OF_INTEREST)))
                .forEach(all::add);
        file.write(all);
        useNoted = now;
    }
}
