/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.carrel.model.Texts;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Reads the little JSON that pads' services send; anything else is an {@link IOException} with a sentence. */
final class Json {

    private Json() {}

    static JsonElement parse(String text, Texts texts) throws IOException {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException | StackOverflowError e) {
            throw new IOException(texts.get("answer.strange"), e);
        }
    }

    /** The objects of the array of that name. */
    static List<JsonObject> objects(JsonElement json, String name, Texts texts) throws IOException {
        if (!json.isJsonObject() || !json.getAsJsonObject().has(name)
                || !json.getAsJsonObject().get(name).isJsonArray()) {
            throw new IOException(texts.get("answer.strange"));
        }
        List<JsonObject> objects = new ArrayList<>();
        for (JsonElement element : json.getAsJsonObject().getAsJsonArray(name)) {
            if (!element.isJsonObject()) {
                throw new IOException(texts.get("answer.strange"));
            }
            objects.add(element.getAsJsonObject());
        }
        return objects;
    }

    /** The text of a member; empty when there is none. */
    static String text(JsonObject object, String name) {
        JsonElement member = object.get(name);
        return member != null && member.isJsonPrimitive() ? member.getAsString().strip() : "";
    }
}
