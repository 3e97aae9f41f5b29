/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;

import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

import org.carrel.model.port.DataKey.BrokenSealException;

/** RSA with OAEP and SHA-256 (RFC 8017): seals the data key for an administrator who has the private half. */
public final class RecoveryKeys {

    /** How files call it. */
    public static final String ALGORITHM = "RSA-OAEP-SHA-256";

    private RecoveryKeys() {}

    /** Takes some seconds. */
    public static KeyPair fresh(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw Crypto.missing(e);
        }
    }

    /** @param bound what the result belongs to; must be the same when it is opened */
    public static byte[] seal(RSAPublicKey key, byte[] bound, byte[] clear) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, parameters(bound));
            return cipher.doFinal(clear);
        } catch (GeneralSecurityException e) {
            throw Crypto.missing(e);
        }
    }

    /** @throws BrokenSealException when it was sealed for another key, or changed */
    public static byte[] open(PrivateKey key, byte[] bound, byte[] sealed) throws BrokenSealException {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, parameters(bound));
            return cipher.doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException("changed, or sealed for another recovery key");
        }
    }

    private static OAEPParameterSpec parameters(byte[] bound) {
        return new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, new PSource.PSpecified(bound));
    }
}
