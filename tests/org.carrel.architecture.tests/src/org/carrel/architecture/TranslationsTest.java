/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Translations")
class TranslationsTest {

    private static final String LANGUAGE = "nl";
    private static final String ENDING = "_" + LANGUAGE + ".properties";
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    private static final Pattern MNEMONIC = Pattern.compile("&(?![& ])");
    private static final Pattern WORD = Pattern.compile("\\p{L}");
    /** Neither is a word: an argument without alternatives, and the header of a list in a help text. */
    private static final Pattern NO_WORD = Pattern.compile("\\{\\d(?:,number[^{}]*)?\\}|%n");

    /** Every file of sentences, each of which people may read, in the bundles that are no translations themselves. */
    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path bundle : Checkout.here().bundles()) {
            if (!Layers.translates(Layers.ownName(bundle.getFileName().toString()))) {
                files.addAll(Checkout.files(bundle.resolve("src"), ".properties"));
                files.addAll(Checkout.files(bundle.resolve("OSGI-INF"), ".properties"));
            }
        }
        return files;
    }

    static List<Path> translations() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path bundle : Checkout.here().bundles()) {
            if (bundle.getFileName().toString().endsWith("." + LANGUAGE)) {
                files.addAll(Checkout.files(bundle, ENDING).stream()
                        .filter(file -> !bundle.relativize(file).startsWith("target")).toList());
            }
        }
        return files;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("say what the sentences say, with the same arguments and underlined letters, of")
    void say_what_the_sentences_say(Path file) throws IOException {
        Map<String, String> original = sentences(file);
        Path there = translation(file);
        TreeMap<String, String> translated = Files.exists(there) ? sentences(there) : new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        new TreeMap<>(original).forEach((key, english) -> {
            String text = translated.get(key);
            if (text == null) {
                if (WORD.matcher(NO_WORD.matcher(english).replaceAll("")).find()) {
                    wrong.add("add to it: " + key + " = (in Dutch) " + english);
                }
            } else if (!arguments(english).equals(arguments(text))) {
                wrong.add(key + ": arguments " + arguments(english) + " became " + arguments(text));
            } else if (MNEMONIC.matcher(english).find() != MNEMONIC.matcher(text).find()) {
                wrong.add(key + ": underline a letter (&) in both or in neither: " + english + " / " + text);
            }
        });
        translated.keySet().stream().filter(key -> !original.containsKey(key))
                .forEach(key -> wrong.add("take out of it: " + key + ", which is not said any more"));
        Sentences.of(translated, "").malformed().forEach(wrong::add);
        assertTrue(wrong.isEmpty(), () -> there + ":\n  " + String.join("\n  ", wrong) + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("underline no letter twice where the original underlines two, of")
    void keep_apart_what_the_sentences_keep_apart(Path file) throws IOException {
        Path there = translation(file);
        if (!Files.exists(there)) {
            return;
        }
        Map<String, String> original = sentences(file);
        Map<String, String> letters = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        sentences(there).forEach((key, text) -> {
            String letter = underlined(text);
            // What is on one page or in one dialog begins alike.
            String before = letter.isEmpty() ? null : letters.putIfAbsent(key.split("\\.")[0] + ' ' + letter, key);
            if (before != null && !underlined(original.get(before)).equals(underlined(original.get(key)))) {
                wrong.add(before + " and " + key + " both underline " + letter);
            }
        });
        assertTrue(wrong.isEmpty(), () -> there + ":\n  " + String.join("\n  ", wrong) + "\n");
    }

    /** The letter after the {@code &}, small; empty when none is underlined. */
    private static String underlined(String text) {
        Matcher found = MNEMONIC.matcher(text);
        return found.find() ? text.substring(found.end(), found.end() + 1).toLowerCase(Locale.ROOT) : "";
    }

    @Test
    @DisplayName("lie in a fragment of the bundle that they translate, beside what they translate, in the feature")
    void lie_where_they_are_found() throws IOException {
        String feature = feature();
        List<String> wrong = new ArrayList<>();
        for (Path file : translations()) {
            Path original = original(file);
            Path fragment = file;
            while (!Files.isRegularFile(fragment.resolve("META-INF/MANIFEST.MF"))) {
                fragment = fragment.getParent();
            }
            String name = fragment.getFileName().toString();
            String host = name.substring(0, name.length() - LANGUAGE.length() - 1);
            if (!Files.exists(original)) {
                wrong.add(file + " translates " + original + ", which is not there");
            }
            if (!BundleManifest.read(fragment.resolve("META-INF/MANIFEST.MF")).headers().contains("Fragment-Host")
                    || !Files.readString(fragment.resolve("META-INF/MANIFEST.MF")).contains("-Host: " + host + "\n")) {
                wrong.add(name + " is no fragment of " + host);
            }
            if (file.toString().contains("OSGI-INF")
                    && !Files.readString(fragment.resolve("build.properties")).contains("OSGI-INF/")) {
                wrong.add("bin.includes of " + name + " lacks OSGI-INF/");
            }
            if (!feature.contains("<plugin id=\"" + name + "\" fragment=\"true\"")) {
                wrong.add(name + " is not in the feature");
            }
        }
        assertEquals(List.of(), wrong.stream().distinct().toList());
        assertTrue(translations().size() > 30, () -> "translations");
    }

    @Test
    @DisplayName("of the platform are in the feature, and in the letters that the platform reads")
    void of_the_platform_are_shown() throws IOException {
        String feature = feature();
        List<String> wrong = new ArrayList<>();
        for (Path fragment : Checkout.here().bundles()) {
            String name = fragment.getFileName().toString();
            if (name.startsWith("org.carrel." + LANGUAGE + ".")) {
                List<Path> files = Checkout.files(fragment, ENDING).stream()
                        .filter(file -> !fragment.relativize(file).startsWith("target")).toList();
                for (Path file : files) {
                    if (!Files.readString(file).chars().allMatch(letter -> letter < 128)) {
                        wrong.add(file + " has letters that must be written as \\uXXXX");
                    }
                }
                if (files.isEmpty() || !feature.contains("<plugin id=\"" + name + "\" fragment=\"true\"")) {
                    wrong.add(name + " has nothing to say, or is not in the feature");
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(feature.contains("org.carrel." + LANGUAGE + ".jface"), feature);
    }

    private static String feature() throws IOException {
        return Files.readString(
                Checkout.here().root().resolve("features/org.carrel." + LANGUAGE + ".feature/feature.xml"));
    }

    /** Where the translation of {@code file} belongs: the same place in the fragment. */
    private static Path translation(Path file) {
        Path bundle = file;
        while (!Files.isRegularFile(bundle.resolve("META-INF/MANIFEST.MF"))) {
            bundle = bundle.getParent();
        }
        String within = bundle.relativize(file).toString().replace(".properties", ENDING);
        return bundle.resolveSibling(bundle.getFileName() + "." + LANGUAGE).resolve(within);
    }

    /** The same place in the bundle that the translation is a fragment of. */
    private static Path original(Path file) {
        String path = file.toString().replace(ENDING, ".properties");
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
