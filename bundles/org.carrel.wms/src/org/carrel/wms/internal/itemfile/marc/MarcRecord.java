/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile.marc;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One MARC 21 record. Immutable.
 *
 * @param leader      24 characters, or fewer when the record is that short of them
 * @param fields      in the order of the record
 * @param lettersLost whether there were bytes that are no letters in its encoding, and were replaced
 */
public record MarcRecord(String leader, List<Field> fields, boolean lettersLost) {

    public MarcRecord {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param tag       three characters
     * @param first     the first indicator; a blank when the field has none
     * @param value     of a control field; empty for others
     * @param subfields of a data field; empty for others
     */
    public record Field(String tag, char first, String value, List<Subfield> subfields) {
        public Field {
            subfields = List.copyOf(subfields);
        }

        /** The first subfield with that code that says something; empty when there is none. */
        public String first(char code) {
            for (Subfield subfield : subfields) {
                if (subfield.code() == code && !subfield.value().isBlank()) {
                    return subfield.value().strip();
                }
            }
            return "";
        }

        /** All subfields with one of {@code codes}, in the order of the field, with blanks between them. */
        public String all(String codes) {
            StringBuilder text = new StringBuilder();
            for (Subfield subfield : subfields) {
                if (codes.indexOf(subfield.code()) >= 0 && !subfield.value().isBlank()) {
                    text.append(text.isEmpty() ? "" : " ").append(subfield.value().strip());
                }
            }
            return text.toString();
        }
    }

    /** A part of a field. */
    public record Subfield(char code, String value) {}

    /** The character at {@code place} of the leader; a blank when it is not there. */
    public char leaderAt(int place) {
        return place < leader.length() ? leader.charAt(place) : ' ';
    }

    /** The fields with that tag. */
    public List<Field> fields(String tag) {
        return fields(field -> field.tag().equals(tag));
    }

    public List<Field> fields(Predicate<Field> which) {
        return fields.stream().filter(which).toList();
    }

    /** The first field with one of {@code tags}, in their order. */
    public Optional<Field> first(String... tags) {
        for (String tag : tags) {
            for (Field field : fields) {
                if (field.tag().equals(tag)) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }

    /** At most {@code longest} characters of it, for people. */
    public String text(int longest) {
        StringBuilder text = new StringBuilder(leader);
        for (Field field : fields) {
            if (text.length() > longest) {
                break;
            }
            text.append(" | ").append(field.tag()).append(' ').append(field.value());
            field.subfields().forEach(one -> text.append('$').append(one.code()).append(one.value()));
        }
        return text.length() > longest ? text.substring(0, longest) : text.toString();
    }
}
