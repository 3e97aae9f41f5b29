/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A scanner that listens on a port of this machine and sends to one computer at a time. */
final class NetworkScanner implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 120_000;

    private final ServerSocket server = new ServerSocket();
    private Socket computer = new Socket();

    /** @param port 0 for a free one */
    NetworkScanner(int port) throws IOException {
        server.setReuseAddress(true);
        server.setSoTimeout(PATIENCE_MILLIS);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    int port() {
        return server.getLocalPort();
    }

    String address() {
        return "127.0.0.1:" + port();
    }

    /** Waits until a computer has connected. */
    void awaitComputer() throws IOException {
        computer = server.accept();
        computer.setTcpNoDelay(true);
    }

    /** Sends the bytes in two parts, as a network may deliver them. */
    void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        OutputStream out = computer.getOutputStream();
        out.write(bytes, 0, bytes.length / 2);
        out.flush();
        out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        out.flush();
    }

    /** Switches it off. */
    @Override
    public void close() throws IOException {
        computer.close();
        server.close();
    }
}
