/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile.marc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.carrel.wms.internal.itemfile.marc.MarcRecord.Field;
import org.carrel.wms.internal.itemfile.marc.MarcRecord.Subfield;

/**
 * Reads the bytes of one ISO 2709 record: a leader of 24 bytes, a directory with twelve bytes for each field (tag,
 * length, start), the fields, each ended by 0x1E. One thread.
 */
final class RecordBytes {

    private static final int LEADER = 24;
    private static final int ENTRY = 12;
    private static final int MOST_FIELDS = 20_000;
    private static final byte FIELD_END = 0x1E;
    private static final byte SUBFIELD = 0x1F;

    private final Letters letters;

    RecordBytes(Letters letters) {
        this.letters = letters;
    }

    /** Where a field is. */
    private record Entry(String tag, int start, int length) {}

    /** A place in the bytes. */
    private record Piece(int start, int end) {}

    /** The record in {@code bytes} from {@code start} to {@code end}, without its last byte; empty when it is none. */
    Optional<MarcRecord> parse(byte[] bytes, int start, int end) {
        int base = end - start <= LEADER ? -1 : number(bytes, start + 12, 5);
        if (base <= LEADER || base > end - start || (base - 1 - LEADER) % ENTRY != 0
                || bytes[start + base - 1] != FIELD_END) {
            return Optional.empty();
        }
        List<Entry> directory = directory(bytes, start + LEADER, start + base - 1);
        List<Piece> pieces = pieces(bytes, start + base, end, directory);
        if (directory.isEmpty() || pieces.isEmpty()) {
            return Optional.empty();
        }
        letters.begin(bytes, start, end);
        List<Field> fields = new ArrayList<>();
        boolean lost = false;
        for (int i = 0; i < directory.size(); i++) {
            Field field = field(directory.get(i).tag(), bytes, pieces.get(i).start(), pieces.get(i).end());
            fields.add(field);
            lost |= isLost(field);
        }
        StringBuilder leader = new StringBuilder();
        for (int at = start; at < start + LEADER; at++) {
            leader.append(bytes[at] >= ' ' ? (char) bytes[at] : ' ');
        }
        return Optional.of(new MarcRecord(leader.toString(), fields, lost));
    }

    private static boolean isLost(Field field) {
        return field.value().indexOf('\uFFFD') >= 0
                || field.subfields().stream().anyMatch(one -> one.value().indexOf('\uFFFD') >= 0);
    }

    /** Empty when it cannot be read. */
    private static List<Entry> directory(byte[] bytes, int from, int to) {
        List<Entry> entries = new ArrayList<>();
        for (int at = from; at < to; at += ENTRY) {
            int length = number(bytes, at + 3, 4);
            int offset = number(bytes, at + 7, 5);
            boolean tag = isTag(bytes[at]) && isTag(bytes[at + 1]) && isTag(bytes[at + 2]);
            if (!tag || length < 0 || offset < 0 || entries.size() == MOST_FIELDS) {
                return List.of();
            }
            String name = "" + (char) bytes[at] + (char) bytes[at + 1] + (char) bytes[at + 2];
            entries.add(new Entry(name, offset, length));
        }
        return entries;
    }

    private static boolean isTag(byte b) {
        return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }

    /**
     * The bytes of each field, without its end. As the directory says it, when that can be true; otherwise as the ends
     * of fields say it, when there are as many as the directory has. Empty when neither fits.
     */
    private static List<Piece> pieces(byte[] bytes, int from, int to, List<Entry> directory) {
        List<Piece> said = new ArrayList<>();
        for (Entry entry : directory) {
            long last = (long) from + entry.start() + entry.length() - 1;
            if (entry.length() < 1 || last >= to || bytes[(int) last] != FIELD_END
                    || hasEnd(bytes, from + entry.start(), (int) last)) {
                return counted(bytes, from, to, directory);
            }
            said.add(new Piece(from + entry.start(), (int) last));
        }
        return said;
    }

    private static boolean hasEnd(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == FIELD_END) {
                return true;
            }
        }
        return false;
    }

    private static List<Piece> counted(byte[] bytes, int from, int to, List<Entry> directory) {
        List<Piece> found = new ArrayList<>();
        int begin = from;
        for (int at = from; at < to && found.size() <= directory.size(); at++) {
            if (bytes[at] == FIELD_END) {
                found.add(new Piece(begin, at));
                begin = at + 1;
            }
        }
        if (found.size() != directory.size() || begin != to) {
            return List.of();
        }
        List<Entry> inOrder = directory.stream().sorted(Comparator.comparingInt(Entry::start)).toList();
        // Each field once, and not all in one place.
        if (inOrder.stream().map(Entry::start).distinct().count() != inOrder.size()) {
            return List.of();
        }
        return directory.equals(inOrder) ? found : List.of();
    }

    private Field field(String tag, byte[] bytes, int start, int end) {
        if (tag.startsWith("00")) {
            return new Field(tag, ' ', clean(letters.text(bytes, start, end)), List.of());
        }
        List<Subfield> subfields = new ArrayList<>();
        int at = start;
        while (at < end && bytes[at] != SUBFIELD) {
            at++;
        }
        char first = start < end && bytes[start] > ' ' && bytes[start] != SUBFIELD ? (char) bytes[start] : ' ';
        while (at < end) {
            int next = at + 1;
            while (next < end && bytes[next] != SUBFIELD) {
                next++;
            }
            if (next - at > 1 && bytes[at + 1] > ' ') {
                subfields.add(new Subfield((char) bytes[at + 1], clean(letters.text(bytes, at + 2, next))));
            }
            at = next;
        }
        return new Field(tag, first, "", subfields);
    }

    /** Some systems wrap long fields. */
    private static String clean(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\t') < 0 ? text
                : text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    }

    /** -1 when it is none. */
    private static int number(byte[] bytes, int at, int digits) {
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }
}
