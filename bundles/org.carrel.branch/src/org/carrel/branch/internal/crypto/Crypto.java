/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The few things that everything here is made of, from the Java platform. Safe for use by several threads. */
public final class Crypto {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Crypto() {}

    /** So many bytes that nobody can guess. */
    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw missing(e);
        }
    }

    /** Whether they are the same; takes as long either way. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    /**
     * Parts as one, so that no two lists of parts become the same: the length goes before each.
     */
    public static byte[] joined(String... parts) {
        byte[][] bytes = Arrays.stream(parts).map(part -> part.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        ByteBuffer joined = ByteBuffer
                .allocate(Arrays.stream(bytes).mapToInt(part -> Integer.BYTES + part.length).sum());
        for (byte[] part : bytes) {
            joined.putInt(part.length).put(part);
        }
        return joined.array();
    }

    /** A password's bytes, without a {@code String} on the way; the caller overwrites them. */
    public static byte[] utf8(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    /** The other way round; the caller overwrites them, and these bytes too. */
    public static char[] chars(byte[] utf8) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        char[] chars = Arrays.copyOf(decoded.array(), decoded.limit());
        Arrays.fill(decoded.array(), '\0');
        return chars;
    }

    static Mac hmac(String algorithm, byte[] key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw missing(e);
        }
    }

    /** Every Java platform from 21 on has what is used here. */
    static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("this Java platform lacks what every one has", e);
    }
}
