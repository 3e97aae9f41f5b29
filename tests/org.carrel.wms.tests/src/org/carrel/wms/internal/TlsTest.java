/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

import org.apache.hc.core5.ssl.SSLContexts;
import org.carrel.model.BranchProfile.SignIn.Method;
import org.carrel.model.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

/** A server on loopback with a certificate of its own, made by the JDK's keytool for the name {@code localhost}. */
@DisplayName("Over TLS")
@Timeout(120)
class TlsTest {

    private static final String PASSWORD = "not-a-secret";

    @TempDir
    Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private KeyStore keys;
    private HttpsServer server;

    @BeforeEach
    void makeCertificate() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "SAN=dns:localhost",
                "-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD)
                .redirectErrorStream(true).start();
        byte[] said = keytool.getInputStream().readAllBytes();
        assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, keytool.exitValue(), new String(said));
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void start(String... protocols) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setProtocols(protocols);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            Stub.answer(exchange, 503, "text/plain", "");
        });
        server.start();
    }

    private SSLContext trustingIt() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private Outcome send(SSLContext trust, String host) throws IOException {
        URI address = URI.create("https://" + host + ":" + server.getAddress().getPort() + "/ncip");
        try (WmsTransport transport = new WmsTransport(
                Branches.at(address, address, Duration.ofSeconds(5), Method.HMAC), Branches.secret(Optional.of("s")),
                Clock.systemUTC(), trust)) {
            return transport.send(Branches.checkIn(1));
        }
    }

    private void assertNothingSent(Outcome outcome) {
        Outcome.NoAnswer none = assertInstanceOf(Outcome.NoAnswer.class, outcome);
        assertFalse(none.maybeDone(), none.detail());
        assertTrue(none.detail().contains("TLS") || none.detail().contains("ertificate"), none.detail());
        assertEquals(0, requests.get());
    }

    @Test
    void a_server_that_is_trusted_is_spoken_to() throws Exception {
        start("TLSv1.3", "TLSv1.2");
        assertEquals(new Outcome.NoAnswer("HTTP 503", true, Optional.empty()), send(trustingIt(), "localhost"));
        assertEquals(1, requests.get());
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() throws Exception {
        start("TLSv1.3", "TLSv1.2");
        assertNothingSent(send(SSLContexts.createSystemDefault(), "localhost"));
    }

    @Test
    void a_certificate_for_another_name_is_refused() throws Exception {
        start("TLSv1.3", "TLSv1.2");
        assertNothingSent(send(trustingIt(), "127.0.0.1"));
    }

    @Test
    void a_server_that_only_knows_old_protocols_is_refused() throws Exception {
        start(List.of("TLSv1.1", "TLSv1").toArray(String[]::new));
        assertNothingSent(send(trustingIt(), "localhost"));
    }
}
