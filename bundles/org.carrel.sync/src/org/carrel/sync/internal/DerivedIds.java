/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

import org.carrel.model.TransactionId;

/**
 * Ids for transactions that come from a file without ids: the same for the same content, so that reading a file twice
 * adds nothing. In the form of a UUID of version 7: the time is that of the event, the rest a hash instead of chance.
 */
final class DerivedIds {

    private DerivedIds() {}

    static TransactionId of(Instant occurredAt, String... content) {
        MessageDigest digest = sha256();
        for (String part : content) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((byte) (bytes.length >> 8));
            digest.update((byte) bytes.length);
            digest.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long high = occurredAt.toEpochMilli() << 16 | 0x7000L | hash.getLong() & 0x0FFFL;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new TransactionId(new UUID(high, low));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
