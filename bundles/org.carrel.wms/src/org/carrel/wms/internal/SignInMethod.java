/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.net.URI;

/** A way to sign in. Safe for use by several threads. */
interface SignInMethod {

    /** The right to send one request; may wait for a token. */
    SignedIn authorize(String method, URI uri);

    /** The server refused what {@link #authorize} gave: it is not used again. */
    void refused(SignedIn.Authorized authorized);

    /** Starts afresh. */
    void forget();
}
