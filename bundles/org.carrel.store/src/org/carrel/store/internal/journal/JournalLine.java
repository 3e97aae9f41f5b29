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
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32C;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;

/**
 * One line of a journal: the CRC-32C of the JSON behind it, eight hex digits and a blank, the JSON, a line feed.
 *
 * @param part        the place of this transaction among those that were given together, from 1
 * @param parts       how many were given together: all of them count, or none
 * @param transaction what happened
 */
record JournalLine(int part, int parts, Transaction transaction) {

    /** Goes up when an older program could misread a line. */
    private static final int VERSION = 1;
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

    byte[] encode() {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            json.name("v").value(VERSION);
            json.name("part").value(part);
            json.name("parts").value(parts);
            json.name("id").value(transaction.id().toString());
            switch (transaction) {
                case CheckOut checkOut -> {
                    json.name("kind").value("CHECK_OUT");
                    json.name("patron").value(checkOut.patron().value());
                    json.name("dueAt").value(checkOut.dueAt().toString());
                }
                case CheckIn checkIn -> json.name("kind").value("CHECK_IN");
            }
            json.name("item").value(transaction.item().value());
            json.name("occurredAt").value(transaction.occurredAt().toString());
            json.name("workstation").value(transaction.origin().workstation());
            json.name("operator").value(transaction.origin().operator());
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
        Map<String, String> fields = fields(
                new String(line, CHECKSUM_LENGTH, line.length - CHECKSUM_LENGTH, StandardCharsets.UTF_8));
        if (!fields.getOrDefault("v", "").equals(String.valueOf(VERSION))) {
            throw new Newer();
        }
        try {
            return new JournalLine(Integer.parseInt(fields.get("part")), Integer.parseInt(fields.get("parts")),
                    transaction(fields));
        } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
            throw new Unreadable("a field is missing or makes no sense");
        }
    }

    private static Transaction transaction(Map<String, String> fields) {
        TransactionId id = TransactionId.parse(fields.get("id"));
        ItemBarcode item = new ItemBarcode(fields.get("item"));
        Instant occurredAt = Instant.parse(fields.get("occurredAt"));
        Origin origin = new Origin(fields.get("workstation"), fields.get("operator"));
        return switch (fields.get("kind")) {
            case "CHECK_OUT" -> new CheckOut(id, new PatronBarcode(fields.get("patron")), item,
                    Instant.parse(fields.get("dueAt")), occurredAt, origin);
            case "CHECK_IN" -> new CheckIn(id, item, occurredAt, origin);
            default -> throw new IllegalArgumentException("unknown kind");
        };
    }

    private static Map<String, String> fields(String body) throws Unreadable {
        Map<String, String> fields = new HashMap<>();
        try (JsonReader json = new JsonReader(new StringReader(body))) {
            json.beginObject();
            while (json.hasNext()) {
                fields.put(json.nextName(), json.nextString());
            }
            json.endObject();
            return fields;
        } catch (MalformedJsonException | IllegalStateException e) {
            throw new Unreadable("it is no JSON object");
        } catch (IOException e) {
            throw new Unreadable("it ends too early");
        }
    }

    private static String checksum(byte[] bytes, int from) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, bytes.length - from);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
