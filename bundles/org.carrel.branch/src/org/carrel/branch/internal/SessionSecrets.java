/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.carrel.model.port.Branch;
import org.carrel.model.port.Secrets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps secrets in memory for as long as the program runs. In practice mode there is one from the start, made at
 * random, so that the practice server and the transport agree; nothing on disk could give it away.
 *
 * <p>
 * Immediate, because a component that comes and goes with its users would forget.
 */
@Component(immediate = true)
public final class SessionSecrets implements Secrets {

    private static final int PRACTICE_BYTES = 24;

    private final boolean practice;
    private char[] wsKeySecret;

    @Activate
    public SessionSecrets(@Reference Branch branch) {
        this.practice = branch.profile().practice();
        this.wsKeySecret = practice ? random() : new char[0];
    }

    @Override
    public synchronized Optional<char[]> wsKeySecret() {
        return wsKeySecret.length == 0 ? Optional.empty() : Optional.of(wsKeySecret.clone());
    }

    @Override
    public synchronized void supplyWsKeySecret(char[] secret) {
        replace(secret.clone());
    }

    /** In practice mode there is a fresh secret afterwards: nobody could type one. */
    @Override
    public synchronized void forget() {
        replace(practice ? random() : new char[0]);
    }

    private void replace(char[] secret) {
        Arrays.fill(wsKeySecret, '\0');
        wsKeySecret = secret;
    }

    private static char[] random() {
        byte[] bytes = new byte[PRACTICE_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).toCharArray();
    }
}
