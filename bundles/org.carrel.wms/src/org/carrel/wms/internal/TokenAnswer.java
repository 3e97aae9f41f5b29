/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * What the OAuth token end point says in its body (RFC 6749, sections 5.1 and 5.2). OCLC's gives {@code expires_in} as
 * a string.
 *
 * @param token empty when there is none that could go into a header
 * @param life  for how long it is good, when the server said so
 * @param error the error code, when there is one; short and harmless
 */
record TokenAnswer(Optional<String> token, Optional<Duration> life, Optional<String> error) {

    private static final int LONGEST = 64 * 1024;
    private static final long LONGEST_LIFE = Duration.ofDays(1).toSeconds();

    static TokenAnswer read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST);
        try {
            JsonElement element = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8));
            if (element.isJsonObject()) {
                JsonObject object = element.getAsJsonObject();
                return new TokenAnswer(text(object, "access_token").filter(TokenAnswer::isToken),
                        text(object, "expires_in").flatMap(TokenAnswer::seconds),
                        text(object, "error").filter(code -> code.matches("[\\w .:-]{1,60}")));
            }
        } catch (JsonParseException e) {
            // No JSON: a page of a proxy, or half an answer. It says nothing.
        }
        return new TokenAnswer(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<String> text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
    }

    /** RFC 6750, section 2.1: what may follow {@code Bearer}. */
    private static boolean isToken(String text) {
        return text.length() <= 8 * 1024 && text.matches("[A-Za-z0-9._~+/-]+=*");
    }

    private static Optional<Duration> seconds(String text) {
        String whole = text.strip().replaceFirst("\\.\\d*$", "");
        if (!whole.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(whole), LONGEST_LIFE)));
    }
}
