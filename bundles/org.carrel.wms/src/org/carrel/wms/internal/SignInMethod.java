/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.net.URI;

/**
 * A way to sign in. Safe for use by several threads. After each {@link #authorize} that succeeds, exactly one of
 * {@link #accepted}, {@link #refused} and {@link #unsettled} is called.
 */
interface SignInMethod {

    /** The right to send one request; may wait for a token, or for what becomes of another request. */
    SignedIn authorize(String method, URI uri);

    /** The server took a request with what {@link #authorize} gave. */
    void accepted(SignedIn.Authorized authorized);

    /** The server refused what {@link #authorize} gave: it is not used again. */
    void refused(SignedIn.Authorized authorized);

    /**
     * The request says nothing about what {@link #authorize} gave.
     *
     * @param maybeRefused whether it may have been refused unseen
     */
    void unsettled(SignedIn.Authorized authorized, boolean maybeRefused);

    /** Starts afresh. */
    void forget();
}
