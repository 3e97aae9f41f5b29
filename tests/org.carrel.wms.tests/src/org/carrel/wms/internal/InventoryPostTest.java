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
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.BranchProfile.SignIn.Method;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.inventory.WriteBackRules;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.practice.PracticeLibrary;
import org.carrel.practice.PracticeServer;
import org.carrel.practice.PracticeServerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Writing an inventory back")
@Timeout(120)
class InventoryPostTest {

    private static final String BODY = "{\"location\":\"https://{institution}.example.org/circ/branches/{branch}\"}";
    private static final ItemBarcode ITEM = PracticeBarcodes.item(1);

    @TempDir
    private Path folder;
    private PracticeServer server;

    @BeforeEach
    void start() throws IOException {
        server = PracticeServer.builder().library(PracticeLibrary.ofSize(2, 50)).build();
        server.bringUp();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WmsTransport transport(Method method, String path, Duration answer, Duration interval, String secret) {
        BranchProfile profile = Branches.at(server.ncip(), server.token(), answer, method).withWriteBack(
                new WriteBackRules(server.address() + path, BODY, interval));
        return new WmsTransport(profile, folder, Branches.secret(Optional.of(secret)), Clock.systemUTC());
    }

    private WmsTransport transport(Method method) {
        return transport(method, "/circ/items/{barcode}/routings/inventories", Duration.ofSeconds(20), Duration.ZERO,
                PracticeServerBuilder.DEFAULT_SECRET);
    }

    private static Problem.Kind refused(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problem().kind();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    @DisplayName("counts each item that is told of, as often as it is told of, with one sign-in for all")
    void counts(Method method) {
        try (WmsTransport transport = transport(method)) {
            assertTrue(transport.isSetUp());
            for (int i = 1; i <= 20; i++) {
                assertEquals(new Outcome.Accepted(Optional.empty(), List.of()),
                        transport.inventoried(PracticeBarcodes.item(i)));
            }
            transport.inventoried(ITEM);
        }
        assertEquals(20, server.inventoried().size());
        assertEquals(2, server.inventoried().get(ITEM));
        assertTrue(server.received().stream().filter(r -> r.endpoint().equals("token")).count() <= 1);
    }

    @Test
    @DisplayName("is refused for an unknown item, and without an address nothing is sent")
    void refusals() {
        try (WmsTransport transport = transport(Method.OAUTH)) {
            assertEquals(Problem.Kind.UNKNOWN_ITEM, refused(transport.inventoried(new ItemBarcode("not here"))));
        }
        try (WmsTransport transport = new WmsTransport(
                Branches.at(server.ncip(), server.token(), Duration.ofSeconds(20), Method.OAUTH), folder,
                Branches.secret(Optional.of(PracticeServerBuilder.DEFAULT_SECRET)), Clock.systemUTC())) {
            assertFalse(transport.isSetUp());
            assertEquals(Problem.Kind.CONFIGURATION, refused(transport.inventoried(ITEM)));
        }
        assertEquals(Map.of(), server.inventoried());
    }

    @Test
    @DisplayName("to a wrong address is a matter of settings or of the item, and counts nothing")
    void wrongAddress() {
        try (WmsTransport transport = transport(Method.OAUTH, "/elsewhere/{barcode}", Duration.ofSeconds(20),
                Duration.ZERO, PracticeServerBuilder.DEFAULT_SECRET)) {
            assertInstanceOf(Outcome.Refused.class, transport.inventoried(ITEM));
        }
        assertEquals(Map.of(), server.inventoried());
    }

    @ParameterizedTest(name = "{0}: maybe done {1}, counted {2}")
    @CsvSource({ "inventory drop-before, true, 0", "inventory drop-after, true, 1", "inventory 503, true, 0",
            "inventory 429 , false, 0", "inventory status-after 502, true, 1", "inventory html, false, 0" })
    @DisplayName("leaves open what nobody knows, so that nothing is counted twice without thought")
    void noAnswer(String script, boolean maybeDone, int counted) {
        try (WmsTransport transport = transport(Method.OAUTH)) {
            server.misbehave(script);
            Outcome.NoAnswer answer = assertInstanceOf(Outcome.NoAnswer.class, transport.inventoried(ITEM));
            assertEquals(maybeDone, answer.maybeDone(), answer.detail());
            assertEquals(counted, server.inventoried().getOrDefault(ITEM, 0));
        }
    }

    @Test
    @DisplayName("says how long the server wants to be left alone")
    void retryAfter() {
        try (WmsTransport transport = transport(Method.OAUTH)) {
            server.misbehave("inventory status 429 retry-after 7s");
            assertEquals(Optional.of(Duration.ofSeconds(7)),
                    assertInstanceOf(Outcome.NoAnswer.class, transport.inventoried(ITEM)).retryAfter());
        }
    }

    @ParameterizedTest
    @CsvSource({ "inventory 401", "inventory 403" })
    @DisplayName("ends with a refused sign-in, and does not try another one for it")
    void signInRefused(String script) {
        try (WmsTransport transport = transport(Method.OAUTH)) {
            server.misbehave(script);
            assertInstanceOf(Outcome.SignInRefused.class, transport.inventoried(ITEM));
            assertEquals(1, server.received().stream().filter(r -> r.endpoint().equals("inventory")).count());
        }
        assertFalse(server.isKeyDisabled());
    }

    @Test
    @DisplayName("with a wrong secret never disables the key, however often it is tried")
    void wrongSecret() {
        try (WmsTransport transport = transport(Method.OAUTH, "/circ/items/{barcode}/routings/inventories",
                Duration.ofSeconds(20), Duration.ZERO, "wrong")) {
            for (int i = 0; i < 10; i++) {
                assertInstanceOf(Outcome.SignInRefused.class, transport.inventoried(ITEM));
            }
        }
        assertFalse(server.isKeyDisabled());
        assertEquals(Map.of(), server.inventoried());
    }

    @Test
    @DisplayName("waits between two requests, and no longer once the program closes")
    void pace() throws Exception {
        WmsTransport transport = transport(Method.OAUTH, "/circ/items/{barcode}/routings/inventories",
                Duration.ofSeconds(20), Duration.ofHours(1), PracticeServerBuilder.DEFAULT_SECRET);
        assertInstanceOf(Outcome.Accepted.class, transport.inventoried(ITEM));
        CompletableFuture<Outcome> second = CompletableFuture
                .supplyAsync(() -> transport.inventoried(PracticeBarcodes.item(2)));
        transport.close();
        Outcome.NoAnswer answer = assertInstanceOf(Outcome.NoAnswer.class, second.get(1, TimeUnit.MINUTES));
        assertFalse(answer.maybeDone());
        assertEquals(Map.of(ITEM, 1), server.inventoried());
    }

    @Test
    @DisplayName("puts any barcode into address and body so that it stays one")
    void oddBarcodes() {
        WriteBackRules there = new WriteBackRules("https://{institution}.example.org/{barcode}/x",
                "{\"item\":\"{barcode}\",\"at\":\"{branch}\"}", Duration.ZERO);
        ItemBarcode odd = new ItemBarcode("a/../b c\"\\{branch}é");
        assertEquals(URI.create("https://2.example.org/a%2F..%2Fb%20c%22%5C%7Bbranch%7D%C3%A9/x"),
                there.address(odd, new Registry("1", "2")));
        assertEquals("{\"item\":\"a/../b c\\\"\\\\{branch}é\",\"at\":\"1\"}", there.body(odd, new Registry("1", "2")));
    }
}
