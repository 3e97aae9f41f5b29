/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;

import org.carrel.branch.Proof;
import org.carrel.branch.RecoveryKey;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.internal.crypto.PemFile;
import org.carrel.branch.internal.crypto.RecoveryKeys;

/** The files of an administrator's recovery key. */
final class RecoveryFiles {

    private static final String PUBLIC = ".pub.pem";

    private final Strength strength;

    RecoveryFiles(Strength strength) {
        this.strength = strength;
    }

    /** The public half; a fresh key's two files are there afterwards. */
    RSAPublicKey publicKey(RecoveryKey key) throws SealException {
        return switch (key) {
            case RecoveryKey.Existing existing -> existing(existing.publicFile());
            case RecoveryKey.Fresh fresh -> fresh(fresh.privateFile(), fresh.passphrase());
        };
    }

    PrivateKey privateKey(Proof.RecoveryFile proof) throws SealException {
        byte[] pem = read(proof.file());
        if (!PemFile.holdsPrivateKey(pem)) {
            throw SealException.because("recovery.noPrivate", proof.file());
        }
        return PemFile.privateKey(pem, proof.passphrase())
                .orElseThrow(() -> SealException.because("recovery.passphrase", proof.file()));
    }

    /** Where the public half of a fresh key is written. */
    static Path publicFile(Path privateFile) {
        String name = privateFile.getFileName().toString();
        return privateFile.resolveSibling((name.endsWith(".pem") ? name.substring(0, name.length() - 4) : name)
                + PUBLIC);
    }

    private RSAPublicKey existing(Path file) throws SealException {
        byte[] pem = read(file);
        if (PemFile.holdsPrivateKey(pem)) {
            throw SealException.because("recovery.isPrivate", file);
        }
        RSAPublicKey key = PemFile.publicKey(pem).orElseThrow(() -> SealException.because("recovery.noPublic", file));
        if (key.getModulus().bitLength() < strength.recoveryBits()) {
            throw SealException.because("recovery.short", key.getModulus().bitLength(), strength.recoveryBits());
        }
        return key;
    }

    private RSAPublicKey fresh(Path privateFile, char[] passphrase) throws SealException {
        Path publicFile = publicFile(privateFile);
        for (Path file : new Path[] { privateFile, publicFile }) {
            if (Files.exists(file)) {
                throw SealException.because("recovery.there", file);
            }
        }
        if (passphrase.length < SealedBranch.SHORTEST_PASSWORD) {
            throw SealException.because("recovery.shortPassphrase", SealedBranch.SHORTEST_PASSWORD);
        }
        for (char c : passphrase) {
            if (c < ' ' || c > '~') {
                throw SealException.because("recovery.ascii");
            }
        }
        KeyPair pair = RecoveryKeys.fresh(strength.recoveryBits());
        try {
            AtomicFile.create(privateFile, PemFile.encrypted(pair.getPrivate(), passphrase, strength.rounds()));
            AtomicFile.create(publicFile, PemFile.of((RSAPublicKey) pair.getPublic()));
        } catch (IOException e) {
            throw SealException.because("recovery.unwritable", privateFile, e.getMessage());
        }
        // What cannot be read back must not become the only way in.
        if (!privateKey(new Proof.RecoveryFile(privateFile, passphrase)).equals(pair.getPrivate())) {
            throw SealException.because("recovery.passphrase", privateFile);
        }
        return (RSAPublicKey) pair.getPublic();
    }

    private static byte[] read(Path file) throws SealException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(PemFile.MAX_BYTES + 1);
        } catch (IOException e) {
            throw SealException.because("recovery.unreadable", file);
        }
    }
}
