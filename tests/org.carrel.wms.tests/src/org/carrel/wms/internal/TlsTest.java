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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLParameters;

import org.carrel.model.BranchProfile;
import org.carrel.model.Outcome;
import org.carrel.testkit.Certificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

/** A server on loopback with a certificate for {@code localhost} from a certificate authority of the library's own. */
@DisplayName("Over TLS")
@Timeout(120)
class TlsTest {

    @TempDir
    static Path certificatesFolder;

    private static Certificates certificates;

    @TempDir
    Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private Optional<HttpsServer> server = Optional.empty();

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = Certificates.in(certificatesFolder);
    }

    @AfterEach
    void stop() {
        server.ifPresent(running -> running.stop(0));
    }

    /** @return the address of the server, by this name */
    private URI start(String host, String... protocols) throws Exception {
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(certificates.server()) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setProtocols(protocols);
                parameters.setSSLParameters(wanted);
            }
        });
        https.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            Stub.answer(exchange, 503, "text/plain", "");
        });
        https.start();
        server = Optional.of(https);
        return URI.create("https://" + host + ":" + https.getAddress().getPort() + "/ncip");
    }

    private Outcome send(BranchProfile profile) {
        try (WmsTransport transport = new WmsTransport(profile, folder, Branches.secret(Optional.of("s")),
                Clock.systemUTC())) {
            return transport.send(Branches.checkIn(1));
        }
    }

    private void assertNothingSent(Outcome outcome) {
        Outcome.NoAnswer none = assertInstanceOf(Outcome.NoAnswer.class, outcome);
        assertFalse(none.maybeDone(), none.detail());
        assertTrue(none.detail().contains("TLS") || none.detail().contains("ertificate"), none.detail());
        assertEquals(0, requests.get());
    }

    @ParameterizedTest
    @ValueSource(strings = { "TLSv1.3", "TLSv1.2" })
    void a_server_that_the_file_of_the_branch_vouches_for_is_spoken_to(String protocol) throws Exception {
        URI address = start("localhost", protocol);
        assertEquals(new Outcome.NoAnswer("HTTP 503", true, Optional.empty()),
                send(Branches.trusting(certificates.caFile(), address)));
        assertEquals(1, requests.get());
    }

    @Test
    void a_server_that_only_the_file_vouches_for_is_refused_without_the_file() throws Exception {
        URI address = start("localhost", "TLSv1.3", "TLSv1.2");
        assertNothingSent(send(Branches.real(address, address, BranchProfile.SignIn.Method.HMAC)));
    }

    @Test
    void a_certificate_for_another_name_is_refused() throws Exception {
        assertNothingSent(send(Branches.trusting(certificates.caFile(), start("127.0.0.1", "TLSv1.3", "TLSv1.2"))));
    }

    @Test
    void a_server_that_only_knows_old_protocols_is_refused() throws Exception {
        assertNothingSent(send(Branches.trusting(certificates.caFile(), start("localhost", "TLSv1.1", "TLSv1"))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "no certificates at all", "-----BEGIN CERTIFICATE-----\nAAAA\n",
            "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIU\n-----END CERTIFICATE-----\n" })
    void a_damaged_file_stops_the_upload_in_a_sentence_that_names_it(String damage) throws Exception {
        URI address = start("localhost", "TLSv1.3");
        Path file = folder.resolve("branch-ca.pem");
        Files.writeString(file, damage);
        assertStopped(file, address);
    }

    @Test
    void a_file_that_is_not_there_or_no_file_stops_the_upload_as_well() throws Exception {
        URI address = start("localhost", "TLSv1.3");
        assertStopped(folder.resolve("nowhere.pem"), address);
        assertStopped(Files.createDirectory(folder.resolve("a-folder.pem")), address);
    }

    private void assertStopped(Path file, URI address) throws IOException {
        Outcome.SignInRefused refused = assertInstanceOf(Outcome.SignInRefused.class,
                send(Branches.trusting(file, address)));
        assertTrue(refused.detail().contains(file.toString()), refused.detail());
        assertEquals(0, requests.get());
    }
}
