/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.carrel.model.port.DataKey;

/** A data key out of a few words, so that another test, or another process, can have the same one. Seals in earnest. */
public final class TestDataKey implements DataKey {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] master;
    private boolean gone;

    public TestDataKey(String words) {
        this.master = mac(new byte[32], words.getBytes(StandardCharsets.UTF_8));
    }

    /** As after sign-out. */
    public void wipe() {
        gone = true;
        Arrays.fill(master, (byte) 0);
    }

    @Override
    public byte[] derive(Purpose purpose) {
        if (gone) {
            throw new IllegalStateException("nobody is signed in");
        }
        return mac(master, purpose.name().getBytes(StandardCharsets.UTF_8));
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
        if (sealed.length < NONCE) {
            throw new BrokenSealException("too short");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, purpose, Arrays.copyOf(sealed, NONCE)).doFinal(sealed, NONCE,
                    sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException(e.getClass().getSimpleName());
        }
    }

    private Cipher cipher(int mode, Purpose purpose, byte[] nonce) throws GeneralSecurityException {
        byte[] key = derive(purpose);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] mac(byte[] key, byte[] words) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(words);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
