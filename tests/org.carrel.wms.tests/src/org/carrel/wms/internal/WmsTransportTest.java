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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.carrel.model.BranchProfile.SignIn.Method;
import org.carrel.model.CheckIn;
import org.carrel.model.FollowUp;
import org.carrel.model.Origin;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.practice.PracticeBarcodes;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Over real HTTP, against the practice server. */
@DisplayName("The way to WMS")
@Timeout(120)
class WmsTransportTest {

    @TempDir
    Path folder;

    private PracticeServer server;
    private WmsTransport transport;

    @BeforeEach
    void start() throws IOException {
        server = PracticeServer.builder().library(PracticeLibrary.ofSize(20, 200)).build();
        server.bringUp();
        transport = transport(Duration.ofSeconds(20), Clock.systemUTC(), PracticeServerBuilder.DEFAULT_SECRET);
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    private WmsTransport transport(Duration answer, Clock clock, String secret) {
        return new WmsTransport(Branches.at(server.ncip(), server.token(), answer, Method.OAUTH),
                folder, Branches.secret(Optional.ofNullable(secret)), clock);
    }

    private void use(WmsTransport other) {
        transport.close();
        transport = other;
    }

    private long requests(String endpoint) {
        return server.received().stream().map(Received::endpoint).filter(endpoint::equals).count();
    }

    private long applied() {
        return server.applied().size();
    }

    @Test
    void lends_and_takes_back() {
        Outcome out = transport.send(Branches.checkOut(1, 1));
        assertTrue(((Outcome.Accepted) out).dueAt().isPresent(), out.toString());
        assertTrue(server.loans().containsKey(PracticeBarcodes.item(1)));
        assertEquals(new Outcome.Accepted(Optional.empty(), List.of()), transport.send(Branches.checkIn(1)));
        assertTrue(server.loans().isEmpty());
        assertEquals(1, requests("token"), "one token serves both");
    }

    @Test
    void says_what_was_refused() {
        Outcome unknown = transport.send(Branches.checkOut(999, 1));
        assertEquals(Problem.Kind.UNKNOWN_PATRON, ((Outcome.Refused) unknown).problem().kind());
        transport.send(Branches.checkOut(1, 1));
        Outcome out = transport.send(Branches.checkOut(2, 1));
        assertEquals(Problem.Kind.ITEM_ALREADY_OUT, ((Outcome.Refused) out).problem().kind());
        Outcome in = transport.send(Branches.checkIn(7));
        assertEquals(Problem.Kind.ITEM_NOT_CHECKED_OUT, ((Outcome.Refused) in).problem().kind());
    }

    @Test
    void keeps_what_the_desk_has_to_do() throws IOException {
        server.close();
        server = PracticeServer.builder().build();
        server.bringUp();
        use(transport(Duration.ofSeconds(20), Clock.systemUTC(), PracticeServerBuilder.DEFAULT_SECRET));
        PracticeLibrary.Hold hold = PracticeLibrary.shipped().holds().getFirst();
        // Somebody else has it; the shipped library may have lent it already.
        PracticeLibrary.shipped().patrons().stream()
                .filter(patron -> !patron.blocked() && !patron.barcode().equals(hold.patron())).findFirst()
                .ifPresent(patron -> transport.send(Branches.checkOut(patron.barcode(), hold.item())));
        assertTrue(server.loans().containsKey(hold.item()));
        Outcome in = transport.send(new CheckIn(Branches.checkIn(1).id(), hold.item(), Branches.NOW,
                new Origin("", "")));
        assertEquals(FollowUp.Kind.HOLD, ((Outcome.Accepted) in).followUps().getFirst().kind(), in.toString());
    }

    @ParameterizedTest
    @CsvSource({ "ncip drop-before, true, 0", "ncip drop-after, true, 1", "ncip 503, true, 0",
            "ncip status-after 502, true, 1",
            "ncip 429, false, 0", "ncip malformed, true, 1", "ncip truncated, true, 1", "ncip cut, true, 1",
            "ncip empty, true, 1", "ncip wrong-item, true, 1", "ncip html, true, 0", "ncip slow 30s, true, 1",
            "ncip latency 30s, true, -1", "ncip huge 100, true, 1", "token drop-before, false, 0",
            "token 503, false, 0",
            "token slow 30s, false, 0", "token malformed, false, 0", "token html, false, 0", "down, false, 0" })
    void gives_no_answer_when_there_is_none_and_knows_whether_it_may_be_done(String script, boolean maybeDone,
            int applied) {
        use(transport(Duration.ofMillis(700), Clock.systemUTC(), PracticeServerBuilder.DEFAULT_SECRET));
        server.misbehave(script);
        Outcome outcome = transport.send(Branches.checkOut(1, 1));
        Outcome.NoAnswer none = assertInstanceOf(Outcome.NoAnswer.class, outcome);
        assertEquals(maybeDone, none.maybeDone(), none.detail());
        assertFalse(none.detail().isBlank());
        assertFalse(none.detail().contains(PracticeBarcodes.patron(1).value()), "no patron in technical words");
        if (applied >= 0) {
            assertEquals(applied, applied());
        }
    }

    @Test
    void reads_a_right_answer_under_a_wrong_name_or_after_a_delay() {
        server.misbehave("ncip wrong-type; ncip latency 50ms");
        assertInstanceOf(Outcome.Accepted.class, transport.send(Branches.checkOut(1, 1)));
    }

    @Test
    void keeps_to_the_time_that_the_system_asks_for() {
        server.misbehave("ncip 503 retry-after 7s");
        assertEquals(Optional.of(Duration.ofSeconds(7)),
                ((Outcome.NoAnswer) transport.send(Branches.checkIn(1))).retryAfter());
    }

    @ParameterizedTest
    @CsvSource({ "ncip 401", "ncip 403" })
    void a_refused_sign_in_is_not_tried_again(String script) {
        server.misbehave(script);
        assertInstanceOf(Outcome.SignInRefused.class, transport.send(Branches.checkIn(1)));
        assertEquals(1, requests("checkin"));
        assertEquals(1, requests("token"));
    }

    @Test
    void never_disables_the_key_however_often_somebody_tries() {
        use(transport(Duration.ofSeconds(20), Clock.systemUTC(), "wrong"));
        for (int i = 0; i < 20; i++) {
            assertInstanceOf(Outcome.SignInRefused.class, transport.send(Branches.checkIn(1)));
            transport.forgetSignIn();
        }
        assertEquals(2, requests("token"));
        assertFalse(server.isKeyDisabled());
        assertEquals(0, requests("checkin"));
    }

    @Test
    void lanes_that_wait_for_one_token_share_its_refusal() throws Exception {
        use(transport(Duration.ofSeconds(20), Clock.systemUTC(), "wrong"));
        server.misbehave("token latency 500ms");
        for (Outcome outcome : together(8, () -> transport.send(Branches.checkIn(1)))) {
            assertInstanceOf(Outcome.SignInRefused.class, outcome);
        }
        assertEquals(1, requests("token"));
    }

    @Test
    void lanes_share_one_token() throws Exception {
        server.misbehave("token latency 300ms");
        for (Outcome outcome : together(4, () -> transport.send(Branches.checkIn(1)))) {
            assertInstanceOf(Outcome.Refused.class, outcome);
        }
        assertEquals(1, requests("token"));
    }

    private static List<Outcome> together(int lanes, Callable<Outcome> sending) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(lanes)) {
            List<Future<Outcome>> futures = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) {
                futures.add(threads.submit(sending));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }

    @Test
    void fetches_a_new_token_shortly_before_the_old_one_runs_out() {
        TestClock clock = new TestClock(Branches.NOW);
        use(transport(Duration.ofSeconds(20), clock, PracticeServerBuilder.DEFAULT_SECRET));
        transport.send(Branches.checkIn(1));
        clock.advance(Duration.ofSeconds(1199 - 31));
        transport.send(Branches.checkIn(1));
        assertEquals(1, requests("token"));
        clock.advance(Duration.ofSeconds(2));
        transport.send(Branches.checkIn(1));
        assertEquals(2, requests("token"));
    }

    @Test
    void a_token_that_the_server_forgot_stops_the_run_and_is_not_used_again() {
        transport.send(Branches.checkIn(1));
        server.expireTokens();
        assertInstanceOf(Outcome.SignInRefused.class, transport.send(Branches.checkIn(1)));
        assertInstanceOf(Outcome.Refused.class, transport.send(Branches.checkIn(1)), "the next run has a new one");
        assertEquals(2, requests("token"));
    }

    @Test
    void a_token_that_ran_out_under_way_is_no_refusal() throws IOException {
        TestClock clock = new TestClock(Branches.NOW);
        try (Stub stub = new Stub(Map.of("/token", Stub.token("\"1199\""), "/ncip", exchange -> {
            // This machine sleeps while the request is out.
            clock.advance(Duration.ofHours(1));
            Stub.answer(exchange, 401, "text/plain", "");
        }))) {
            use(new WmsTransport(
                    Branches.at(stub.uri("/ncip"), stub.uri("/token"), Duration.ofSeconds(5), Method.OAUTH),
                    folder, Branches.secret(Optional.of("s")), clock));
            Outcome.NoAnswer none = (Outcome.NoAnswer) transport.send(Branches.checkIn(1));
            assertFalse(none.maybeDone());
            assertEquals(1, stub.count("/ncip"), "it is for the caller to try again");
            transport.send(Branches.checkIn(1));
            assertEquals(2, stub.count("/token"), "and then with a new token");
        }
    }

    @Test
    void without_a_secret_nothing_is_sent() {
        use(transport(Duration.ofSeconds(20), Clock.systemUTC(), null));
        Outcome.SignInRefused refused = (Outcome.SignInRefused) transport.send(Branches.checkIn(1));
        assertTrue(refused.detail().contains("secret"), refused.detail());
        assertEquals(0, server.received().size());
    }

    @Test
    void sends_one_after_the_other() {
        for (int i = 1; i <= 50; i++) {
            assertInstanceOf(Outcome.Accepted.class, transport.send(Branches.checkOut(1, i)));
        }
        assertEquals(50, server.loans().size());
    }

    @Test
    void survives_a_restart_of_the_library_system() throws IOException {
        transport.send(Branches.checkIn(1));
        server.takeDown();
        assertFalse(((Outcome.NoAnswer) transport.send(Branches.checkIn(1))).maybeDone());
        assertFalse(transport.probe().reachable());
        server.bringUp();
        transport.forgetSignIn();
        assertTrue(transport.probe().reachable());
        assertInstanceOf(Outcome.Refused.class, transport.send(Branches.checkIn(1)));
    }

    @Test
    void does_not_send_a_secret_in_clear_over_the_network() {
        use(new WmsTransport(
                Branches.at(URI.create("http://circ.example.org/ncip"), server.token(), Duration.ofSeconds(1),
                        Method.OAUTH),
                folder, Branches.secret(Optional.of("s")), Clock.systemUTC()));
        assertInstanceOf(Outcome.SignInRefused.class, transport.send(Branches.checkIn(1)));
        assertFalse(transport.probe().reachable());
        assertEquals(0, server.received().size());
    }

    @Test
    void practises_with_no_other_machine() {
        for (String host : List.of("https://circ.example.org", "https://127.0.0.1.example.org")) {
            URI away = URI.create(host + "/ncip");
            use(new WmsTransport(Branches.at(away, server.token(), Duration.ofSeconds(1), Method.OAUTH), folder,
                    Branches.secret(Optional.of("s")), Clock.systemUTC()));
            Outcome.SignInRefused refused = (Outcome.SignInRefused) transport.send(Branches.checkIn(1));
            assertTrue(refused.detail().contains("practice mode"), refused.detail());
            assertFalse(transport.probe().reachable());
        }
        assertEquals(0, server.received().size());
    }

    @Test
    void signs_each_request_when_the_branch_uses_signatures() throws IOException {
        try (Stub stub = new Stub(Map.of("/ncip", Stub.status(401)))) {
            use(new WmsTransport(
                    Branches.at(stub.uri("/ncip"), stub.uri("/token"), Duration.ofSeconds(5), Method.HMAC),
                    folder, Branches.secret(Optional.of("s")), Clock.systemUTC()));
            for (int i = 0; i < 10; i++) {
                assertInstanceOf(Outcome.SignInRefused.class, transport.send(Branches.checkIn(1)));
            }
            assertEquals(2, stub.count("/ncip"), "after two refusals nothing is sent");
            assertTrue(stub.received().getFirst().contains("http://www.worldcat.org/wskey/v2/hmac/v1 clientId="));
            assertEquals(2, stub.received().stream().distinct().count(), "each has its own nonce");
        }
    }

    @Test
    void sends_nothing_once_it_is_closed() {
        transport.close();
        assertFalse(((Outcome.NoAnswer) transport.send(Branches.checkIn(1))).maybeDone());
        assertFalse(transport.probe().reachable());
        transport.close();
        assertEquals(0, server.received().size());
    }

    @Test
    void follows_no_redirect() throws IOException {
        try (Stub stub = new Stub(Map.of("/token", Stub.token("\"1199\""), "/ncip", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        }, "/elsewhere", Stub.status(200)))) {
            use(new WmsTransport(
                    Branches.at(stub.uri("/ncip"), stub.uri("/token"), Duration.ofSeconds(5), Method.OAUTH),
                    folder, Branches.secret(Optional.of("s")), Clock.systemUTC()));
            Outcome.NoAnswer none = (Outcome.NoAnswer) transport.send(Branches.checkIn(1));
            assertFalse(none.maybeDone());
            assertEquals(0, stub.count("/elsewhere"));
        }
    }

    @ParameterizedTest
    @CsvSource({ "500", "400", "200" })
    void recognises_that_the_user_to_act_as_is_gone_wherever_it_is_said(int status) throws IOException {
        Outcome.Refused refused = (Outcome.Refused) sentTo(status, "java.lang.NullPointerException: Cannot invoke "
                + "\"Context.user()\" because \"securityContext\" is null");
        assertEquals(Problem.Kind.CONFIGURATION, refused.problem().kind());
    }

    @ParameterizedTest
    @CsvSource({ "401, securityContext is null, user", "403, securityContext is null, user", "401, '', key" })
    void tells_a_user_who_is_gone_from_a_key_that_has_ended(int status, String body, String which) throws IOException {
        Outcome.SignInRefused refused = (Outcome.SignInRefused) sentTo(status, body);
        assertTrue(refused.detail().contains("refused the " + which), refused.detail());
        assertTrue(refused.detail().contains("carrel cli branch rekey"), refused.detail());
    }

    private Outcome sentTo(int status, String body) throws IOException {
        try (Stub stub = new Stub(Map.of("/token", Stub.token("\"1199\""), "/ncip",
                exchange -> Stub.answer(exchange, status, "text/plain", body)))) {
            use(new WmsTransport(
                    Branches.at(stub.uri("/ncip"), stub.uri("/token"), Duration.ofSeconds(5), Method.OAUTH),
                    folder, Branches.secret(Optional.of("s")), Clock.systemUTC()));
            return transport.send(Branches.checkIn(1));
        }
    }
}
