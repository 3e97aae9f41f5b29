/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.carrel.model.port.DataKey;

/**
 * The hashes of the trail: HMAC-SHA-256 under the branch's audit key, or plain SHA-256 without one. A plain chain shows
 * accidents only, for whoever changes a line can make all hashes behind it again. Safe for use by several threads.
 */
final class AuditHash {

    static final int LENGTH = 32;

    private static final int PATRON_LENGTH = 16;

    private volatile Optional<Mac> mac;

    private AuditHash(Optional<Mac> mac) {
        this.mac = mac;
    }

    static AuditHash of(Optional<DataKey> key) {
        return new AuditHash(key.map(AuditHash::mac));
    }

    private static Mac mac(DataKey key) {
        byte[] bytes = key.derive(DataKey.Purpose.AUDIT);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Lets go of the key. */
    void forget() {
        mac = Optional.empty();
    }

    boolean isKeyed() {
        return mac.isPresent();
    }

    /** Of a line. A keyed one cannot be told without the key: then nothing that is stored matches. */
    byte[] line(AuditRow.Words words, boolean keyed, byte[] previous) {
        return hash("line", keyed, List.of(words.at(), words.workstation(), words.operator(), words.deed(),
                words.transaction(), words.patron(), words.detail()), previous);
    }

    /** Of the place where the trail ends. */
    byte[] head(long sequence, boolean keyed, byte[] last) {
        return hash("head", keyed, List.of(Long.toString(sequence)), last);
    }

    String patron(String barcode) {
        return HexFormat.of().formatHex(hash("patron", isKeyed(), List.of(barcode), new byte[0]), 0, PATRON_LENGTH);
    }

    /** Every part with its length, so that no two different lines read the same. */
    private byte[] hash(String what, boolean keyed, List<String> parts, byte[] end) {
        if (keyed && mac.isEmpty()) {
            return new byte[0];
        }
        ByteBuffer text = ByteBuffer.allocate(Integer.BYTES + 1 + what.length() + end.length
                + parts.stream().mapToInt(part -> Integer.BYTES + 3 * part.length()).sum());
        put(text, what);
        text.put((byte) (keyed ? 1 : 0));
        parts.forEach(part -> put(text, part));
        text.put(end);
        byte[] bytes = Arrays.copyOf(text.array(), text.position());
        return keyed ? keyed(bytes) : plain().apply(bytes);
    }

    private static void put(ByteBuffer text, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        text.putInt(bytes.length).put(bytes);
    }

    private byte[] keyed(byte[] bytes) {
        Mac one = mac.orElseThrow();
        synchronized (one) {
            return one.doFinal(bytes);
        }
    }

    private static UnaryOperator<byte[]> plain() {
        try {
            return MessageDigest.getInstance("SHA-256")::digest;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
