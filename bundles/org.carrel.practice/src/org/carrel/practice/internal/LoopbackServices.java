/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.util.Optional;

import org.carrel.model.Texts;

/** Everything that the practice server listens on, together: up or down as one. */
public final class LoopbackServices implements AutoCloseable {

    private static final Texts TEXTS = Texts.of(LoopbackServices.class);

    private final LoopbackHttp http;
    private final Optional<Loopback> sip2;

    private LoopbackServices(LoopbackHttp http, Optional<Loopback> sip2) {
        this.http = http;
        this.sip2 = sip2;
    }

    /** @throws IOException when a port is taken; the message is a sentence, and nothing listens */
    public static LoopbackServices open(InetAddress loopback, int port, LoopbackHttp.Service services,
            Optional<Sip2Line> sip2, int sip2Port) throws IOException {
        LoopbackHttp http = listening(port, () -> new LoopbackHttp(loopback, port, services));
        try {
            return new LoopbackServices(http, sip2.isEmpty() ? Optional.empty()
                    : Optional.of(listening(sip2Port, () -> new Loopback(loopback, sip2Port, sip2.get()))));
        } catch (IOException e) {
            http.close();
            throw e;
        }
    }

    /** Begins to listen. */
    private interface Listening<T> {
        T begin() throws IOException;
    }

    private static <T> T listening(int port, Listening<T> listening) throws IOException {
        try {
            return listening.begin();
        } catch (BindException e) {
            throw new IOException(TEXTS.get("server.taken", port), e);
        } catch (IOException e) {
            throw new IOException(TEXTS.get("server.bind", port, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        sip2.ifPresent(Loopback::close);
        http.close();
    }
}
