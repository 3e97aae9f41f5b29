/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of one package and the source code that asks for them. */
final class Sentences {

    private static final Pattern ASKED = Pattern
            .compile("\\b(?:texts|TEXTS|Texts\\.of\\(\\w+\\.class\\))\\s*\\.get\\(");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][\\w.-]*");
    /** Neither doubled nor around a brace that is meant as a brace. */
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("^(?:[^']++|''|'[{}]+')*+'(?!'|[{}]+')");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

    private final TreeMap<String, String> texts = new TreeMap<>();
    private final Set<String> askedFor = new TreeSet<>();
    private final Set<String> literals = new TreeSet<>();

    /**
     * Reads a file of sentences, and the source code that may ask for them.
     *
     * @param file    a {@code messages.properties}
     * @param beside  source files of the same package
     * @param further source files that may hold a key but have sentences of their own
     */
    static Sentences read(Path file, List<Path> beside, List<Path> further) throws IOException {
        var sentences = new Sentences();
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        properties.forEach((key, text) -> sentences.texts.put((String) key, (String) text));
        for (Path source : beside) {
            sentences.note(Files.readString(source), true);
        }
        for (Path source : further) {
            sentences.note(Files.readString(source), false);
        }
        return sentences;
    }

    /** What {@link #read} would hold for these texts and this one source file beside them. */
    static Sentences of(TreeMap<String, String> texts, String source) {
        var sentences = new Sentences();
        sentences.texts.putAll(texts);
        sentences.note(source, true);
        return sentences;
    }

    private void note(String source, boolean beside) {
        literals(source).forEach(literals::add);
        if (!beside) {
            return;
        }
        Matcher asked = ASKED.matcher(source);
        while (asked.find()) {
            String argument = firstArgument(source, asked.end());
            // A key that is put together is judged by its parts, below.
            if (!argument.contains("+")) {
                literals(argument).stream().filter(key -> KEY.matcher(key).matches()).forEach(askedFor::add);
            }
        }
    }

    private static List<String> literals(String source) {
        List<String> found = new ArrayList<>();
        Matcher literal = LITERAL.matcher(source);
        while (literal.find()) {
            found.add(literal.group(1));
        }
        return found;
    }

    private static String firstArgument(String source, int from) {
        int depth = 0;
        for (int i = from; i < source.length(); i++) {
            switch (source.charAt(i)) {
                case '(' -> depth++;
                case ')' -> {
                    if (depth-- == 0) {
                        return source.substring(from, i);
                    }
                }
                case ',' -> {
                    if (depth == 0) {
                        return source.substring(from, i);
                    }
                }
                default -> {
                    // Part of the argument.
                }
            }
        }
        return source.substring(from);
    }

    /** Keys that the code asks for and that have no sentence. */
    Set<String> missing() {
        var missing = new TreeSet<>(askedFor);
        missing.removeAll(texts.keySet());
        return missing;
    }

    /** Keys that no code asks for, whole or put together from a beginning or an ending. */
    Set<String> unused() {
        var unused = new TreeSet<>(texts.keySet());
        unused.removeIf(key -> literals.contains(key) || literals.stream().anyMatch(part -> isPart(part, key)));
        return unused;
    }

    private boolean isPart(String part, String key) {
        return part.length() > 1 && (part.endsWith(".") && key.startsWith(part)
                || part.startsWith(".") && key.endsWith(part));
    }

    /** Sentences that would not be shown as they are written. */
    List<String> malformed() {
        List<String> malformed = new ArrayList<>();
        texts.forEach((key, text) -> {
            if (text.isBlank()) {
                malformed.add(key + " is empty");
            } else if (!ARGUMENT.matcher(text).find()) {
                if (text.contains("''")) {
                    malformed.add(key + " doubles its apostrophe, which only a sentence with an argument needs");
                }
            } else if (LONE_APOSTROPHE.matcher(text).find()) {
                malformed.add(key + " has an argument, so its apostrophe must be doubled");
            } else {
                try {
                    new MessageFormat(text);
                } catch (IllegalArgumentException e) {
                    malformed.add(key + ": " + e.getMessage());
                }
            }
        });
        return malformed;
    }
}
