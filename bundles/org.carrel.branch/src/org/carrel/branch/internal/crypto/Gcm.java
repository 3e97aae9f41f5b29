/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.carrel.model.port.DataKey.BrokenSealException;

/** AES-256-GCM with a random nonce of 12 bytes in front and a tag of 16 bytes behind. */
public final class Gcm {

    /** In bytes. */
    public static final int KEY_LENGTH = 32;

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;

    private Gcm() {}

    /** @param bound what the result belongs to; must be the same when it is opened */
    public static byte[] seal(byte[] key, byte[] bound, byte[] clear) {
        try {
            byte[] nonce = Crypto.random(NONCE_LENGTH);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound);
            byte[] sealed = new byte[NONCE_LENGTH + clear.length + TAG_LENGTH];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_LENGTH);
            cipher.doFinal(clear, 0, clear.length, sealed, NONCE_LENGTH);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw Crypto.missing(e);
        }
    }

    /** @throws BrokenSealException when it is not what was sealed under this key and for this purpose */
    public static byte[] open(byte[] key, byte[] bound, byte[] sealed) throws BrokenSealException {
        if (sealed.length < NONCE_LENGTH + TAG_LENGTH) {
            throw new BrokenSealException("cut off: " + sealed.length + " bytes");
        }
        try {
            byte[] nonce = new byte[NONCE_LENGTH];
            ByteBuffer.wrap(sealed).get(nonce);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(sealed, NONCE_LENGTH,
                    sealed.length - NONCE_LENGTH);
        } catch (AEADBadTagException e) {
            throw new BrokenSealException("changed, or sealed under another key");
        } catch (GeneralSecurityException e) {
            throw Crypto.missing(e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
