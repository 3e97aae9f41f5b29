/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on the loopback interface and holds conversations, several at once; bounded in connections and time.
 *
 * <p>
 * Listens from its construction to {@link #close}, which is like pulling the plug: connections end where they are, but
 * a request that is being applied is applied whole.
 */
final class Loopback implements AutoCloseable {

    /** What is said over one connection; ends when the socket is closed, or earlier. */
    @FunctionalInterface
    interface Conversation {
        void hold(Socket socket, Loopback line) throws IOException, InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Loopback.class);
    private static final int MAX_CONNECTIONS = 512;
    private static final int BACKLOG = 256;
    private static final int IDLE_MILLIS = 60_000;
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final Conversation conversation;
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
    Loopback(InetAddress loopback, int port, Conversation conversation) throws IOException {
        if (!loopback.isLoopbackAddress()) {
            throw new IllegalArgumentException("not loopback: " + loopback);
        }
        this.conversation = conversation;
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
        open.forEach(Loopback::quietly);
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
            conversation.hold(socket, this);
        } catch (IOException e) {
            LOG.debug("A connection of the practice server ended: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The practice server could not serve a connection", e);
        } finally {
            open.remove(socket);
            places.release();
        }
    }

    /** Waits that long; false when the plug was pulled meanwhile. */
    boolean pause(Duration duration) throws InterruptedException {
        return !closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            LOG.debug("Closing a socket: {}", e.toString());
        }
    }
}
