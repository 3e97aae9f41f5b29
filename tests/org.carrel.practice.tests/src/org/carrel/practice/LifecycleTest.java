/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Outcome;
import org.carrel.model.Outcome.Accepted;
import org.carrel.practice.Applied.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The practice server")
class LifecycleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    @DisplayName("starts down, comes up, goes down and comes up again at the same address, and keeps what it knows")
    void upAndDown() throws Exception {
        try (PracticeServer server = PracticeServer.builder().build(); Desk desk = new Desk(server)) {
            URI address = server.address();
            assertFalse(server.isUp());
            assertThrows(ConnectException.class, () -> desk.get("/health"));
            server.bringUp();
            server.bringUp();
            assertTrue(server.isUp());
            desk.signIn().send(desk.checkOut(PracticeBarcodes.patron(1), PracticeBarcodes.item(1), NOW, NOW));
            server.takeDown();
            server.takeDown();
            assertFalse(server.isUp());
            assertThrows(ConnectException.class, () -> desk.get("/health"));
            server.bringUp();
            assertEquals(address, server.address());
            assertEquals(200, desk.get("/health").statusCode());
            assertTrue(server.loans().containsKey(PracticeBarcodes.item(1)));
        }
    }

    @Test
    @DisplayName("says in a sentence that its port is taken")
    void portTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PracticeServer server = PracticeServer.builder().port(other.getLocalPort()).build()) {
            IOException refused = assertThrows(IOException.class, server::bringUp);
            assertEquals("The practice server cannot listen on port " + other.getLocalPort()
                    + ": another program uses it. End that program or choose another port.", refused.getMessage());
            assertFalse(server.isUp());
            other.close();
            server.bringUp();
            assertTrue(server.isUp());
        }
    }

    @Test
    @DisplayName("cannot come up again once it was closed")
    void closedForGood() throws Exception {
        PracticeServer server = PracticeServer.builder().build();
        server.bringUp();
        server.close();
        assertThrows(IOException.class, server::bringUp);
        assertFalse(server.isUp());
    }

    @Test
    @DisplayName("answers on loopback and on no other address of this machine")
    void loopbackOnly() throws Exception {
        try (PracticeServer server = PracticeServer.builder().build()) {
            server.bringUp();
            assertTrue(InetAddress.getByName(server.address().getHost()).isLoopbackAddress());
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                for (InetAddress address : Collections.list(network.getInetAddresses())) {
                    if (!address.isLoopbackAddress()) {
                        assertThrows(IOException.class,
                                () -> new Socket(address, server.address().getPort()).close(), address.toString());
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("that goes down while a request waits drops it without applying it")
    void downDuringLatency() throws Exception {
        try (PracticeServer server = PracticeServer.builder().build(); Desk desk = new Desk(server)) {
            server.bringUp();
            desk.signIn();
            server.misbehave("ncip latency 10m");
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                    Socket early = new Socket(server.address().getHost(), server.address().getPort())) {
                Future<Outcome> waiting = threads.submit(
                        () -> desk.send(desk.checkOut(PracticeBarcodes.patron(1), PracticeBarcodes.item(1), NOW, NOW)));
                early.getOutputStream().write("GET /health HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertEquals('H', early.getInputStream().read());
                Future<byte[]> idle = threads.submit(() -> early.getInputStream().readAllBytes());
                server.takeDown();
                assertThrows(Exception.class, () -> waiting.get(30, TimeUnit.SECONDS));
                String rest = new String(idle.get(30, TimeUnit.SECONDS), StandardCharsets.UTF_8);
                assertTrue(rest.endsWith("The practice library is up."), rest);
            }
            assertEquals(List.of(), server.applied());
        }
    }

    @Test
    @DisplayName("serves many desks at once: of those that want one item, one gets it")
    void manyDesks() throws Exception {
        int desks = 12;
        ItemBarcode wanted = PracticeBarcodes.item(1);
        try (PracticeServer server = PracticeServer.builder().library(PracticeLibrary.ofSize(desks, 100)).build()) {
            server.bringUp();
            List<Future<Long>> lucky = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int n = 1; n <= desks; n++) {
                    int patron = n;
                    lucky.add(threads.submit(() -> borrowEverything(server, patron)));
                }
            }
            long all = 0;
            for (Future<Long> one : lucky) {
                all += one.get();
            }
            assertEquals(100, all);
            assertEquals(100, server.applied().size());
            assertEquals(100, server.loans().size());
            assertEquals(1, server.timesApplied(Kind.CHECK_OUT, wanted));
            for (int i = 0; i < 100; i++) {
                assertEquals(i + 1, server.applied().get(i).number());
            }
        }
    }

    private static long borrowEverything(PracticeServer server, int patron) throws Exception {
        long got = 0;
        try (Desk desk = new Desk(server).signIn()) {
            for (int n = 1; n <= 100; n++) {
                Outcome outcome = desk
                        .send(desk.checkOut(PracticeBarcodes.patron(patron), PracticeBarcodes.item(n), NOW, NOW));
                got += outcome instanceof Accepted ? 1 : 0;
            }
        }
        return got;
    }
}
