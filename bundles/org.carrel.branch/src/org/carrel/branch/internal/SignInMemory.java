/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

import org.carrel.branch.LastSignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this machine remembers of signing in: how many passwords were wrong, and who was the last. It outlives the
 * program, so that starting again does not shorten the wait. It makes guessing at the desk slow and protects nothing
 * else: who can delete the file can also copy the sealed one and guess elsewhere.
 */
final class SignInMemory {

    static final String NAME = "sign-in.properties";

    private static final Logger LOG = LoggerFactory.getLogger(SignInMemory.class);
    private static final int MAX_BYTES = 8 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** From here on the wait is the longest anyway. */
    private static final int MOST_COUNTED = 30;

    private final Path file;
    private final Clock clock;
    private Optional<Remembered> unsaved = Optional.empty();

    /**
     * What is remembered.
     *
     * @param wrong   how many passwords were wrong since the last right one
     * @param wrongAt when the last one was
     * @param last    the last sign-in
     * @param noted   the mark of the last change of keys that is in the audit trail; empty when none is
     */
    record Remembered(int wrong, Instant wrongAt, Optional<LastSignIn> last, String noted) {
        static final Remembered NOTHING = new Remembered(0, Instant.EPOCH, Optional.empty(), "");

        Remembered withWrong(int number, Instant at) {
            return new Remembered(number, at, last, noted);
        }
    }

    SignInMemory(Path dataFolder, Clock clock) {
        this.file = dataFolder.resolve(NAME);
        this.clock = clock;
    }

    /** Whether somebody has signed in on this machine before. */
    static boolean isIn(Path dataFolder) {
        return Files.exists(dataFolder.resolve(NAME));
    }

    /** Before this moment no password is looked at; empty when one may be tried now. */
    synchronized Optional<Instant> waitUntil() {
        Remembered now = read();
        if (now.wrong() == 0) {
            return Optional.empty();
        }
        if (now.wrongAt().isAfter(clock.instant())) {
            // The clock was set back; nobody waits until it has caught up.
            now = now.withWrong(now.wrong(), clock.instant());
            save(now);
        }
        return Optional.of(now.wrongAt().plus(waitAfter(now.wrong()))).filter(until -> until.isAfter(clock.instant()));
    }

    /** Counts a wrong password; gives the moment before which no other one is looked at. */
    synchronized Instant wrong() {
        Remembered before = read();
        Remembered now = before.withWrong(Math.min(MOST_COUNTED, before.wrong() + 1), clock.instant());
        save(now);
        return now.wrongAt().plus(waitAfter(now.wrong()));
    }

    /** The password was right, but nobody signed in with it. */
    synchronized void right() {
        Remembered before = read();
        if (before.wrong() > 0) {
            save(before.withWrong(0, Instant.EPOCH));
        }
    }

    /** Somebody signed in; gives what was remembered before. */
    synchronized Remembered signedIn(String grant, String operator) {
        Remembered before = read();
        save(new Remembered(0, Instant.EPOCH, Optional.of(new LastSignIn(clock.instant(), grant, operator)),
                before.noted()));
        return before;
    }

    synchronized Optional<LastSignIn> last() {
        return read().last();
    }

    /** The mark of the last change of keys that is in the audit trail; empty when none is. */
    synchronized String noted() {
        return read().noted();
    }

    synchronized void noted(String mark) {
        Remembered before = read();
        save(new Remembered(before.wrong(), before.wrongAt(), before.last(), mark));
    }

    private static Duration waitAfter(int wrong) {
        Duration wait = Duration.ofSeconds(1L << (wrong - 1));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private Remembered read() {
        if (unsaved.isPresent()) {
            return unsaved.get();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Properties read = new Properties();
            read.load(new StringReader(new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8)));
            return remembered(read);
        } catch (NoSuchFileException e) {
            return Remembered.NOTHING;
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            LOG.warn("What was remembered of signing in cannot be read: {}", e.getClass().getSimpleName());
            return Remembered.NOTHING;
        }
    }

    private static Remembered remembered(Properties read) {
        Optional<LastSignIn> last = Optional.ofNullable(read.getProperty("last-at"))
                .map(at -> new LastSignIn(Instant.parse(at), read.getProperty("last-grant", ""),
                        read.getProperty("last-operator", "")));
        int wrong = Integer.parseInt(read.getProperty("wrong", "0"));
        return new Remembered(Math.clamp(wrong, 0, MOST_COUNTED),
                Instant.parse(read.getProperty("wrong-at", Instant.EPOCH.toString())), last,
                read.getProperty("noted", ""));
    }

    private void save(Remembered now) {
        Properties written = new Properties();
        written.setProperty("wrong", Integer.toString(now.wrong()));
        written.setProperty("wrong-at", now.wrongAt().toString());
        written.setProperty("noted", now.noted());
        now.last().ifPresent(last -> {
            written.setProperty("last-at", last.at().toString());
            written.setProperty("last-grant", last.grant());
            written.setProperty("last-operator", last.operator());
        });
        StringWriter text = new StringWriter();
        try {
            written.store(text, null);
            AtomicFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
            unsaved = Optional.empty();
        } catch (IOException e) {
            // A full disk must not keep the desk from working; until it can be written, memory has to do.
            unsaved = Optional.of(now);
            LOG.warn("What is remembered of signing in cannot be written: {}", e.getClass().getSimpleName());
        }
    }
}
