/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A web server with nothing but files, on this machine only; it can be struck down in the middle of one. */
final class FileServer implements AutoCloseable {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String fatal;
    /** Where nobody listens any more; otherwise somebody waits for the rest, and waits. */
    private final boolean goes;
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch struck = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private FileServer(Path folder, int port, String fatal, boolean goes) throws IOException {
        this.folder = folder;
        this.fatal = fatal;
        this.goes = goes;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static FileServer of(Path folder, int port) throws IOException {
        return new FileServer(folder, port, "", true);
    }

    /**
     * Sends the first half of the first file that is asked for with {@code fatal} in its path, and is gone after that.
     */
    static FileServer struckDownAt(String fatal, Path folder, int port) throws IOException {
        return new FileServer(folder, port, fatal, true);
    }

    /** Sends the first half of that file, and nothing more for as long as it is there. */
    static FileServer silentAt(String fatal, Path folder, int port) throws IOException {
        return new FileServer(folder, port, fatal, false);
    }

    /** How often it was asked for something. */
    int requests() {
        return requests.get();
    }

    /** Whether it came to that. */
    boolean isStruckDown() {
        return struck.getCount() == 0;
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
            if (goes && isStruckDown() || !file.startsWith(folder)) {
                return;
            }
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] content = Files.readAllBytes(file);
            exchange.getResponseHeaders().set("Last-Modified",
                    HTTP_DATE.format(Files.getLastModifiedTime(file).toInstant()));
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            exchange.sendResponseHeaders(200, content.length);
            OutputStream body = exchange.getResponseBody();
            if (fatal.isEmpty() || !file.toString().contains(fatal)) {
                body.write(content);
                return;
            }
            body.write(content, 0, content.length / 2);
            body.flush();
            struck.countDown();
            if (!goes) {
                closed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (goes && isStruckDown()) {
            // From another thread: stopping waits for those that answer.
            threads.execute(() -> server.stop(0));
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
