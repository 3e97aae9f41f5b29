/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the WSKey signature, HMAC version 1: what is signed are lines of key, time stamp, nonce, an empty body hash,
 * the method, three constants, and the sorted query parameters. Source: OCLC's public description of WSKey HMAC
 * signatures. Not safe for use by several threads: the caller takes turns.
 */
final class HmacSignature {

    private static final String SCHEME = "http://www.worldcat.org/wskey/v2/hmac/v1";
    private static final String CONSTANTS = "www.oclc.org\n443\n/wskey\n";
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final String key;
    private final Clock clock;
    private final Map<String, Instant> nonces = new HashMap<>();

    HmacSignature(String key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    static boolean isMeant(String authorization) {
        return authorization.startsWith(SCHEME);
    }

    /** Whether it was signed with {@code secret}, lately, and for the first time. */
    boolean isRight(HttpRequest request, String authorization, byte[] secret) {
        Map<String, String> given = parameters(authorization);
        String timestamp = given.getOrDefault("timestamp", "");
        String nonce = given.getOrDefault("nonce", "");
        if (!key.equals(given.get("clientId")) || secret.length == 0 || nonce.isEmpty() || !isRecent(timestamp)) {
            return false;
        }
        String signed = key + "\n" + timestamp + "\n" + nonce + "\n\n" + request.method() + "\n" + CONSTANTS
                + query(request.query());
        boolean right = MessageDigest.isEqual(sign(signed, secret).getBytes(StandardCharsets.US_ASCII),
                given.getOrDefault("signature", "").getBytes(StandardCharsets.UTF_8));
        return right && isFresh(nonce);
    }

    private boolean isRecent(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant()).abs();
        return age.compareTo(SKEW) <= 0;
    }

    private boolean isFresh(String nonce) {
        Instant now = clock.instant();
        nonces.values().removeIf(seen -> seen.isBefore(now.minus(SKEW.multipliedBy(2))));
        return nonces.putIfAbsent(nonce, now) == null;
    }

    private static String query(String query) {
        return Form.parse(query).entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue()) + "\n")
                .sorted().collect(Collectors.joining());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E",
                "~");
    }

    private static Map<String, String> parameters(String authorization) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(authorization.substring(SCHEME.length()));
        while (matcher.find()) {
            parameters.put(matcher.group(1), matcher.group(2));
        }
        return parameters;
    }

    private static String sign(String text, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
