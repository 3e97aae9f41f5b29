/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One section of a profile: keys with values. Reading a key that is wrong or missing leaves an error and gives a
 * stand-in, so that one pass finds everything; no profile is made of stand-ins, for errors prevent it.
 */
final class Section {

    /** Keys that are about a secret and hold none. */
    private static final Set<String> ABOUT_SECRETS = Set.of("ask-for-password");

    private final String name;
    private final int line;
    private final Remarks remarks;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    private Section(String name, int line, Remarks remarks) {
        this.name = name;
        this.line = line;
        this.remarks = remarks;
    }

    /** @param name how errors call it; empty for the whole profile */
    static Section of(String name, MappingNode node, Remarks remarks) {
        Section section = new Section(name, ProfileYaml.line(node), remarks);
        for (NodeTuple tuple : node.getValue()) {
            section.put(tuple.getKeyNode(), tuple.getValueNode());
        }
        return section;
    }

    private void put(Node key, Node value) {
        int at = ProfileYaml.line(key);
        if (!(key instanceof ScalarNode scalar)) {
            remarks.error(at, "key.odd");
        } else if (looksSecret(scalar.getValue())) {
            remarks.error(at, "key.secret", scalar.getValue());
            known.add(scalar.getValue());
        } else if (values.putIfAbsent(scalar.getValue(), value) != null) {
            remarks.error(at, "key.twice", scalar.getValue());
        } else {
            lines.put(scalar.getValue(), at);
        }
    }

    private static boolean looksSecret(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return ABOUT_SECRETS.stream().noneMatch(lower::endsWith)
                && (lower.contains("secret") || lower.contains("password"));
    }

    /** The line of {@code key}, or of the section when the key is not there. */
    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Every key there is, in the order of the file. */
    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** The text at {@code key}; empty when it is missing. Anything but text leaves an error. */
    Optional<String> text(String key) {
        know(key);
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        remarks.error(line(key), "value.noText", path(key));
        return Optional.empty();
    }

    /** The text at {@code key}, which may be empty or missing. */
    String maybeEmpty(String key) {
        know(key);
        return values.get(key) instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    /** The text at {@code key}, which must be there. */
    String requiredText(String key) {
        return required(key, "", "value.noText", Optional::of);
    }

    /**
     * The value at {@code key}, which must be there.
     *
     * @param standIn what to go on with when it is wrong or missing
     * @param wrong   key of the sentence for a wrong value; {0} is the value, {1} the key
     * @param parse   empty when the text cannot be understood
     */
    <T> T required(String key, T standIn, String wrong, Function<String, Optional<T>> parse) {
        know(key);
        remarks.asked(path(key), true);
        if (!has(key)) {
            remarks.error(line, "value.missing", path(key));
            return standIn;
        }
        return optional(key, standIn, wrong, parse);
    }

    /** The value at {@code key}, or {@code standard} when it is not there. */
    <T> T optional(String key, T standard, String wrong, Function<String, Optional<T>> parse) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return standard;
        }
        Optional<T> value = parse.apply(text.get());
        if (value.isEmpty()) {
            remarks.error(line(key), wrong, text.get(), path(key));
        }
        return value.orElse(standard);
    }

    /** The section at {@code key}; one without any keys when it is missing, so that each missing key gets its error. */
    Section section(String key) {
        know(key);
        Node node = values.get(key);
        if (node instanceof MappingNode mapping) {
            return of(path(key), mapping, remarks);
        }
        if (node != null && !isEmpty(node)) {
            remarks.error(line(key), "value.noSection", path(key));
        }
        return new Section(path(key), line(key), remarks);
    }

    /** The items of the list at {@code key}; a single value counts as a list of one. Empty when it is missing. */
    List<Node> list(String key) {
        know(key);
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    /** Warns of every key that nobody asked for: probably misspelt, or meant for a newer Carrel. */
    void warnOfUnknownKeys() {
        values.keySet().stream().filter(key -> !known.contains(key))
                .forEach(key -> remarks.warn(line(key), "key.unknown", path(key)));
    }

    Remarks remarks() {
        return remarks;
    }

    private void know(String key) {
        known.add(key);
        remarks.asked(path(key), false);
    }

    private String path(String key) {
        return name.isEmpty() ? key : name + " / " + key;
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    }
}
