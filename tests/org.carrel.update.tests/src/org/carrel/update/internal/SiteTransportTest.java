/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.carrel.model.trust.Trust;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

@DisplayName("The way to an update site")
class SiteTransportTest {

    private static final byte[] WHOLE = "the whole of a bundle".getBytes(StandardCharsets.US_ASCII);
    /** Long enough for a machine that has much else to do. */
    private static final Duration SHORT = Duration.ofSeconds(4);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private SiteTransport transport;

    @BeforeEach
    void a_site() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        transport = new SiteTransport(address("site/"), Trust.with(Optional.empty()).context(), SHORT);
    }

    @AfterEach
    void goes_away() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
    }

    private void at(String path, HttpHandler answer) {
        server.createContext("/" + path, answer);
    }

    private IStatus download(URI from, OutputStream to) {
        return transport.download(from, to, new NullProgressMonitor());
    }

    private static void answer(HttpExchange exchange, long length) throws IOException {
        exchange.sendResponseHeaders(200, length);
        exchange.getResponseBody().write(WHOLE);
        exchange.getResponseBody().flush();
    }

    @Test
    void brings_what_is_there() {
        at("site/a.jar", exchange -> {
            try (exchange) {
                answer(exchange, WHOLE.length);
            }
        });
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        IStatus status = download(address("site/a.jar"), got);
        assertTrue(status.isOK(), status::toString);
        assertArrayEquals(WHOLE, got.toByteArray());
        assertEquals(Optional.empty(), transport.trouble());
    }

    @Test
    void tells_what_is_not_there_from_a_site_that_is_away() {
        IStatus missing = download(address("site/none.jar"), OutputStream.nullOutputStream());
        assertTrue(missing.getException() instanceof FileNotFoundException, missing::toString);
        assertThrows(FileNotFoundException.class, () -> transport.getLastModified(address("site/none.jar"), null));
        assertEquals(Optional.empty(), transport.trouble());
        server.stop(0);
        assertFalse(download(address("site/none.jar"), OutputStream.nullOutputStream()).isOK());
        assertTrue(transport.trouble().isPresent());
    }

    @Test
    void notices_when_it_is_cut_off() {
        at("site/cut.jar", exchange -> {
            answer(exchange, WHOLE.length + 100L);
            // Ends the connection with less than was promised.
            throw new IOException("cut off");
        });
        IStatus cut = download(address("site/cut.jar"), OutputStream.nullOutputStream());
        assertFalse(cut.isOK(), cut::toString);
        assertTrue(transport.trouble().isPresent());
    }

    @Test
    void does_not_wait_for_ever_for_a_site_that_says_nothing_more() {
        at("site/silent.jar", exchange -> {
            answer(exchange, WHOLE.length + 100L);
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        IStatus silent = download(address("site/silent.jar"), OutputStream.nullOutputStream());
        assertFalse(silent.isOK(), silent::toString);
        assertTrue(transport.trouble().isPresent());
    }

    @Test
    void leads_nowhere_else() {
        at("elsewhere.jar", exchange -> {
            try (exchange) {
                answer(exchange, WHOLE.length);
            }
        });
        at("site/moved.jar", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Location", address("elsewhere.jar").toString());
                exchange.sendResponseHeaders(302, -1);
            }
        });
        for (String path : new String[] { "elsewhere.jar", "site/../elsewhere.jar", "site/moved.jar" }) {
            ByteArrayOutputStream got = new ByteArrayOutputStream();
            assertFalse(download(address(path), got).isOK(), path);
            assertEquals(0, got.size(), path);
        }
    }

    @Test
    void counts_a_site_with_a_fault_of_its_own_as_away() {
        at("site/broken.jar", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(503, -1);
            }
        });
        assertFalse(download(address("site/broken.jar"), OutputStream.nullOutputStream()).isOK());
        assertTrue(transport.trouble().orElseThrow().contains("503"), transport.trouble()::toString);
    }

    @Test
    void stops_when_somebody_wants_it_to() {
        at("site/a.jar", exchange -> {
            try (exchange) {
                answer(exchange, WHOLE.length);
            }
        });
        NullProgressMonitor stopped = new NullProgressMonitor();
        stopped.setCanceled(true);
        IStatus status = transport.download(address("site/a.jar"), OutputStream.nullOutputStream(), stopped);
        assertEquals(IStatus.CANCEL, status.getSeverity());
    }
}
