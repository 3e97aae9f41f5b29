/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.carrel.model.CheckOut;
import org.carrel.model.Outcome.Accepted;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

@DisplayName("Signing in")
class SignInTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String SECRET = PracticeServerBuilder.DEFAULT_SECRET;

    private final TestClock clock = new TestClock(NOW);
    private PracticeServer server;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        server = PracticeServer.builder().clock(clock).renewals(true).build();
        server.bringUp();
        desk = new Desk(server);
    }

    @AfterEach
    void shut() {
        desk.close();
        server.close();
    }

    @Test
    @DisplayName("with the right credentials gives a token, whose lifetime is a string as at OCLC")
    void tokenIsGiven() throws Exception {
        HttpResponse<String> answer = desk.token(SECRET, "client_credentials", "WMS_NCIP%20context:900000");
        assertEquals(200, answer.statusCode());
        JsonObject json = JsonParser.parseString(answer.body()).getAsJsonObject();
        assertTrue(json.get("access_token").getAsString().startsWith("tk_"));
        assertTrue(json.getAsJsonPrimitive("expires_in").isString());
        assertEquals("1199", json.get("expires_in").getAsString());
        assertEquals("bearer", json.get("token_type").getAsString());
    }

    @Test
    @DisplayName("is refused for a wrong secret, another grant, and a scope that the key has not")
    void tokenIsRefused() throws Exception {
        assertEquals(401, desk.token("wrong", "client_credentials", "WMS_NCIP").statusCode());
        assertEquals(400, desk.token(SECRET, "password", "WMS_NCIP").statusCode());
        assertEquals(400, desk.token(SECRET, "client_credentials", "WMS_NCIP%20WMS_EVERYTHING").statusCode());
        assertEquals(400, desk.token(SECRET, "client_credentials", "").statusCode());
        assertEquals(405, desk.get("/token").statusCode());
    }

    @Test
    @DisplayName("is needed: without a token, with a wrong one or with one that has expired nothing is applied")
    void tokenIsNeeded() throws Exception {
        CheckOut sent = checkOut();
        assertEquals(401, desk.post(desk.encode(sent), "").statusCode());
        assertEquals(401, desk.post(desk.encode(sent), "Bearer tk_wrong").statusCode());
        desk.signIn();
        clock.advance(Duration.ofSeconds(1198));
        assertInstanceOf(Accepted.class, desk.send(sent));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(401, desk.post(sent).statusCode());
        desk.signIn();
        server.expireTokens();
        assertEquals(401, desk.post(sent).statusCode());
        assertEquals(1, server.applied().size());
    }

    @Test
    @DisplayName("wrongly five times within five minutes disables the key, until the server comes up again")
    void fiveFailuresDisableTheKey() throws Exception {
        for (int i = 0; i < 4; i++) {
            desk.token("wrong", "client_credentials", "WMS_NCIP");
        }
        clock.advance(Duration.ofSeconds(301));
        desk.token("wrong", "client_credentials", "WMS_NCIP");
        assertFalse(server.isKeyDisabled());
        assertEquals(200, desk.token(SECRET, "client_credentials", "WMS_NCIP").statusCode());
        for (int i = 0; i < 4; i++) {
            desk.token("wrong", "client_credentials", "WMS_NCIP");
        }
        assertTrue(server.isKeyDisabled());
        assertEquals(401, desk.token(SECRET, "client_credentials", "WMS_NCIP").statusCode());
        server.takeDown();
        server.bringUp();
        assertEquals(200, desk.token(SECRET, "client_credentials", "WMS_NCIP").statusCode());
    }

    @Test
    @DisplayName("overwrites the secret that it was lent, and fails while nobody has said one")
    void secretIsBorrowed() throws Exception {
        List<char[]> lent = new ArrayList<>();
        try (PracticeServer careful = PracticeServer.builder().wsKey(PracticeServerBuilder.DEFAULT_KEY, () -> {
            lent.add(SECRET.toCharArray());
            return Optional.of(lent.getLast());
        }).build(); PracticeServer mute = PracticeServer.builder().wsKey("practice-key", Optional::empty).build()) {
            careful.bringUp();
            mute.bringUp();
            try (Desk one = new Desk(careful); Desk two = new Desk(mute)) {
                one.signIn();
                assertArrayEquals(new char[SECRET.length()], lent.getFirst());
                assertEquals(401, two.token("", "client_credentials", "WMS_NCIP").statusCode());
            }
        }
    }

    @Test
    @DisplayName("by signature works once for each nonce, for a while, and for the right secret only")
    void signature() throws Exception {
        CheckOut sent = checkOut();
        byte[] body = desk.encode(sent);
        String right = signed("practice-key", NOW, "n1", SECRET, "POST");
        assertEquals(200, desk.post(body, right).statusCode());
        assertEquals(401, desk.post(body, right).statusCode());
        assertEquals(200, desk.post(body, signed("practice-key", NOW, "n2", SECRET, "POST")).statusCode());
        server.takeDown();
        server.bringUp();
        assertEquals(401, desk.post(body, signed("practice-key", NOW, "n3", "wrong", "POST")).statusCode());
        assertEquals(401, desk.post(body, signed("practice-key", NOW, "n4", SECRET, "GET")).statusCode());
        assertEquals(401,
                desk.post(body, signed("practice-key", NOW.minusSeconds(301), "n5", SECRET, "POST")).statusCode());
        assertEquals(401, desk.post(body, signed("other-key", NOW, "n6", SECRET, "POST")).statusCode());
        assertEquals(2, server.applied().size());
    }

    /** Written down from OCLC's description, apart from the code that checks it. */
    private static String signed(String key, Instant at, String nonce, String secret, String method) throws Exception {
        String text = String.join("\n", key, String.valueOf(at.getEpochSecond()), nonce, "", method, "www.oclc.org",
                "443", "/wskey") + "\n";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        return "http://www.worldcat.org/wskey/v2/hmac/v1 clientId=\"" + key + "\",timestamp=\"" + at.getEpochSecond()
                + "\",nonce=\"" + nonce + "\",signature=\"" + signature
                + "\",principalID=\"someone\",principalIDNS=\"urn:oclc:wms:da\"";
    }

    private CheckOut checkOut() {
        return desk.checkOut(PracticeBarcodes.patron(1), PracticeBarcodes.item(1), NOW.plusSeconds(86_400), NOW);
    }
}
