/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this workstation remembers about one WSKey.
 *
 * @param name     tells keys apart; a hash of the public half
 * @param since    when it was first seen here
 * @param used     when it last worked from here
 * @param attempts when somebody tried to sign in from here, lately; in order
 */
record KeyRecord(String name, Instant since, Optional<Instant> used, List<Instant> attempts) {

    /** More than any rule looks at: a flood of refusals leaves a short file. */
    private static final int MOST_ATTEMPTS = 20;

    KeyRecord {
        attempts = attempts.stream().sorted().skip(Math.max(0, attempts.size() - MOST_ATTEMPTS)).toList();
    }

    static KeyRecord fresh(String name, Instant now) {
        return new KeyRecord(name, now, Optional.empty(), List.of());
    }

    /** The name of a key in the file: nobody has to read there which key it is. */
    static String nameOf(String wsKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(wsKey.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    KeyRecord usedAt(Instant moment) {
        return new KeyRecord(name, since, Optional.of(moment), attempts);
    }

    private KeyRecord withAttempts(List<Instant> others) {
        return new KeyRecord(name, since, used, others);
    }

    /** One attempt more; two at the same moment are a moment apart, so that they stay two. */
    KeyRecord attemptedAt(Instant moment) {
        Instant free = moment;
        while (attempts.contains(free)) {
            free = free.minusNanos(1);
        }
        return withAttempts(Stream.concat(attempts.stream(), Stream.of(free)).toList());
    }

    KeyRecord without(Instant attempt) {
        return withAttempts(attempts.stream().filter(other -> !other.equals(attempt)).toList());
    }

    /** Only the attempts since {@code start}. */
    KeyRecord attemptedSince(Instant start) {
        return withAttempts(attempts.stream().filter(attempt -> !attempt.isBefore(start)).toList());
    }

    /** What both know of one key; an attempt that both know is one. */
    KeyRecord and(KeyRecord other) {
        return new KeyRecord(name, earlier(since, other.since), Stream.concat(used.stream(), other.used.stream())
                .max(Comparator.naturalOrder()),
                Stream.concat(attempts.stream(), other.attempts.stream()).distinct().toList());
    }

    /** With nothing in the future: a clock that was put back would make one wait for years. */
    KeyRecord notAfter(Instant now) {
        KeyRecord kept = new KeyRecord(name, earlier(since, now), used.map(moment -> earlier(moment, now)),
                attempts.stream().filter(attempt -> !attempt.isAfter(now)).toList());
        for (int i = kept.attempts.size(); i < attempts.size(); i++) {
            kept = kept.attemptedAt(now);
        }
        return kept;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
