/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

import javax.net.ServerSocketFactory;

import org.carrel.sip2.Frames;
import org.carrel.sip2.Frames.Next;

/** A SIP2 server on loopback that says what a test wants, to one client after the other: whoever else calls waits. */
final class StubServer implements AutoCloseable {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ServerSocket listener;
    private final Function<String, String> answers;
    private final Thread thread;
    /** Everything that was said to it, without line ends. */
    final List<String> heard = new CopyOnWriteArrayList<>();
    /** Takes one for each connection that ended. */
    final BlockingQueue<String> ended = new LinkedBlockingQueue<>();

    /** @param answers to each message the answer without its end; empty to hang up */
    StubServer(ServerSocketFactory sockets, Function<String, String> answers) throws IOException {
        this.listener = sockets.createServerSocket(0, 50, InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }));
        this.answers = answers;
        this.thread = new Thread(this::serve, "stub-sip2");
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets everybody in, and knows every item by the name of its barcode. */
    static String welcoming(String message) {
        return switch (message.substring(0, 2)) {
            case "93" -> "941";
            case "99" -> "98YYYYYY03000320260309    1000002.00AOMAIN|BXYYYYYYYYYYYYYYYY|";
            case "17" -> "1803020120260309    100000AB" + barcode(message) + "|AJTitle of " + barcode(message) + "|";
            default -> "";
        };
    }

    static String barcode(String message) {
        return message.replaceFirst(".*\\|AB([^|]*)\\|.*", "$1");
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                converse(socket);
                ended.add("well");
            } catch (IOException e) {
                ended.add(e.toString());
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        Frames frames = new Frames(socket.getInputStream(), socket::setSoTimeout);
        while (frames.next(LONG) instanceof Next.Frame(byte[] bytes)) {
            String message = new String(bytes, StandardCharsets.UTF_8);
            heard.add(message);
            String answer = answers.apply(message);
            if (answer.isEmpty()) {
                return;
            }
            socket.getOutputStream().write((answer + "\r").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        listener.close();
        thread.join(LONG.toMillis());
    }
}
