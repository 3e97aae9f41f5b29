/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Outcome;
import org.carrel.model.Outcome.Accepted;
import org.carrel.model.Outcome.NoAnswer;
import org.carrel.model.Outcome.Refused;
import org.carrel.model.Problem;
import org.carrel.model.Transaction;
import org.carrel.practice.Applied.Kind;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault as a client sees it, over a real socket, with the platform's own HTTP client. */
@DisplayName("A practice server that was told to misbehave")
class FaultsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final ItemBarcode BOOK = PracticeBarcodes.item(1);
    private static final ItemBarcode LENT = PracticeBarcodes.item(115);

    private PracticeServer server;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        server = PracticeServer.builder().clock(new TestClock(NOW)).renewals(true).build();
        server.bringUp();
        desk = new Desk(server).signIn();
    }

    @AfterEach
    void shut() {
        desk.close();
        server.close();
    }

    static Stream<Arguments> kinds() {
        return Stream.of(Kind.values()).map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("drops the connection before it applies anything")
    void dropBefore(Kind kind) {
        server.misbehave("ncip drop-before");
        assertThrows(IOException.class, () -> desk.post(transaction(kind)));
        assertEquals(List.of(), server.applied());
        assertEquals(0, server.received().getLast().status());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("drops the connection after it applied the request, once and no more than once")
    void dropAfter(Kind kind) throws Exception {
        server.misbehave("ncip:1 drop-after");
        assertThrows(IOException.class, () -> desk.post(transaction(kind)));
        assertEquals(1, applied(kind));
        Outcome again = desk.send(transaction(kind));
        if (kind == Kind.CHECK_IN) {
            assertEquals(Problem.Kind.ITEM_NOT_CHECKED_OUT,
                    assertInstanceOf(Refused.class, again).problem().kind());
        } else {
            assertInstanceOf(Accepted.class, again);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403, 429, 500, 502, 503, 504 })
    @DisplayName("answers with a bare status and applies nothing")
    void status(int code) throws Exception {
        for (Kind kind : Kind.values()) {
            server.misbehave("ncip " + code);
            assertEquals(code, desk.post(transaction(kind)).statusCode());
            server.misbehave("ncip status " + code);
            assertEquals(code, desk.post(transaction(kind)).statusCode());
        }
        assertEquals(List.of(), server.applied());
    }

    @Test
    @DisplayName("says how long it wants to be left alone")
    void retryAfter() throws Exception {
        server.misbehave("checkin 429 retry-after 7s");
        HttpResponse<InputStream> answer = desk.post(transaction(Kind.CHECK_IN));
        assertEquals(429, answer.statusCode());
        assertEquals(Optional.of("7"), answer.headers().firstValue("Retry-After"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("answers like an impatient gateway although it applied the request")
    void statusAfter(Kind kind) throws Exception {
        server.misbehave("ncip status-after 504");
        assertEquals(504, desk.post(transaction(kind)).statusCode());
        assertEquals(1, applied(kind));
    }

    static Stream<Arguments> spoilt() {
        return Stream.of("malformed", "truncated", "empty", "wrong-item")
                .flatMap(fault -> Stream.of(Kind.values()).map(kind -> Arguments.of(fault, kind)));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    @DisplayName("spoils the answer after it applied the request: no answer, maybe done")
    void spoiltAnswers(String fault, Kind kind) throws Exception {
        server.misbehave("ncip " + fault);
        NoAnswer answer = assertInstanceOf(NoAnswer.class, desk.send(transaction(kind)));
        assertTrue(answer.maybeDone());
        assertEquals(1, applied(kind));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("breaks the connection in the middle of the body")
    void cut(Kind kind) throws Exception {
        server.misbehave("ncip cut");
        HttpResponse<InputStream> answer = desk.post(transaction(kind));
        assertEquals(200, answer.statusCode());
        assertThrows(IOException.class, () -> answer.body().readAllBytes());
        assertEquals(1, applied(kind));
        Outcome again = desk.send(transaction(kind));
        assertTrue(assertInstanceOf(NoAnswer.class, again, again.toString()).maybeDone());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("gives a right answer a wrong content type, which a liberal reader does not mind")
    void wrongType(Kind kind) throws Exception {
        server.misbehave("ncip wrong-type");
        assertEquals(Optional.of("text/html; charset=utf-8"),
                desk.post(transaction(kind)).headers().firstValue("Content-Type"));
        assertEquals(1, applied(kind));
        server.misbehave("ncip wrong-type");
        ItemBarcode other = PracticeBarcodes.item(116);
        assertInstanceOf(Accepted.class, desk.send(desk.checkIn(other, NOW)));
    }

    @Test
    @DisplayName("shows a web page in place of an answer, as a hotel's network does")
    void webPage() throws Exception {
        server.misbehave("any html");
        NoAnswer answer = assertInstanceOf(NoAnswer.class, desk.send(transaction(Kind.CHECK_IN)));
        assertTrue(answer.detail().contains("text/html"), answer.detail());
        assertEquals(List.of(), server.applied());
        assertEquals(200, desk.get("/health").statusCode());
        assertTrue(desk.get("/health").body().startsWith("<!DOCTYPE html>"));
    }

    @Test
    @DisplayName("dribbles the answer byte by byte, and all of it arrives")
    void slow() throws Exception {
        server.misbehave("ncip slow 200ms");
        long start = System.nanoTime();
        assertInstanceOf(Accepted.class, desk.send(transaction(Kind.CHECK_IN)));
        assertTrue(System.nanoTime() - start >= 100_000_000L, "too fast to have dribbled");
    }

    @Test
    @DisplayName("waits before it answers")
    void latency() throws Exception {
        server.misbehave("any latency 60ms; ncip latency 60ms");
        long start = System.nanoTime();
        assertInstanceOf(Accepted.class, desk.send(transaction(Kind.CHECK_IN)));
        assertTrue(System.nanoTime() - start >= 120_000_000L, "latencies add up");
    }

    @Test
    @DisplayName("sends a hundred megabytes, of which a careful reader takes one")
    void huge() throws Exception {
        server.misbehave("ncip huge 100");
        Outcome outcome = desk.send(transaction(Kind.CHECK_IN));
        assertTrue(assertInstanceOf(NoAnswer.class, outcome).detail().contains("1000000"), outcome.toString());
        assertEquals(1, applied(Kind.CHECK_IN));
    }

    @Test
    @DisplayName("answers with any problem of NCIP's")
    void problem() throws Exception {
        server.misbehave("checkin problem \"Temporary Processing Failure\" times 1;"
                + " checkin problem \"Odd; but true\" \"securityContext is null\" times 2");
        assertFalse(assertInstanceOf(NoAnswer.class, desk.send(transaction(Kind.CHECK_IN))).maybeDone());
        Refused refused = assertInstanceOf(Refused.class, desk.send(transaction(Kind.CHECK_IN)));
        assertEquals(new Problem(Problem.Kind.CONFIGURATION, "Odd; but true", "securityContext is null"),
                refused.problem());
        assertInstanceOf(Accepted.class, desk.send(transaction(Kind.CHECK_IN)));
    }

    @Test
    @DisplayName("refuses connections while it is down, and knows everything when it is up again")
    void down() throws Exception {
        desk.send(transaction(Kind.CHECK_OUT));
        server.misbehave("down");
        assertFalse(server.isUp());
        assertThrows(ConnectException.class, () -> desk.get("/health"));
        server.misbehave("");
        assertEquals(200, desk.get("/health").statusCode());
        assertTrue(server.loans().containsKey(BOOK));
    }

    @Test
    @DisplayName("strikes the place, the numbers, the item and as often as the script says")
    void aims() throws Exception {
        server.misbehave("checkout:2-3 503; checkin 500 times 1; any 502 item " + LENT.value());
        assertEquals(List.of(200, 503, 503, 200), List.of(post(BOOK), post(BOOK), post(BOOK), post(BOOK)));
        assertEquals(500, desk.post(desk.checkIn(BOOK, NOW)).statusCode());
        assertEquals(200, desk.post(desk.checkIn(BOOK, NOW)).statusCode());
        assertEquals(502, desk.post(desk.checkIn(LENT, NOW)).statusCode());
        assertEquals(200, desk.get("/health").statusCode());
        server.misbehave("ncip:1 503");
        assertEquals(405, desk.get("/ncip").statusCode(), "a look at the server is not a message");
        assertEquals(503, desk.post(desk.checkIn(BOOK, NOW)).statusCode());
        server.misbehave("token 401; health 503");
        assertEquals(401, desk.token(PracticeServerBuilder.DEFAULT_SECRET, "client_credentials", "WMS_NCIP")
                .statusCode());
        assertEquals(503, desk.get("/health").statusCode());
        assertFalse(server.isKeyDisabled());
    }

    @Test
    @DisplayName("strikes by chance, but the same script strikes the same requests")
    void chance() throws Exception {
        String[] runs = new String[2];
        for (int run = 0; run < runs.length; run++) {
            server.misbehave("health 503 chance 30%");
            StringBuilder statuses = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                statuses.append(desk.get("/health").statusCode() == 503 ? '!' : '.');
            }
            runs[run] = statuses.toString();
        }
        assertEquals(runs[0], runs[1]);
        long struck = runs[0].chars().filter(c -> c == '!').count();
        assertTrue(struck > 10 && struck < 60, runs[0]);
    }

    @Test
    @DisplayName("remembers what it received and what it made of it")
    void remembers() throws Exception {
        server.misbehave("checkout drop-after");
        assertThrows(IOException.class, () -> desk.post(transaction(Kind.CHECK_OUT)));
        desk.get("/nowhere");
        List<Received> received = server.received();
        assertEquals(List.of(new Received(NOW, "token", 200, ""),
                new Received(NOW, "checkout", 0, "checkout drop-after"),
                new Received(NOW, "other", 404, "")), received);
    }

    @Test
    @DisplayName("is well again with an empty script")
    void wellAgain() throws Exception {
        server.misbehave("any 503");
        server.misbehave("  \n # nothing ");
        assertInstanceOf(Accepted.class, desk.send(transaction(Kind.CHECK_IN)));
    }

    private int post(ItemBarcode item) throws Exception {
        HttpResponse<InputStream> answer = desk
                .post(desk.checkOut(PracticeBarcodes.patron(1), item, NOW.plusSeconds(86_400), NOW));
        answer.body().readAllBytes();
        return answer.statusCode();
    }

    private Transaction transaction(Kind kind) {
        return kind == Kind.CHECK_IN ? desk.checkIn(LENT, NOW)
                : desk.checkOut(PracticeBarcodes.patron(1), BOOK, NOW.plusSeconds(86_400), NOW);
    }

    private long applied(Kind kind) {
        assertEquals(1, server.applied().size());
        return server.timesApplied(kind, kind == Kind.CHECK_IN ? LENT : BOOK);
    }
}
