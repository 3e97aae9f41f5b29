/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * As much of JSON Schema as the schema of profiles uses. A keyword that is not known here fails the test that meets it.
 */
final class SchemaRules {

    private static final Set<String> KNOWN = Set.of("$schema", "$ref", "$defs", "title", "description", "type",
            "required",
            "additionalProperties", "properties", "pattern", "enum", "minimum", "maximum", "minItems", "maxItems",
            "items",
            "oneOf", "if", "then", "const");

    private final Map<?, ?> root;

    SchemaRules(Object root) {
        this.root = (Map<?, ?>) root;
    }

    Map<?, ?> root() {
        return root;
    }

    /** The schema itself, or the one that it refers to, together with what stands beside the reference. */
    Map<?, ?> resolved(Object schema) {
        Map<?, ?> own = (Map<?, ?>) schema;
        if (!KNOWN.containsAll(own.keySet())) {
            throw new AssertionError("unknown keywords in " + own.keySet());
        }
        if (!own.containsKey("$ref")) {
            return own;
        }
        String name = own.get("$ref").toString().substring("#/$defs/".length());
        return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) root.get("$defs")).get(name), name);
    }

    /** What is wrong with {@code value}; empty when nothing is. */
    List<String> violations(Object value) {
        List<String> found = new ArrayList<>();
        check("", root, value, found);
        return found;
    }

    private void check(String path, Object of, Object value, List<String> found) {
        Map<?, ?> schema = resolved(of);
        if (schema.containsKey("type") && types(schema).stream().noneMatch(type -> isOf(type, value))) {
            found.add(path + " is no " + schema.get("type"));
            return;
        }
        if (schema.get("enum") instanceof List<?> allowed && !allowed.contains(value)) {
            found.add(path + " is none of " + allowed);
        }
        if (schema.containsKey("const") && !schema.get("const").equals(value)) {
            found.add(path + " is not " + schema.get("const"));
        }
        if (value instanceof String text && schema.get("pattern") instanceof String pattern
                && !Pattern.compile(pattern).matcher(text).find()) {
            found.add(path + " does not match " + pattern);
        }
        if (value instanceof Integer number) {
            if (schema.get("minimum") instanceof Integer least && number < least
                    || schema.get("maximum") instanceof Integer most && number > most) {
                found.add(path + " is out of range");
            }
        }
        if (value instanceof List<?> list) {
            checkList(path, schema, list, found);
        }
        if (value instanceof Map<?, ?> map) {
            checkMap(path, schema, map, found);
        }
    }

    private void checkList(String path, Map<?, ?> schema, List<?> list, List<String> found) {
        if (schema.get("minItems") instanceof Integer least && list.size() < least
                || schema.get("maxItems") instanceof Integer most && list.size() > most) {
            found.add(path + " has the wrong length");
        }
        list.forEach(item -> check(path + "[]", schema.get("items"), item, found));
    }

    private void checkMap(String path, Map<?, ?> schema, Map<?, ?> map, List<String> found) {
        if (schema.get("required") instanceof List<?> required) {
            required.stream().filter(key -> !map.containsKey(key))
                    .forEach(key -> found.add(path + "/" + key + " misses"));
        }
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> known ? known : Map.of();
        map.forEach((key, value) -> {
            if (properties.containsKey(key)) {
                check(path + "/" + key, properties.get(key), value, found);
            } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
                found.add(path + "/" + key + " is not known");
            }
        });
        if (schema.get("oneOf") instanceof List<?> choices
                && choices.stream().filter(choice -> holds(choice, map)).count() != 1) {
            found.add(path + " is not one of " + choices.size());
        }
        if (schema.containsKey("if") && holds(schema.get("if"), map)) {
            check(path, schema.get("then"), map, found);
        }
    }

    private boolean holds(Object schema, Object value) {
        List<String> found = new ArrayList<>();
        check("", schema, value, found);
        return found.isEmpty();
    }

    private static List<?> types(Map<?, ?> schema) {
        return schema.get("type") instanceof List<?> several ? several : List.of(schema.get("type"));
    }

    private static boolean isOf(Object type, Object value) {
        return switch (type.toString()) {
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Integer;
            case "boolean" -> value instanceof Boolean;
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            default -> throw new AssertionError("unknown type " + type);
        };
    }
}
