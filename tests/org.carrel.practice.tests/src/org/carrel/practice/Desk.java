/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.Outcome;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionIds;
import org.carrel.ncip.NcipCodec;

import com.google.gson.JsonParser;

/** A desk that speaks to a practice server with the platform's own HTTP client, over a real socket. */
final class Desk implements AutoCloseable {

    static final Registry REGISTRY = new Registry("900001", "900000");

    /** Longer than anything takes here: a test that hangs shall fail, not wait for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TransactionIds ids = new TransactionIds(Clock.systemUTC());
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final PracticeServer server;
    private final NcipCodec codec;
    private String token = "";

    Desk(PracticeServer server) {
        this(server, false);
    }

    Desk(PracticeServer server, boolean sendEventTime) {
        this.server = server;
        this.codec = new NcipCodec(REGISTRY, ZoneOffset.UTC, false, sendEventTime);
    }

    CheckOut checkOut(PatronBarcode patron, ItemBarcode item, Instant due, Instant at) {
        return new CheckOut(ids.next(), patron, item, due, at, new Origin("desk", "operator"));
    }

    CheckIn checkIn(ItemBarcode item, Instant at) {
        return new CheckIn(ids.next(), item, at, new Origin("desk", "operator"));
    }

    /** Signs in with client credentials. */
    Desk signIn() throws IOException, InterruptedException {
        HttpResponse<String> answer = token(PracticeServerBuilder.DEFAULT_SECRET, "client_credentials", "WMS_NCIP");
        if (answer.statusCode() != 200) {
            throw new IOException("sign-in: " + answer.statusCode());
        }
        token = JsonParser.parseString(answer.body()).getAsJsonObject().get("access_token").getAsString();
        return this;
    }

    HttpResponse<String> token(String secret, String grant, String scope) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString(
                (PracticeServerBuilder.DEFAULT_KEY + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return client.send(request(server.token()).header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=" + grant + "&scope=" + scope)).build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(server.address().resolve(path)).GET().build(), BodyHandlers.ofString());
    }

    /** Sends one transaction; what HTTP makes of it. */
    HttpResponse<InputStream> post(Transaction transaction) throws Exception {
        return post(codec.encode(transaction), "Bearer " + token);
    }

    HttpResponse<InputStream> post(byte[] body, String authorization) throws Exception {
        HttpRequest.Builder request = request(server.ncip()).header("Content-Type", NcipCodec.CONTENT_TYPE)
                .header("Accept", "application/xml").POST(BodyPublishers.ofByteArray(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    /** Sends one transaction; what NCIP makes of it. */
    Outcome send(Transaction transaction) throws Exception {
        return send(transaction, new String(codec.encode(transaction), StandardCharsets.UTF_8));
    }

    /** Sends {@code text} as if it were the transaction. */
    Outcome send(Transaction transaction, String text) throws Exception {
        HttpResponse<InputStream> answer = post(text.getBytes(StandardCharsets.UTF_8), "Bearer " + token);
        try (InputStream body = answer.body()) {
            return codec.decode(transaction, body, answer.headers().firstValue("Content-Type"));
        }
    }

    /** Sends {@code body}; the body of the answer, which must be a good one. */
    String exchange(byte[] body) throws Exception {
        HttpResponse<InputStream> answer = post(body, "Bearer " + token);
        try (InputStream in = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    byte[] encode(Transaction transaction) throws Exception {
        return codec.encode(transaction);
    }

    @Override
    public void close() {
        // close() would wait for an answer that a fault keeps from ever coming to its end.
        client.shutdownNow();
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE);
    }
}
