/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of HTTP/1.1; the length is added when it is sent. */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    static final String XML = "application/xml; charset=utf-8";
    static final String JSON = "application/json;charset=utf-8";
    static final String HTML = "text/html; charset=utf-8";
    static final String TEXT = "text/plain; charset=utf-8";

    static HttpAnswer of(int status, String contentType, byte[] body) {
        return new HttpAnswer(status, Map.of("Content-Type", contentType), body);
    }

    static HttpAnswer of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpAnswer(status, more, body);
    }

    HttpAnswer withBody(byte[] other) {
        return new HttpAnswer(status, headers, other);
    }
}
