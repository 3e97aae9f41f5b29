/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.net.URI;
import java.util.Locale;

/** Whether credentials and patron data may go to an address: only over TLS, or to this very machine. Pure. */
final class SendableAddress {

    private SendableAddress() {}

    static boolean isSendable(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return uri.getHost() != null && (scheme.equals("https") || scheme.equals("http") && isLoopback(uri.getHost()));
    }

    /** Whether an address is this very machine, the only place for practice mode. */
    static boolean isHere(URI uri) {
        return uri.getHost() != null && isLoopback(uri.getHost());
    }

    /** By name alone: what a name server says about other names is no ground for sending a secret in clear. */
    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }
}
