/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.util.Optional;

/** Where the branch's secrets come from. Safe for use by several threads. */
public interface Secrets {

    /**
     * The secret of the branch's WSKey, a fresh array that the caller overwrites after use; empty when nobody has
     * supplied it in this session.
     */
    Optional<char[]> wsKeySecret();

    /**
     * The password with which the branch signs in to its SIP2 server, a fresh array that the caller overwrites after
     * use; empty when there is none.
     */
    default Optional<char[]> sip2Password() {
        return Optional.empty();
    }

    /**
     * What opens the file server with item files: a password, or the passphrase of a private key. A fresh array that
     * the caller overwrites after use; empty when there is none.
     */
    default Optional<char[]> itemFilePassword() {
        return Optional.empty();
    }

    /** Supplies the secret for this session; it is kept in memory only. The array is copied. */
    void supplyWsKeySecret(char[] secret);

    /** Forgets what was supplied. */
    void forget();
}
