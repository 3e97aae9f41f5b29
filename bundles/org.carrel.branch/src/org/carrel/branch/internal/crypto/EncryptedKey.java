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
            cipher.init(Cipher.ENCRYPT_MODE, key(SCHEME, passphrase), parameters);
            // Under its family's name: the platform knows no object identifier for the whole scheme.
            AlgorithmParameters family = AlgorithmParameters.getInstance("PBES2");
            family.init(cipher.getParameters().getEncoded());
            return new EncryptedPrivateKeyInfo(family, cipher.doFinal(clear)).getEncoded();
        } catch (GeneralSecurityException e) {
            throw Crypto.missing(e);
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
            String scheme = parameters.toString();
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(Cipher.DECRYPT_MODE, key(scheme, passphrase), parameters);
            return Optional.of(cipher.doFinal(info.getEncryptedData()));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // The platform's DER reader throws unchecked exceptions for some damaged files.
            return Optional.empty();
        }
    }

    private static SecretKey key(String scheme, char[] passphrase) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase);
        try {
            return SecretKeyFactory.getInstance(scheme).generateSecret(spec);
        } finally {
            spec.clearPassword();
        }
    }
}
