/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.carrel.model.port.DataKey;

/** A data key made of a word, so that two tests, or two processes, can have the same one. Seals in earnest. */
public record TestDataKey(String word) implements DataKey {

    private static final int NONCE = 12;

    @Override
    public byte[] derive(Purpose purpose) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((word + '/' + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] seal(Purpose purpose, byte[] clear) {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(clear);
            return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] open(Purpose purpose, byte[] sealed) throws BrokenSealException {
        try {
            ByteBuffer parts = ByteBuffer.wrap(sealed);
            byte[] nonce = new byte[Math.min(NONCE, sealed.length)];
            parts.get(nonce);
            byte[] text = new byte[parts.remaining()];
            parts.get(text);
            return cipher(Cipher.DECRYPT_MODE, purpose, nonce).doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException(e.getClass().getSimpleName());
        }
    }

    private Cipher cipher(int mode, Purpose purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derive(purpose), "AES"), new GCMParameterSpec(128, nonce));
        return cipher;
    }
}
