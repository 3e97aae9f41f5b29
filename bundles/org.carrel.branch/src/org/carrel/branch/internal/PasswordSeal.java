/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.carrel.branch.Grant;
import org.carrel.branch.internal.crypto.Crypto;
import org.carrel.branch.internal.crypto.Gcm;
import org.carrel.branch.internal.crypto.KeyStretching;
import org.carrel.branch.internal.crypto.RootKey;
import org.carrel.model.port.DataKey.BrokenSealException;

/**
 * The data key, sealed under one password.
 *
 * @param name       whose
 * @param since      when it was set
 * @param stretching how a key is made of it
 * @param key        the data key, sealed under that key
 */
record PasswordSeal(String name, Instant since, KeyStretching stretching, byte[] key) {

    static PasswordSeal of(String branch, String name, Instant since, int rounds, char[] password, RootKey dataKey) {
        KeyStretching stretching = KeyStretching.fresh(rounds);
        byte[] under = stretching.key(password);
        byte[] root = dataKey.root();
        try {
            return new PasswordSeal(name, since, stretching, Gcm.seal(under, bound(branch, name, rounds), root));
        } finally {
            Arrays.fill(under, (byte) 0);
            Arrays.fill(root, (byte) 0);
        }
    }

    /** The data key; empty when it is another password's. */
    Optional<RootKey> open(String branch, char[] password) {
        byte[] under = stretching.key(password);
        try {
            return Optional.of(new RootKey(branch, Gcm.open(under, bound(branch, name, stretching.rounds()), key)));
        } catch (BrokenSealException | IllegalArgumentException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(under, (byte) 0);
        }
    }

    Grant grant() {
        return new Grant(name, since);
    }

    private static byte[] bound(String branch, String name, int rounds) {
        return Crypto.joined("carrel password", Integer.toString(SealedDocument.FORMAT), branch, name,
                KeyStretching.FUNCTION, Integer.toString(rounds));
    }
}
