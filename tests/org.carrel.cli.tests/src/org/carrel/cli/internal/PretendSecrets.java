/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.Optional;

import org.carrel.model.port.Secrets;

/** Keeps one secret. */
final class PretendSecrets implements Secrets {

    private Optional<char[]> secret = Optional.empty();

    @Override
    public Optional<char[]> wsKeySecret() {
        return secret.map(char[]::clone);
    }

    @Override
    public void supplyWsKeySecret(char[] typed) {
        secret = Optional.of(typed.clone());
    }

    @Override
    public void forget() {
        secret = Optional.empty();
    }
}
