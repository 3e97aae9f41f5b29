/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import org.carrel.branch.internal.crypto.RootKey;

/**
 * Somebody is signed in.
 *
 * @param branch  what everything works with
 * @param secrets and its secrets
 * @param dataKey closed when they sign out
 * @param end     takes the services back
 */
record SignedIn(OpenBranch branch, SealedSecrets secrets, RootKey dataKey, Runnable end) {

    /** Takes the services back first: nothing may look for a key that is gone. */
    void signOut() {
        try {
            end.run();
        } finally {
            secrets.close();
            dataKey.close();
        }
    }
}
