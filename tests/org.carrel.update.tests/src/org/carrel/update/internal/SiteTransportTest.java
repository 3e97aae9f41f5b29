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
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.carrel.model.trust.Trust;
import org.carrel.testkit.Certificates;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

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
        transport = transport(Optional.empty());
    }

    @AfterEach
    void goes_away() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private SiteTransport transport(Optional<SigningKeys> keys) {
        return new SiteTransport(new WebSite(address("site/"), Trust.with(Optional.empty()).context(), SHORT), keys);
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
    void does_not_read_a_list_that_has_no_end() {
        byte[] much = new byte[1 << 20];
        at("site/content.xml", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            // Until whoever reads has enough of it.
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(much);
            }
        });
        IStatus endless = download(address("site/content.xml"), OutputStream.nullOutputStream());
        assertFalse(endless.isOK(), endless::toString);
        assertTrue(endless.getMessage().contains("content.xml is larger"), endless::getMessage);
        assertEquals(Optional.empty(), transport.trouble(), "it is there, and wrong");
        assertThrows(IOException.class, () -> {
            try (InputStream in = transport.stream(address("site/content.xml"), null)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        });
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
    void believes_a_server_over_tls_only_when_the_branch_or_the_system_does(@TempDir Path folder) throws Exception {
        Certificates certificates = Certificates.in(folder);
        HttpsServer tls = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tls.setHttpsConfigurator(new HttpsConfigurator(certificates.server()));
        tls.createContext("/site/a.jar", exchange -> {
            try (exchange) {
                answer(exchange, WHOLE.length);
            }
        });
        tls.start();
        try {
            URI site = URI.create("https://localhost:" + tls.getAddress().getPort() + "/site/");
            transport = new SiteTransport(new WebSite(site, Trust.with(Optional.empty()).context(), SHORT),
                    Optional.empty());
            assertFalse(download(site.resolve("a.jar"), OutputStream.nullOutputStream()).isOK());
            assertTrue(transport.distrust().orElseThrow().contains("ca-file"), transport.distrust()::toString);
            assertEquals(Optional.empty(), transport.trouble(), "it is there");

            transport = new SiteTransport(
                    new WebSite(site, Trust.with(Optional.of(certificates.caFile())).context(), SHORT),
                    Optional.empty());
            ByteArrayOutputStream got = new ByteArrayOutputStream();
            IStatus status = download(site.resolve("a.jar"), got);
            assertTrue(status.isOK(), status::toString);
            assertArrayEquals(WHOLE, got.toByteArray());
        } finally {
            tls.stop(0);
        }
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

    /** Whatever is asked for lies in {@code folder}. */
    private void serve(Path folder) {
        at("site/", exchange -> {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring("/site/".length()));
            try (exchange) {
                byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
                exchange.sendResponseHeaders(Files.exists(file) ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    @Test
    void believes_the_lists_of_a_site_only_as_they_were_signed(@TempDir Path folder) throws Exception {
        Signer signer = new Signer(0);
        SigningKeys keys = SigningKeys.in(signer.publish(folder.resolve("key.asc")));
        Path list = Files.writeString(folder.resolve("content.xml"), "what there is");
        Path index = Files.writeString(folder.resolve("p2.index"), "where to begin");
        serve(folder);

        transport = transport(Optional.of(keys));
        assertTrue(download(address("site/" + index.getFileName()), OutputStream.nullOutputStream()).isOK());
        refuses("content.xml");

        Files.write(folder.resolve("content.xml.asc"),
                signer.sign(list, HashAlgorithmTags.SHA256, Signer.BORN.plusSeconds(1)).getEncoded());
        transport = transport(Optional.of(keys));
        IStatus signed = download(address("site/content.xml"), OutputStream.nullOutputStream());
        assertTrue(signed.isOK(), signed::toString);
        assertEquals(Optional.empty(), transport.distrust());

        Files.writeString(list, "what somebody has put in");
        refuses("content.xml");
    }

    /** For ever: p2 must not look for the list under another name. */
    private void refuses(String list) {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        IStatus refused = download(address("site/" + list), got);
        assertFalse(refused.isOK(), refused::toString);
        assertFalse(refused.getException() instanceof FileNotFoundException, refused::toString);
        assertEquals(0, got.size());
        assertTrue(transport.distrust().isPresent());
        assertEquals(Optional.empty(), transport.trouble());
    }

    @Test
    void leads_to_a_folder_as_well_and_not_out_of_it(@TempDir Path folder) throws IOException {
        Path site = Files.createDirectory(folder.resolve("site"));
        Files.write(site.resolve("a b.jar"), WHOLE);
        Files.write(folder.resolve("outside.jar"), WHOLE);
        transport = new SiteTransport(new FolderSite(site), Optional.empty());
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        assertTrue(download(FolderSite.ADDRESS.resolve("a%20b.jar"), got).isOK());
        assertArrayEquals(WHOLE, got.toByteArray());
        assertFalse(download(URI.create(FolderSite.ADDRESS + "../outside.jar"), got).isOK());
        assertTrue(download(FolderSite.ADDRESS.resolve("none.jar"), got)
                .getException() instanceof FileNotFoundException);
        assertEquals(Optional.empty(), transport.trouble());
        Files.delete(site.resolve("a b.jar"));
        Files.delete(site);
        assertFalse(download(FolderSite.ADDRESS.resolve("none.jar"), got).isOK());
        assertTrue(transport.trouble().isPresent(), "the share went away");
    }
}
