/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How the product of a branch presents itself, from {@code branding.properties}.
 *
 * @param name     of the program, in the About box and in the menus of the operating system
 * @param about    what the About box says besides
 * @param language in which it speaks, as far as there is a translation; empty for that of the workstation
 * @param accent   the colour of the branch on light and on dark grounds; empty for none
 * @param portable whether data lies beside the program instead of in the user's home
 */
record Branding(String name, String about, Optional<Locale> language, Optional<Accent> accent, boolean portable) {

    static final String FILE = "branding.properties";

    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final List<String> KNOWN = List.of("name", "about", "language", "accent", "accent-dark",
            "portable");

    /** Two colours, as {@code #RRGGBB}. */
    record Accent(String light, String dark) {}

    /** An entry and where it stands. */
    private record Entry(String value, int line) {}

    /** Reads the file in {@code folder}; everything has a value of its own when there is none. */
    static Branding in(Path folder, String id) throws IOException, BranchFault {
        Path file = folder.resolve(FILE);
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            text = "";
        }
        List<String> faults = new ArrayList<>();
        Map<String, Entry> entries = entries(file, text, faults);
        String name = value(entries, "name").orElse("Carrel " + id);
        Branding branding = new Branding(name, value(entries, "about").orElse(""),
                language(file, entries, faults), accent(file, entries, faults), portable(file, entries, faults));
        if (!faults.isEmpty()) {
            throw new BranchFault(String.join("\n", faults));
        }
        return branding;
    }

    private static Map<String, Entry> entries(Path file, String text, List<String> faults) {
        Map<String, Entry> entries = new TreeMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split("\\s*=\\s*", 2);
            if (words.length < 2 || !KNOWN.contains(words[0])) {
                faults.add(at(file, i + 1) + "\"" + words[0] + "\" is not known here. Known are "
                        + String.join(", ", KNOWN) + ", each followed by = and its value.");
            } else if (entries.put(words[0], new Entry(words[1], i + 1)) != null) {
                faults.add(at(file, i + 1) + "\"" + words[0] + "\" is there twice. Leave one of them.");
            }
        }
        return entries;
    }

    private static Optional<String> value(Map<String, Entry> entries, String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value).filter(value -> !value.isEmpty());
    }

    private static Optional<Locale> language(Path file, Map<String, Entry> entries, List<String> faults) {
        Optional<String> tag = value(entries, "language");
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag.get()).build());
        } catch (IllformedLocaleException e) {
            faults.add(at(file, entries.get("language").line())
                    + "\"" + tag.get() + "\" is no language. Write it like en-US or nl-NL.");
            return Optional.empty();
        }
    }

    private static Optional<Accent> accent(Path file, Map<String, Entry> entries, List<String> faults) {
        for (String key : List.of("accent", "accent-dark")) {
            value(entries, key).filter(colour -> !COLOUR.matcher(colour).matches())
                    .ifPresent(colour -> faults.add(at(file, entries.get(key).line()) + "\"" + colour
                            + "\" is no colour. Write six digits of 0 to 9 and A to F after a #, like #00704A."));
        }
        Optional<String> light = value(entries, "accent");
        return light.map(colour -> new Accent(colour, value(entries, "accent-dark").orElse(colour)));
    }

    private static boolean portable(Path file, Map<String, Entry> entries, List<String> faults) {
        String text = value(entries, "portable").orElse("no");
        if (!List.of("yes", "no").contains(text)) {
            faults.add(at(file, entries.get("portable").line()) + "\"portable\" is yes or no, not \"" + text + "\".");
        }
        return text.equals("yes");
    }

    private static String at(Path file, int line) {
        return file + ", line " + line + ": ";
    }
}
