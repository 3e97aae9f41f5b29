/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of licences that somebody has looked at: a line for each part, its name and its licence, separated by
 * blanks. A name that ends in {@code *} stands for all that begin so, and only for those that say the same themselves.
 */
final class Licences {

    private record Entry(String name, Licence licence) {

        boolean isPattern() {
            return name.endsWith("*");
        }

        boolean covers(Part part) {
            return isPattern() ? part.name().startsWith(name.substring(0, name.length() - 1))
                    : part.name().equals(name);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** Reads such a list; text after {@code #} is a comment. */
    Licences(String list) {
        for (String line : list.lines().map(line -> line.replaceFirst("#.*", "").strip()).toList()) {
            if (!line.isEmpty()) {
                String[] words = line.split("\\s+", 2);
                if (words.length < 2) {
                    throw new IllegalArgumentException("no licence in the line: " + line);
                }
                entries.add(new Entry(words[0], new Licence(words[1])));
            }
        }
    }

    /** The list of this project. */
    static Licences shipped() throws IOException {
        try (InputStream in = Licences.class.getResourceAsStream("licences.txt")) {
            return new Licences(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The licence of a part; empty when nobody has looked at it. A line of its own comes before a pattern. */
    Optional<Licence> of(Part part) {
        return entries.stream().filter(entry -> !entry.isPattern() && entry.covers(part)).findFirst()
                .or(() -> entries.stream().filter(entry -> entry.isPattern() && entry.covers(part)
                        && part.stated().stream().anyMatch(entry.licence().names()::contains)).findFirst())
                .map(Entry::licence);
    }

    /** What is wrong with the licence of a part, in a sentence; empty when nothing is. */
    Optional<String> objection(Part part) {
        Optional<Licence> licence = of(part);
        if (licence.isEmpty()) {
            return Optional.of(part.label() + ": nobody has looked at its licence yet (it says " + part.stated()
                    + "). Do that, and add a line to licences.txt.");
        }
        if (!licence.get().isCompatible()) {
            return Optional.of(part.label() + ": " + licence.get().expression()
                    + " does not go with a product under EPL-2.0. Take something else.");
        }
        boolean contradicted = !part.stated().isEmpty()
                && part.stated().stream().noneMatch(licence.get().names()::contains);
        return contradicted
                ? Optional.of(part.label() + ": licences.txt says " + licence.get().expression() + ", but it says "
                        + part.stated() + " itself. Look at it again.")
                : Optional.empty();
    }

    /** Lines that cover nothing in the product: what they were for has gone. */
    List<String> idle(List<Part> parts) {
        return entries.stream().filter(entry -> parts.stream().noneMatch(entry::covers)).map(Entry::name).toList();
    }
}
