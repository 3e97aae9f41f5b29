/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code application/x-www-form-urlencoded}. */
final class Form {

    private Form() {}

    /** Names and values; of a repeated name the last. Parts that are badly escaped are left out. */
    static Map<String, String> parse(String text) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String part : text.split("&")) {
            String[] pair = part.split("=", 2);
            try {
                String name = URLDecoder.decode(pair[0], StandardCharsets.UTF_8);
                if (!name.isEmpty()) {
                    form.put(name, pair.length == 2 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "");
                }
            } catch (IllegalArgumentException e) {
                // Whatever needed it will say that it is missing.
                continue;
            }
        }
        return form;
    }
}
