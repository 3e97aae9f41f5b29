/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import com.google.gson.JsonObject;

/**
 * The WSKey's side of signing in: tokens for client credentials, and the older signature. As at OCLC, five failures
 * within five minutes disable the key. Safe for use by several threads.
 */
public final class SignIn {

    private static final int FAILURES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MAX_TOKENS = 10_000;

    private final String key;
    private final Supplier<Optional<char[]>> secret;
    private final Set<String> scopes;
    private final Duration lifetime;
    private final Clock clock;
    private final HmacSignature signature;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Instant> tokens = new HashMap<>();
    private final Deque<Instant> failures = new ArrayDeque<>();
    private boolean disabled;

    /**
     * @param secret   a fresh array at each call, overwritten after use; empty when nobody has said it yet, and then
     *                 every sign-in fails
     * @param scopes   what may be asked for
     * @param lifetime of a token
     */
    public SignIn(String key, Supplier<Optional<char[]>> secret, Set<String> scopes, Duration lifetime, Clock clock) {
        this.key = key;
        this.secret = secret;
        this.scopes = scopes;
        this.lifetime = lifetime;
        this.clock = clock;
        this.signature = new HmacSignature(key, clock);
    }

    /** Answers a request for a token. */
    HttpAnswer token(HttpRequest request) {
        if (!request.method().equals("POST")) {
            return error(405, "invalid_request", "POST is needed.");
        }
        if (!hasCredentials(request.header("authorization").orElse(""))) {
            return error(401, "invalid_client", "The WSKey or its secret is wrong, or the key is disabled.");
        }
        Map<String, String> form = Form.parse(new String(request.body(), StandardCharsets.UTF_8));
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return error(400, "unsupported_grant_type", "grant_type must be client_credentials.");
        }
        String asked = form.getOrDefault("scope", "").strip();
        if (asked.isEmpty() || !Arrays.stream(asked.split(" +"))
                .allMatch(s -> scopes.contains(s) || s.startsWith("context:"))) {
            return error(400, "invalid_scope", "The WSKey has no such scope.");
        }
        return issue(asked);
    }

    /** Whether a request to a service carries a token in force or a right signature. */
    boolean admits(HttpRequest request) {
        String authorization = request.header("authorization").orElse("");
        if (authorization.startsWith("Bearer ")) {
            return isInForce(authorization.substring("Bearer ".length()).strip());
        }
        if (!HmacSignature.isMeant(authorization)) {
            return false;
        }
        return attempt(() -> withSecret(bytes -> signature.isRight(request, authorization, bytes)));
    }

    /** The key works again. Tokens stay in force: an outage of the services does not end them. */
    public void enableKey() {
        lock.lock();
        try {
            failures.clear();
            disabled = false;
        } finally {
            lock.unlock();
        }
    }

    /** No token is in force any more. */
    public void expireTokens() {
        lock.lock();
        try {
            tokens.clear();
        } finally {
            lock.unlock();
        }
    }

    public boolean isKeyDisabled() {
        lock.lock();
        try {
            return disabled;
        } finally {
            lock.unlock();
        }
    }

    private HttpAnswer issue(String asked) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String token = "tk_" + HexFormat.of().formatHex(bytes);
        Instant expires = clock.instant().plus(lifetime);
        lock.lock();
        try {
            Instant now = clock.instant();
            tokens.values().removeIf(end -> !end.isAfter(now));
            if (tokens.size() >= MAX_TOKENS) {
                return error(503, "temporarily_unavailable", "Too many tokens are in force.");
            }
            tokens.put(token, expires);
        } finally {
            lock.unlock();
        }
        JsonObject json = new JsonObject();
        json.addProperty("access_token", token);
        // A string, as OCLC's token server writes it.
        json.addProperty("expires_in", String.valueOf(lifetime.toSeconds()));
        json.addProperty("expires_at", expires.toString());
        json.addProperty("token_type", "bearer");
        json.addProperty("scopes", asked);
        return HttpAnswer.of(200, HttpAnswer.JSON, json.toString());
    }

    private boolean isInForce(String token) {
        lock.lock();
        try {
            Instant end = tokens.get(token);
            return end != null && end.isAfter(clock.instant());
        } finally {
            lock.unlock();
        }
    }

    private boolean hasCredentials(String authorization) {
        return attempt(() -> withSecret(bytes -> isBasic(authorization, bytes)));
    }

    private boolean isBasic(String authorization, byte[] expectedSecret) {
        if (!authorization.startsWith("Basic ")) {
            return false;
        }
        byte[] given;
        try {
            given = Base64.getDecoder().decode(authorization.substring("Basic ".length()).strip());
        } catch (IllegalArgumentException e) {
            return false;
        }
        byte[] prefix = (key + ":").getBytes(StandardCharsets.UTF_8);
        byte[] expected = Arrays.copyOf(prefix, prefix.length + expectedSecret.length);
        System.arraycopy(expectedSecret, 0, expected, prefix.length, expectedSecret.length);
        boolean right = MessageDigest.isEqual(expected, given);
        Arrays.fill(expected, (byte) 0);
        Arrays.fill(given, (byte) 0);
        return right;
    }

    /** One sign-in: counts when it fails. */
    private boolean attempt(Supplier<Boolean> check) {
        lock.lock();
        try {
            if (disabled) {
                return false;
            }
            if (check.get()) {
                return true;
            }
            Instant now = clock.instant();
            failures.addLast(now);
            failures.removeIf(then -> then.isBefore(now.minus(WINDOW)));
            disabled = failures.size() >= FAILURES;
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** A check that needs the secret. */
    private interface SecretCheck {
        boolean isRight(byte[] secretBytes);
    }

    private boolean withSecret(SecretCheck check) {
        Optional<char[]> chars = secret.get();
        if (chars.isEmpty()) {
            return false;
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars.get()));
        byte[] exact = new byte[encoded.remaining()];
        encoded.get(exact);
        try {
            return check.isRight(exact);
        } finally {
            Arrays.fill(chars.get(), '\0');
            Arrays.fill(encoded.array(), (byte) 0);
            Arrays.fill(exact, (byte) 0);
        }
    }

    private static HttpAnswer error(int status, String code, String description) {
        JsonObject json = new JsonObject();
        json.addProperty("error", code);
        json.addProperty("error_description", description);
        HttpAnswer answer = HttpAnswer.of(status, HttpAnswer.JSON, json.toString());
        return status == 401 ? answer.with("WWW-Authenticate", "Basic realm=\"practice\"") : answer;
    }
}
