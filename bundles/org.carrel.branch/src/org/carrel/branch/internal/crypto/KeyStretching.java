/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal.crypto;

import java.util.Arrays;
import java.util.Objects;

import javax.crypto.Mac;
import javax.crypto.ShortBufferException;

/**
 * Makes a key of a password: PBKDF2 (RFC 8018) with HMAC-SHA-512, slow on purpose.
 *
 * <p>
 * On the platform's {@code Mac} and not on its {@code SecretKeyFactory}: the keys of that one keep the password until a
 * background thread has cleaned up behind the garbage collector, where a heap dump finds it long after signing out.
 *
 * @param rounds how slow
 * @param salt   what makes equal passwords differ
 */
public record KeyStretching(int rounds, byte[] salt) {

    /** How files call it. */
    public static final String FUNCTION = "PBKDF2-HMAC-SHA-512";

    /** In bytes. */
    public static final int SALT_LENGTH = 16;

    public KeyStretching {
        Objects.requireNonNull(salt, "salt");
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds: " + rounds);
        }
    }

    /** With a salt of its own. */
    public static KeyStretching fresh(int rounds) {
        return new KeyStretching(rounds, Crypto.random(SALT_LENGTH));
    }

    /** 32 bytes, which the caller overwrites. */
    public byte[] key(char[] password) {
        byte[] bytes = Crypto.utf8(password);
        try {
            // An HMAC key cannot be empty here; an empty password is never right, but may be asked about.
            return key(bytes.length == 0 ? new byte[1] : bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private byte[] key(byte[] password) {
        Mac mac = Crypto.hmac("HmacSHA512", password);
        mac.update(salt);
        // 32 bytes are the beginning of the first block, whose number is 1.
        byte[] round = mac.doFinal(new byte[] { 0, 0, 0, 1 });
        byte[] sum = round.clone();
        try {
            for (int i = 1; i < rounds; i++) {
                mac.update(round);
                mac.doFinal(round, 0);
                for (int at = 0; at < sum.length; at++) {
                    sum[at] ^= round[at];
                }
            }
            return Arrays.copyOf(sum, Gcm.KEY_LENGTH);
        } catch (ShortBufferException e) {
            throw Crypto.missing(e);
        } finally {
            Arrays.fill(sum, (byte) 0);
            Arrays.fill(round, (byte) 0);
        }
    }
}
