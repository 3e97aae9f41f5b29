/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.util.Arrays;
import java.util.Optional;

import org.carrel.branch.internal.crypto.Crypto;
import org.carrel.branch.internal.crypto.RootKey;
import org.carrel.model.port.Secrets;

/**
 * The secrets of a sealed branch, unsealed one by one when somebody needs them, while somebody is signed in. What is
 * supplied by hand counts more, until it is forgotten.
 */
final class SealedSecrets implements Secrets, AutoCloseable {

    private final RootKey dataKey;
    private SealedDocument document;
    private char[] supplied = new char[0];
    private boolean closed;

    SealedSecrets(SealedDocument document, RootKey dataKey) {
        this.document = document;
        this.dataKey = dataKey;
    }

    /** The file says something else from now on. */
    synchronized void use(SealedDocument changed) {
        document = changed;
        forget();
    }

    @Override
    public synchronized Optional<char[]> wsKeySecret() {
        if (closed) {
            return Optional.empty();
        }
        return supplied.length > 0 ? Optional.of(supplied.clone())
                : document.secret(SealedDocument.WSKEY, dataKey).map(SealedSecrets::chars);
    }

    @Override
    public synchronized Optional<char[]> sip2Password() {
        return closed ? Optional.empty()
                : document.secret(SealedDocument.SIP2, dataKey).map(SealedSecrets::chars);
    }

    @Override
    public synchronized Optional<char[]> itemFilePassword() {
        return closed ? Optional.empty()
                : document.secret(SealedDocument.ITEM_FILE, dataKey).map(SealedSecrets::chars);
    }

    private static char[] chars(byte[] bytes) {
        try {
            return Crypto.chars(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public synchronized void supplyWsKeySecret(char[] secret) {
        forget();
        if (!closed) {
            supplied = secret.clone();
        }
    }

    @Override
    public synchronized void forget() {
        Arrays.fill(supplied, '\0');
        supplied = new char[0];
    }

    @Override
    public synchronized void close() {
        forget();
        closed = true;
    }
}
