/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.carrel.model.port.Secrets;

/**
 * The secrets of practice mode, in memory for as long as the program runs. There is one from the start, made at random,
 * so that the practice server and the transport agree; nothing on disk could give it away.
 */
final class PracticeSecrets implements Secrets {

    private static final int LENGTH = 24;

    private final char[] sip2Password = random();
    private char[] wsKeySecret = random();

    @Override
    public synchronized Optional<char[]> wsKeySecret() {
        return Optional.of(wsKeySecret.clone());
    }

    @Override
    public synchronized void supplyWsKeySecret(char[] secret) {
        replace(secret.clone());
    }

    @Override
    public Optional<char[]> sip2Password() {
        return Optional.of(sip2Password.clone());
    }

    /** There is a fresh secret afterwards: nobody could type one. */
    @Override
    public synchronized void forget() {
        replace(random());
    }

    private void replace(char[] secret) {
        Arrays.fill(wsKeySecret, '\0');
        wsKeySecret = secret;
    }

    private static char[] random() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).toCharArray();
    }
}
