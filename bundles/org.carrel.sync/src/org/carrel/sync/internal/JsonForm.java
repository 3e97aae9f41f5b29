/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.carrel.model.Texts;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/**
 * Rows as JSON: an array with one object a line. So a file is good JSON as a whole, can be looked through line by line,
 * and a damaged line harms no other. Files with an object a line and no array around them are read as well.
 */
final class JsonForm {

    private static final Texts TEXTS = Texts.of(JsonForm.class);
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final TypeAdapter<JsonElement> ANY = GSON.getAdapter(JsonElement.class);
    private static final Set<String> NUMBERS = Set.of("sequence", "attempts");
    private static final Set<String> BOOLEANS = Set.of("outcomeUnknown", "alreadyApplied");

    private JsonForm() {}

    /** One object on one line; fields without text are left out. */
    static String line(Map<String, String> fields) {
        JsonObject object = new JsonObject();
        fields.forEach((name, text) -> {
            if (NUMBERS.contains(name)) {
                object.addProperty(name, Long.valueOf(text));
            } else if (BOOLEANS.contains(name)) {
                object.addProperty(name, Boolean.valueOf(text));
            } else if (!text.isEmpty()) {
                object.addProperty(name, text);
            }
        });
        return GSON.toJson(object);
    }

    /** Whether the line holds no row: it is blank, or only opens or closes the array. */
    static boolean isFrame(String line) {
        String bare = line.strip();
        return bare.isEmpty() || bare.equals("[") || bare.equals("]") || bare.equals("[]");
    }

    /** The fields of one line, by plain name; the array's comma after it, or bracket before it, does not count. */
    static Map<String, String> fields(String line) throws UnreadableLineException {
        String bare = line.strip();
        if (bare.startsWith("[")) {
            bare = bare.substring(1);
        }
        if (bare.endsWith("]")) {
            bare = bare.substring(0, bare.length() - 1).strip();
        }
        if (bare.endsWith(",")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonElement> field : object(bare).entrySet()) {
            if (field.getValue().isJsonPrimitive()) {
                fields.put(RowFields.plain(field.getKey()), field.getValue().getAsString());
            }
        }
        return fields;
    }

    private static JsonObject object(String text) throws UnreadableLineException {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = ANY.read(reader);
            if (element.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT) {
                return element.getAsJsonObject();
            }
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw new UnreadableLineException(TEXTS.get("file.badJson"));
        }
        throw new UnreadableLineException(TEXTS.get("file.badJson"));
    }
}
