/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses a port for a server that is down for a while. Not one of the system's ephemeral ports: the system gives those
 * to outgoing connections, even to one that knocks at the very port, which then talks to itself.
 */
public final class Ports {

    private static final int LOWEST = 20_000;
    private static final int EPHEMERAL = 32_768;
    private static final int ATTEMPTS = 200;

    private Ports() {}

    /** A port that was free on loopback a moment ago. */
    public static int choose() {
        for (int i = 0; i < ATTEMPTS; i++) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST, EPHEMERAL);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no free port between " + LOWEST + " and " + EPHEMERAL);
    }

    /** 127.0.0.1, also on machines that prefer IPv6: profiles and scripts name it. */
    public static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 });
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
