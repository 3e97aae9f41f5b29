/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.util.Map;
import java.util.Optional;

/**
 * A request of HTTP/1.1.
 *
 * @param query   without the question mark; empty when there is none
 * @param headers names in lower case
 */
public record HttpRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
