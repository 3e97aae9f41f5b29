/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.items;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;

/**
 * One item as bytes: numbers and dates, then the lengths of its texts, then the texts, its shelf key and barcode
 * first.
 */
final class RecordBytes {

    /** More than any shelf key is worth; what is behind does not change the order of anything real. */
    static final int LONGEST_KEY = 4_096;

    /** As long as two bytes can say. */
    static final int LONGEST_TEXT = 0xFFFF;

    private static final int GROUP = 0;
    private static final int LINE = 4;
    private static final int DUE = 12;
    private static final int ISSUED = 16;
    private static final int LAST_ISSUED = 20;
    private static final int LAST_INVENTORIED = 24;
    private static final int DELETED = 28;
    private static final int LENGTHS = 32;
    private static final int TEXTS = 8;
    private static final int VARIABLE = LENGTHS + TEXTS * Short.BYTES;
    private static final int NO_DAY = Integer.MIN_VALUE;

    /** The most bytes that a record can take. */
    static final int MOST = VARIABLE + TEXTS * LONGEST_TEXT;

    private RecordBytes() {}

    /** The texts of {@code item} as bytes, the key first; empty when one of them is longer than any text is. */
    static Optional<byte[][]> texts(ItemRecord item, byte[] key) {
        byte[][] texts = { key.length > LONGEST_KEY ? Arrays.copyOf(key, LONGEST_KEY) : key,
                bytes(item.barcode().value()), bytes(item.callNumber()), bytes(item.title()), bytes(item.author()),
                bytes(item.enumeration()), bytes(item.callNumberScheme()), bytes(item.oclcNumber()) };
        for (byte[] text : texts) {
            if (text.length > LONGEST_TEXT) {
                return Optional.empty();
            }
        }
        return Optional.of(texts);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes {@link #put} needs. */
    static int length(byte[][] texts) {
        int length = VARIABLE;
        for (byte[] text : texts) {
            length += text.length;
        }
        return length;
    }

    static void put(ByteBuffer to, long line, int group, ItemRecord item, byte[][] texts) {
        to.putInt(group).putLong(line).putInt(day(item.due())).putInt(item.issued()).putInt(day(item.lastIssued()))
                .putInt(day(item.lastInventoried())).putInt(day(item.deleted()));
        for (byte[] text : texts) {
            to.putShort((short) text.length);
        }
        for (byte[] text : texts) {
            to.put(text);
        }
    }

    private static int day(Optional<LocalDate> date) {
        return date.isEmpty() ? NO_DAY : Math.toIntExact(date.get().toEpochDay());
    }

    static ItemRecord get(Mapped from, long at, List<ItemGroup> groups) {
        String[] texts = new String[TEXTS];
        long text = at + VARIABLE;
        for (int i = 0; i < TEXTS; i++) {
            int length = from.getShort(at + LENGTHS + (long) i * Short.BYTES);
            // The key is no text.
            texts[i] = i == 0 || length == 0 ? "" : new String(from.getBytes(text, length), StandardCharsets.UTF_8);
            text += length;
        }
        return new ItemRecord(new ItemBarcode(texts[1]), texts[3], texts[4], texts[2], texts[6], texts[5], texts[7],
                groups.get(group(from, at)), date(from, at + DUE), from.getInt(at + ISSUED),
                date(from, at + LAST_ISSUED), date(from, at + LAST_INVENTORIED), date(from, at + DELETED));
    }

    private static Optional<LocalDate> date(Mapped from, long at) {
        int day = from.getInt(at);
        return day == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    static int group(Mapped from, long at) {
        return from.getInt(at + GROUP);
    }

    static long line(Mapped from, long at) {
        return from.getLong(at + LINE);
    }

    /** Where the shelf key is. */
    static long keyAt(long at) {
        return at + VARIABLE;
    }

    static int keyLength(Mapped from, long at) {
        return from.getShort(at + LENGTHS);
    }

    /** Where the barcode is. */
    static long barcodeAt(Mapped from, long at) {
        return keyAt(at) + keyLength(from, at);
    }

    static int barcodeLength(Mapped from, long at) {
        return from.getShort(at + LENGTHS + Short.BYTES);
    }
}
