/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.example.transport;

import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import org.carrel.model.BranchProfile.LibrarySystem;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.Transaction;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.Reachability;
import org.carrel.model.port.Secrets;

/**
 * Posts each transaction as a web form, and understands the status of the answer alone. The system over there is told
 * the id of the transaction, so that it can tell a form that comes again from a second loan.
 */
final class FormsTransport implements IlsTransport, AutoCloseable {

    private final LibrarySystem system;
    private final Secrets secrets;
    private final Clock clock;
    private final HttpClient client;

    FormsTransport(LibrarySystem system, Secrets secrets, Clock clock) {
        this.system = system;
        this.secrets = secrets;
        this.clock = clock;
        this.client = HttpClient.newBuilder().connectTimeout(system.connectTimeout()).build();
    }

    @Override
    public Outcome send(Transaction transaction) {
        Optional<char[]> secret = secrets.wsKeySecret();
        if (secret.isEmpty()) {
            return new Outcome.SignInRefused("there is no secret to sign in with");
        }
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(system.ncip()).timeout(system.answerTimeout())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Authorization", "Bearer " + new String(secret.get()))
                    .POST(HttpRequest.BodyPublishers.ofString(form(transaction))).build();
        } finally {
            Arrays.fill(secret.get(), '\0');
        }
        try {
            // Not send(): interrupting that would cut off a request that is out.
            return outcome(client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).join());
        } catch (CompletionException e) {
            boolean maybeDone = !(e.getCause() instanceof ConnectException
                    || e.getCause() instanceof HttpConnectTimeoutException);
            return new Outcome.NoAnswer(e.getCause().getClass().getSimpleName(), maybeDone, Optional.empty());
        }
    }

    private static String form(Transaction transaction) {
        String common = "&id=" + encoded(transaction.id().toString()) + "&item="
                + encoded(transaction.item().value()) + "&at=" + encoded(transaction.occurredAt().toString());
        return switch (transaction) {
            case CheckOut out -> "kind=checkout&patron=" + encoded(out.patron().value()) + "&due="
                    + encoded(out.dueAt().toString()) + common;
            case CheckIn in -> "kind=checkin" + common;
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Outcome outcome(HttpResponse<Void> answer) {
        return switch (answer.statusCode()) {
            case 200, 204 -> new Outcome.Accepted(Optional.empty(), List.of());
            case 401, 403 -> new Outcome.SignInRefused("status " + answer.statusCode());
            case 404 -> refused(Problem.Kind.UNKNOWN_ITEM, answer);
            case 409 -> refused(Problem.Kind.NOT_ALLOWED_BY_POLICY, answer);
            case 429, 503 -> new Outcome.NoAnswer("status " + answer.statusCode(), false,
                    Optional.of(Duration.ofMinutes(1)));
            default -> answer.statusCode() < 500 ? refused(Problem.Kind.OTHER, answer)
                    : new Outcome.NoAnswer("status " + answer.statusCode(), true, Optional.empty());
        };
    }

    private static Outcome refused(Problem.Kind kind, HttpResponse<Void> answer) {
        return new Outcome.Refused(new Problem(kind, "status " + answer.statusCode(), ""));
    }

    @Override
    public Reachability probe() {
        URI address = system.ncip();
        HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(3))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
        try {
            client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).join();
            return new Reachability(true, "", clock.instant());
        } catch (CompletionException e) {
            return new Reachability(false, e.getCause().getClass().getSimpleName(), clock.instant());
        }
    }

    /** There is nothing to forget: each form is signed in by itself. */
    @Override
    public void forgetSignIn() {
        // See above.
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
