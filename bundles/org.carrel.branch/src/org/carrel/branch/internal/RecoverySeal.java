/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.carrel.branch.internal.crypto.Crypto;
import org.carrel.branch.internal.crypto.RecoveryKeys;
import org.carrel.branch.internal.crypto.RootKey;
import org.carrel.model.port.DataKey.BrokenSealException;

/**
 * The data key, sealed for an administrator's recovery key.
 *
 * @param publicKey that key's public half, as X.509 has it
 * @param key       the data key, sealed for it
 */
record RecoverySeal(byte[] publicKey, byte[] key) {

    private static final int SHOWN = 8;

    static RecoverySeal of(String branch, RSAPublicKey publicKey, RootKey dataKey) {
        byte[] root = dataKey.root();
        try {
            return new RecoverySeal(publicKey.getEncoded(), RecoveryKeys.seal(publicKey, bound(branch), root));
        } finally {
            Arrays.fill(root, (byte) 0);
        }
    }

    /** The data key; empty when it was sealed for another recovery key. */
    Optional<RootKey> open(String branch, PrivateKey privateKey) {
        try {
            return Optional.of(new RootKey(branch, RecoveryKeys.open(privateKey, bound(branch), key)));
        } catch (BrokenSealException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The beginning of the public key's SHA-256, in groups of four digits. */
    String name() {
        return HexFormat.of().formatHex(Crypto.sha256(publicKey), 0, SHOWN).replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static byte[] bound(String branch) {
        return Crypto.joined("carrel recovery", Integer.toString(SealedDocument.FORMAT), branch,
                RecoveryKeys.ALGORITHM);
    }
}
