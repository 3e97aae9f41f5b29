/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.carrel.practice.internal.HttpInput.BadRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackHttp.class);
    private static final int MAX_CONNECTIONS = 512;
    private static final int BACKLOG = 256;
    private static final int IDLE_MILLIS = 60_000;
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final Service service;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(MAX_CONNECTIONS);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Listens at once.
     *
     * @param port 0 for any free one
     * @throws IOException when the port is taken
     */
    public LoopbackHttp(InetAddress loopback, int port, Service service) throws IOException {
        if (!loopback.isLoopbackAddress()) {
            throw new IllegalArgumentException("not loopback: " + loopback);
        }
        this.service = service;
        this.listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(loopback, port), BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Waits for what is being applied, ten seconds at most. */
    @Override
    public void close() {
        closed.countDown();
        quietly(listener);
        open.forEach(LoopbackHttp::quietly);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A connection of the practice server did not end in time");
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                if (isClosed() || !places.tryAcquire()) {
                    open.remove(socket);
                    socket.close();
                } else {
                    threads.execute(() -> converse(socket));
                }
            } catch (RejectedExecutionException e) {
                // Closed in this very moment, and the socket with it.
                return;
            } catch (IOException e) {
                if (!isClosed()) {
                    LOG.warn("The practice server could not accept a connection: {}", e.toString());
                }
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            socket.setSoTimeout(IDLE_MILLIS);
            socket.setTcpNoDelay(true);
            converse(new HttpInput(socket.getInputStream(), socket.getOutputStream()),
                    new HttpOutput(new BufferedOutputStream(socket.getOutputStream()), this::hold));
        } catch (IOException e) {
            LOG.debug("A connection of the practice server ended: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The practice server could not serve a request", e);
        } finally {
            open.remove(socket);
            places.release();
        }
    }

    private void converse(HttpInput in, HttpOutput out) throws IOException, InterruptedException {
        boolean more = true;
        while (more && !isClosed()) {
            try {
                Optional<HttpRequest> request = in.next();
                more = request.isPresent() && !isClosed()
                        && out.react(service.serve(request.get(), this::hold), isLast(request.get()));
            } catch (BadRequestException e) {
                more = out.react(new Reaction.Send(HttpAnswer.of(e.status(), HttpAnswer.TEXT, "")), true);
            }
        }
    }

    private boolean hold(Duration duration) throws InterruptedException {
        return !closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private static boolean isLast(HttpRequest request) {
        return request.header("connection").filter(c -> c.toLowerCase(Locale.ROOT).contains("close"))
                .isPresent();
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            LOG.debug("Closing a socket: {}", e.toString());
        }
    }
}
