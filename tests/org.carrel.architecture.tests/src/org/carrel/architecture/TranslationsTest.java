/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Translations")
class TranslationsTest {

    private static final String LANGUAGE = "nl";
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    private static final Pattern MNEMONIC = Pattern.compile("&(?!&)");

    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path bundle : Checkout.here().bundles()) {
            if (bundle.getFileName().toString().endsWith("." + LANGUAGE)) {
                files.addAll(Checkout.files(bundle.resolve("src"), "_" + LANGUAGE + ".properties"));
                files.addAll(Checkout.files(bundle.resolve("OSGI-INF"), "_" + LANGUAGE + ".properties"));
            }
        }
        return files;
    }

    @Test
    void are_there() throws IOException {
        assertTrue(files().size() > 8, () -> "translations of the desk");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("say what the sentences beside them say, with the same arguments, in")
    void go_with_what_they_translate(Path file) throws IOException {
        Map<String, String> original = sentences(original(file));
        TreeMap<String, String> translated = sentences(file);
        List<String> differ = new ArrayList<>();
        translated.forEach((key, text) -> {
            String english = original.getOrDefault(key, text);
            if (!arguments(english).equals(arguments(text))) {
                differ.add(key + ": " + arguments(english) + " became " + arguments(text));
            }
            if (MNEMONIC.matcher(english).find() && !MNEMONIC.matcher(text).find()) {
                differ.add(key + " lost its underlined letter");
            }
        });
        Set<String> unknown = new TreeSet<>(translated.keySet());
        unknown.removeAll(original.keySet());
        assertAll(() -> assertEquals(Set.of(), unknown, "translated and not there"),
                () -> assertEquals(List.of(), differ),
                () -> assertEquals(List.of(), Sentences.of(translated, "").malformed(), "not shown as written"));
    }

    /** The same place in the bundle that the translation is a fragment of. */
    private static Path original(Path file) {
        String path = file.toString().replace("_" + LANGUAGE + ".properties", ".properties");
        int bundle = path.lastIndexOf("." + LANGUAGE + file.getFileSystem().getSeparator());
        return Path.of(path.substring(0, bundle) + path.substring(bundle + LANGUAGE.length() + 1));
    }

    private static TreeMap<String, String> sentences(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        TreeMap<String, String> sentences = new TreeMap<>();
        properties.forEach((key, text) -> sentences.put((String) key, (String) text));
        return sentences;
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
