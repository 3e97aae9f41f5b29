/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal.crypto;

import java.util.Arrays;

import javax.crypto.Mac;

/** HKDF-SHA-256 (RFC 5869): several keys from one. Java has it from 25 on only, and this runs on 21. */
final class Hkdf {

    private static final String HMAC = "HmacSHA256";
    private static final int BLOCK = 32;

    private Hkdf() {}

    /** A key of even strength from {@code material}; the caller overwrites it. */
    static byte[] extract(byte[] salt, byte[] material) {
        return Crypto.hmac(HMAC, salt.length == 0 ? new byte[BLOCK] : salt).doFinal(material);
    }

    /** The key called {@code info} from what {@link #extract} gave; the caller overwrites it. */
    static byte[] expand(byte[] extracted, byte[] info, int length) {
        Mac mac = Crypto.hmac(HMAC, extracted);
        byte[] result = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, number = 1; done < length; done += BLOCK, number++) {
            mac.update(block);
            mac.update(info);
            Arrays.fill(block, (byte) 0);
            block = mac.doFinal(new byte[] { (byte) number });
            System.arraycopy(block, 0, result, done, Math.min(BLOCK, length - done));
        }
        Arrays.fill(block, (byte) 0);
        return result;
    }
}
