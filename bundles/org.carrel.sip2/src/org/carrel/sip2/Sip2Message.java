/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One message, taken apart or about to be written. Immutable. May hold passwords and patrons: its text form says only
 * what kind of message it is.
 *
 * @param fixed  what is known of the fields of fixed width that the type has
 * @param fields those with two letters, in their order; any of them several times
 */
public record Sip2Message(MessageType type, Map<FixedField, String> fixed, List<Field> fields) {

    /** A field with two letters. The value is never null and may be empty. */
    public record Field(String id, String value) {
        public Field {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return id;
        }
    }

    public Sip2Message {
        Objects.requireNonNull(type, "type");
        Map<FixedField, String> copy = new EnumMap<>(FixedField.class);
        copy.putAll(fixed);
        if (!type.fixed().containsAll(copy.keySet())) {
            throw new IllegalArgumentException(type + " has no such field: " + copy.keySet());
        }
        fixed = Collections.unmodifiableMap(copy);
        fields = List.copyOf(fields);
    }

    /** A message in which nothing is said yet. */
    public static Sip2Message of(MessageType type) {
        return new Sip2Message(type, Map.of(), List.of());
    }

    /** The same with {@code value} in a field of fixed width. */
    public Sip2Message with(FixedField field, String value) {
        Map<FixedField, String> changed = new EnumMap<>(FixedField.class);
        changed.putAll(fixed);
        changed.put(field, value);
        return new Sip2Message(type, changed, fields);
    }

    /** The same with one more field. */
    public Sip2Message with(String id, String value) {
        List<Field> longer = new ArrayList<>(fields);
        longer.add(new Field(id, value));
        return new Sip2Message(type, fixed, longer);
    }

    /** What stands in a field of fixed width; empty when nothing does. */
    public String fixed(FixedField field) {
        return fixed.getOrDefault(field, "").strip();
    }

    /** The first field of that name which is not empty. */
    public Optional<String> first(String id) {
        return fields.stream().filter(f -> f.id().equals(id) && !f.value().isBlank()).map(Field::value).findFirst();
    }

    /** All fields of that name that are not empty, in their order: a screen message may have several lines. */
    public List<String> all(String id) {
        return fields.stream().filter(f -> f.id().equals(id) && !f.value().isBlank()).map(Field::value).toList();
    }

    @Override
    public String toString() {
        return type.code() + " " + type;
    }
}
