/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;

import org.carrel.practice.internal.HttpInput.BadRequestException;

/**
 * A small HTTP/1.1 server on the loopback interface, whose connections can be made to break at any byte: that is why it
 * is not one of the many ready ones. Keeps connections alive; bounded in connections, sizes and time.
 *
 * <p>
 * Listens from its construction to {@link #close}, which is like pulling the plug: connections end where they are, but
 * a request that is being applied is applied whole.
 */
public final class LoopbackHttp implements AutoCloseable {

    /** Serves one request at a time per connection, several connections at once. */
    public interface Service {
        Reaction serve(HttpRequest request, Pause pause) throws InterruptedException;
    }

    private final Service service;
    private final Loopback loopback;

    /**
     * Listens at once.
     *
     * @param port 0 for any free one
     * @throws IOException when the port is taken
     */
    public LoopbackHttp(InetAddress address, int port, Service service) throws IOException {
        this.service = service;
        this.loopback = new Loopback(address, port, this::converse);
    }

    int port() {
        return loopback.port();
    }

    /** Waits for what is being applied, ten seconds at most. */
    @Override
    public void close() {
        loopback.close();
    }

    private void converse(Socket socket, Loopback line) throws IOException, InterruptedException {
        HttpInput in = new HttpInput(socket.getInputStream(), socket.getOutputStream());
        HttpOutput out = new HttpOutput(new BufferedOutputStream(socket.getOutputStream()), line::pause);
        boolean more = true;
        while (more && !line.isClosed()) {
            try {
                Optional<HttpRequest> request = in.next();
                more = request.isPresent() && !line.isClosed()
                        && out.react(service.serve(request.get(), line::pause), isLast(request.get()));
            } catch (BadRequestException e) {
                more = out.react(new Reaction.Send(HttpAnswer.of(e.status(), HttpAnswer.TEXT, "")), true);
            }
        }
    }

    private static boolean isLast(HttpRequest request) {
        return request.header("connection").filter(c -> c.toLowerCase(Locale.ROOT).contains("close"))
                .isPresent();
    }
}
