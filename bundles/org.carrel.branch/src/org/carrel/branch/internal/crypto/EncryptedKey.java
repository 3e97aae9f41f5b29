/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal.crypto;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.security.auth.DestroyFailedException;

/** A private key under a passphrase: PKCS #8 with PBES2 (RFC 8018), PBKDF2-HMAC-SHA-512 and AES-256-CBC. */
final class EncryptedKey {

    private static final String SCHEME = "PBEWithHmacSHA512AndAES_256";
    /** A file may ask for less or more work than ours do, but not for a day of it. */
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int BLOCK = 16;

    private EncryptedKey() {}

    static byte[] encrypt(byte[] clear, char[] passphrase, int rounds) {
        try {
            PBEParameterSpec parameters = new PBEParameterSpec(Crypto.random(BLOCK), rounds,
                    new IvParameterSpec(Crypto.random(BLOCK)));
            Cipher cipher = Cipher.getInstance(SCHEME);
            initialise(cipher, passphrase, key -> cipher.init(Cipher.ENCRYPT_MODE, key, parameters));
            // Under its family's name: the platform knows no object identifier for the whole scheme.
            AlgorithmParameters family = AlgorithmParameters.getInstance("PBES2");
            family.init(cipher.getParameters().getEncoded());
            return new EncryptedPrivateKeyInfo(family, cipher.doFinal(clear)).getEncoded();
        } catch (GeneralSecurityException | DestroyFailedException e) {
            throw new IllegalStateException("this Java platform lacks what every one has", e);
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read or written", e);
        }
    }

    /** Empty when it is damaged, of a kind that is not known, or under another passphrase. */
    static Optional<byte[]> decrypt(byte[] sealed, char[] passphrase) {
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(sealed);
            AlgorithmParameters parameters = info.getAlgParameters();
            if (parameters == null
                    || parameters.getParameterSpec(PBEParameterSpec.class).getIterationCount() > MOST_ROUNDS) {
                return Optional.empty();
            }
            // The parameters' text is the whole scheme; their algorithm is only PBES2.
            Cipher cipher = Cipher.getInstance(parameters.toString());
            initialise(cipher, passphrase, key -> cipher.init(Cipher.DECRYPT_MODE, key, parameters));
            return Optional.of(cipher.doFinal(info.getEncryptedData()));
        } catch (GeneralSecurityException | DestroyFailedException | IOException | RuntimeException e) {
            // The platform's DER reader throws unchecked exceptions for some damaged files.
            return Optional.empty();
        }
    }

    private interface Initialising {
        void with(SecretKey key) throws GeneralSecurityException;
    }

    private static void initialise(Cipher cipher, char[] passphrase, Initialising work)
            throws GeneralSecurityException, DestroyFailedException {
        PBEKeySpec spec = new PBEKeySpec(passphrase);
        SecretKey key = SecretKeyFactory.getInstance(cipher.getAlgorithm()).generateSecret(spec);
        try {
            work.with(key);
        } finally {
            spec.clearPassword();
            // By itself the platform overwrites the key some time after the garbage collector has seen it.
            key.destroy();
        }
    }
}
