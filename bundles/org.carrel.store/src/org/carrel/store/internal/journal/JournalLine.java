/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;

/**
 * One line of a journal: the CRC-32C of the JSON behind it, eight hex digits and a blank, the JSON, a line feed.
 *
 * @param part  the place of this entry among those that were given together, from 1
 * @param parts how many were given together: all of them count, or none
 * @param entry what happened
 */
record JournalLine(int part, int parts, JournalEntry entry) {

    /** What this program can read. */
    private static final Set<String> VERSIONS = Set.of("1", "2");
    private static final Set<String> LISTS = Set.of("locations", "itemTypes", "range");
    private static final int CHECKSUM_LENGTH = 9;

    /** A line that cannot be read; the message holds no data. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** A line of a newer program; its file must be left alone. */
    static final class Newer extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** An older program leaves a file alone that has lines of a version that it does not know. */
    private static int version(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.Scan scan -> 1;
            case JournalEntry.Read read -> 2;
        };
    }

    byte[] encode() {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            json.name("v").value(version(entry));
            json.name("part").value(part);
            json.name("parts").value(parts);
            for (Map.Entry<String, List<String>> field : EntryFields.of(entry).entrySet()) {
                write(json.name(field.getKey()), field.getValue(), LISTS.contains(field.getKey()));
            }
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer does no input or output", e);
        }
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[CHECKSUM_LENGTH + body.length + 1];
        System.arraycopy((checksum(body, 0) + " ").getBytes(StandardCharsets.US_ASCII), 0, line, 0, CHECKSUM_LENGTH);
        System.arraycopy(body, 0, line, CHECKSUM_LENGTH, body.length);
        line[line.length - 1] = '\n';
        return line;
    }

    /** Reads a line without its line feed. */
    static JournalLine decode(byte[] line) throws Unreadable, Newer {
        if (line.length <= CHECKSUM_LENGTH || !checksum(line, CHECKSUM_LENGTH)
                .equals(new String(line, 0, CHECKSUM_LENGTH - 1, StandardCharsets.US_ASCII))) {
            throw new Unreadable("the checksum does not match");
        }
        Map<String, List<String>> fields = fields(
                new String(line, CHECKSUM_LENGTH, line.length - CHECKSUM_LENGTH, StandardCharsets.UTF_8));
        if (!VERSIONS.contains(String.join("", fields.getOrDefault("v", List.of())))) {
            throw new Newer();
        }
        try {
            return new JournalLine(number(fields, "part"), number(fields, "parts"),
                    EntryFields.entry(fields));
        } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
            throw new Unreadable("a field is missing or makes no sense");
        }
    }

    private static int number(Map<String, List<String>> fields, String name) {
        return Integer.parseInt(fields.get(name).getFirst());
    }

    private static Map<String, List<String>> fields(String body) throws Unreadable {
        Map<String, List<String>> fields = new HashMap<>();
        try (JsonReader json = new JsonReader(new StringReader(body))) {
            json.beginObject();
            while (json.hasNext()) {
                fields.put(json.nextName(), texts(json));
            }
            json.endObject();
            return fields;
        } catch (MalformedJsonException | IllegalStateException e) {
            throw new Unreadable("it is no JSON object");
        } catch (IOException e) {
            throw new Unreadable("it ends too early");
        }
    }

    private static List<String> texts(JsonReader json) throws IOException {
        if (json.peek() != JsonToken.BEGIN_ARRAY) {
            return List.of(json.nextString());
        }
        List<String> texts = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            texts.add(json.nextString());
        }
        json.endArray();
        return texts;
    }

    private static void write(JsonWriter json, List<String> texts, boolean asList) throws IOException {
        if (!asList) {
            json.value(texts.getFirst());
            return;
        }
        json.beginArray();
        for (String text : texts) {
            json.value(text);
        }
        json.endArray();
    }

    private static String checksum(byte[] bytes, int from) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, bytes.length - from);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
