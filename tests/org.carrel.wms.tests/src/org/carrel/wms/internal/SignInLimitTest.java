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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.carrel.model.BranchProfile.SignIn.Method;
import org.carrel.model.Outcome;
import org.carrel.model.port.KeyHealth.State;
import org.carrel.practice.PracticeLibrary;
import org.carrel.practice.PracticeServer;
import org.carrel.practice.PracticeServerBuilder;
import org.carrel.practice.Received;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real HTTP, with a key that a library could lose; the program is started again and again on the same folder. */
@DisplayName("A workstation that signs in")
@Timeout(120)
class SignInLimitTest {

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Branches.NOW);
    private PracticeServer server;

    @BeforeEach
    void start() throws IOException {
        server = PracticeServer.builder().library(PracticeLibrary.ofSize(20, 200)).clock(clock).build();
        server.bringUp();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WmsTransport started(Method method, String secret) {
        return new WmsTransport(Branches.real(server.ncip(), server.token(), method), folder,
                Branches.secret(Optional.of(secret)), clock);
    }

    private Outcome sendAfterRestart(Method method, String secret) {
        try (WmsTransport transport = started(method, secret)) {
            return transport.send(Branches.checkIn(1));
        }
    }

    private long requests(String endpoint) {
        return server.received().stream().map(Received::endpoint).filter(endpoint::equals).count();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void never_disables_the_key_however_often_it_is_started_with_a_wrong_secret(Method method) {
        for (int i = 0; i < 20; i++) {
            assertInstanceOf(Outcome.SignInRefused.class, sendAfterRestart(method, "wrong"));
            clock.advance(Duration.ofSeconds(10));
        }
        assertEquals(2, requests("token") + requests("checkin"));
        assertFalse(server.isKeyDisabled());
        Outcome.SignInRefused refused = (Outcome.SignInRefused) sendAfterRestart(method, "right");
        assertTrue(refused.detail().contains("09:06"), refused.detail());
        clock.advance(Duration.ofMinutes(5));
        assertInstanceOf(Outcome.Refused.class, sendAfterRestart(method, PracticeServerBuilder.DEFAULT_SECRET));
    }

    @Test
    void asks_for_two_tokens_at_most_in_five_minutes_even_when_they_are_given() {
        for (int i = 0; i < 5; i++) {
            sendAfterRestart(Method.OAUTH, PracticeServerBuilder.DEFAULT_SECRET);
        }
        assertEquals(2, requests("token"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "token 503", "token 401", "token drop-after", "token malformed" })
    void counts_an_attempt_whatever_came_of_it(String fault) {
        server.misbehave(fault);
        for (int i = 0; i < 5; i++) {
            sendAfterRestart(Method.OAUTH, PracticeServerBuilder.DEFAULT_SECRET);
        }
        assertEquals(2, requests("token"));
    }

    @Test
    void does_not_count_when_nothing_was_reached() throws IOException {
        server.takeDown();
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(Outcome.NoAnswer.class,
                    sendAfterRestart(Method.OAUTH, PracticeServerBuilder.DEFAULT_SECRET));
        }
        server.bringUp();
        assertInstanceOf(Outcome.Refused.class, sendAfterRestart(Method.OAUTH, PracticeServerBuilder.DEFAULT_SECRET));
    }

    @Test
    void goes_on_with_the_token_it_has_when_it_may_not_ask_for_another() {
        sendAfterRestart(Method.OAUTH, PracticeServerBuilder.DEFAULT_SECRET);
        try (WmsTransport transport = started(Method.OAUTH, PracticeServerBuilder.DEFAULT_SECRET)) {
            for (int i = 1; i <= 10; i++) {
                assertInstanceOf(Outcome.Accepted.class, transport.send(Branches.checkOut(1, i)));
            }
            assertEquals(State.WAITING, transport.report().state());
        }
        assertEquals(2, requests("token"));
    }

    @Test
    void says_in_its_report_when_the_key_last_worked() {
        try (WmsTransport transport = started(Method.OAUTH, PracticeServerBuilder.DEFAULT_SECRET)) {
            assertEquals(Optional.empty(), transport.report().lastUsed());
            transport.send(Branches.checkOut(1, 1));
        }
        clock.advance(Duration.ofDays(61));
        try (WmsTransport transport = started(Method.OAUTH, PracticeServerBuilder.DEFAULT_SECRET)) {
            assertEquals(Optional.of(Branches.NOW), transport.report().lastUsed());
            assertEquals(State.LONG_UNUSED, transport.report().state());
        }
    }

    @Test
    void lets_lanes_that_sign_each_request_wait_until_the_first_was_taken() throws Exception {
        AtomicInteger out = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Stub stub = new Stub(Map.of("/ncip", exchange -> {
            most.accumulateAndGet(out.incrementAndGet(), Math::max);
            out.decrementAndGet();
            Stub.answer(exchange, 401, "text/plain", "");
        }));
                WmsTransport transport = new WmsTransport(Branches.real(stub.uri("/ncip"), stub.uri("/token"),
                        Method.HMAC), folder, Branches.secret(Optional.of("s")), clock);
                ExecutorService lanes = Executors.newFixedThreadPool(8)) {
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                outcomes.add(lanes.submit(() -> transport.send(Branches.checkIn(1))));
            }
            for (Future<Outcome> outcome : outcomes) {
                assertInstanceOf(Outcome.SignInRefused.class, outcome.get());
            }
            assertEquals(2, stub.count("/ncip"));
            assertEquals(1, most.get());
        }
    }

    @Test
    void sends_many_signed_requests_once_the_first_was_taken() {
        try (WmsTransport transport = started(Method.HMAC, PracticeServerBuilder.DEFAULT_SECRET)) {
            for (int i = 1; i <= 20; i++) {
                assertInstanceOf(Outcome.Accepted.class, transport.send(Branches.checkOut(1, i)));
            }
        }
    }

    @Test
    void does_not_lose_a_lane_when_signed_requests_are_not_answered() {
        server.misbehave("ncip 503 times 5");
        try (WmsTransport transport = started(Method.HMAC, PracticeServerBuilder.DEFAULT_SECRET)) {
            for (int i = 1; i <= 5; i++) {
                assertInstanceOf(Outcome.NoAnswer.class, transport.send(Branches.checkOut(1, i)));
            }
            assertInstanceOf(Outcome.Accepted.class, transport.send(Branches.checkOut(1, 1)));
        }
    }
}
