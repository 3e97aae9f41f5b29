/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** How often each item was said to be found in an inventory. Safe for use by several threads. */
public final class Inventories {

    private static final Texts TEXTS = Texts.of(Inventories.class);
    private static final Pattern PATH = Pattern.compile("/circ/items/([^/]+)/routings/inventories");

    private final Circulation circulation;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<ItemBarcode, Integer> counts = new HashMap<>();

    public Inventories(Circulation circulation) {
        this.circulation = circulation;
    }

    /** The barcode in such a path; empty for any other path. */
    static Optional<String> barcode(String path) {
        Matcher matcher = PATH.matcher(path);
        try {
            return matcher.matches() ? Optional.of(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Counts, when the request says where, and the item is known. */
    HttpAnswer count(String barcode, HttpRequest request) {
        if (!saysWhere(request)) {
            return answer(400, TEXTS.get("inventory.location"));
        }
        Optional<Circulation.Seen> seen = circulation.look(barcode);
        if (seen.isEmpty()) {
            return answer(404, TEXTS.get("item.unknown"));
        }
        lock.lock();
        try {
            counts.merge(seen.get().item().barcode(), 1, Integer::sum);
        } finally {
            lock.unlock();
        }
        return answer(200, TEXTS.get("inventory.counted"));
    }

    public Map<ItemBarcode, Integer> counts() {
        lock.lock();
        try {
            return Map.copyOf(counts);
        } finally {
            lock.unlock();
        }
    }

    private static boolean saysWhere(HttpRequest request) {
        try {
            return JsonParser.parseString(new String(request.body(), StandardCharsets.UTF_8)) instanceof JsonObject json
                    && json.has("location");
        } catch (JsonParseException e) {
            return false;
        }
    }

    private static HttpAnswer answer(int status, String sentence) {
        JsonObject json = new JsonObject();
        json.addProperty("message", sentence);
        return HttpAnswer.of(status, HttpAnswer.JSON, json.toString());
    }
}
