/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Call numbers made of known parts: so their order is known without reading them, and each can be written in many ways.
 */
final class WrittenCallNumbers {

    private final Random random;

    WrittenCallNumbers(Random random) {
        this.random = random;
    }

    /** One part behind the class. */
    sealed interface Part {

        record Date(int year) implements Part {}

        record Cutter(String letter, String fraction, String mark) implements Part {}

        record Volume(int number) implements Part {}
    }

    /** @param letters empty for Dewey */
    record Made(String letters, int number, String fraction, List<Part> parts) implements Comparable<Made> {

        @Override
        public int compareTo(Made other) {
            int order = Comparator.comparing(Made::letters).thenComparing(Made::number).thenComparing(Made::fraction)
                    .compare(this, other);
            for (int i = 0; order == 0 && i < Math.min(parts.size(), other.parts.size()); i++) {
                order = compare(parts.get(i), other.parts.get(i));
            }
            return order != 0 ? order : Integer.compare(parts.size(), other.parts.size());
        }

        private static int compare(Part one, Part two) {
            return Arrays.compare(sortable(one), sortable(two));
        }

        /** What decides, one after the other, as texts that sort. */
        private static String[] sortable(Part part) {
            return switch (part) {
                case Part.Date(int year) -> new String[] { "0", String.format(Locale.ROOT, "%09d", year) };
                case Part.Volume(int number) -> new String[] { "V", "", String.format(Locale.ROOT, "%09d", number) };
                case Part.Cutter(String letter, String fraction, String mark) -> new String[] { letter, fraction,
                        mark };
            };
        }
    }

    /** Few letters and digits, so that near and equal ones are frequent. */
    Made next(boolean lc) {
        List<Part> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parts.add(new Part.Cutter(pick("A", "B", "K", "M", "W"), digits(1 + random.nextInt(3)),
                    pick("", "", "x", "y")));
        }
        if (random.nextBoolean()) {
            parts.add(new Part.Date(1900 + random.nextInt(3)));
        }
        if (random.nextInt(3) == 0) {
            parts.add(new Part.Volume(1 + random.nextInt(12)));
        }
        return new Made(lc ? pick("Q", "QA", "P", "PR") : "", lc ? 1 + random.nextInt(12) : 100 + random.nextInt(3),
                random.nextBoolean() ? "" : digits(1 + random.nextInt(2)), parts);
    }

    /** One more part behind the others. */
    Made with(Made made, Part part) {
        List<Part> parts = new ArrayList<>(made.parts());
        parts.add(part);
        return new Made(made.letters(), made.number(), made.fraction(), parts);
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(pick("1", "2", "5"));
        }
        return digits.toString();
    }

    /** One of the ways in which it may be written. */
    String write(Made made) {
        StringBuilder text = new StringBuilder(made.letters());
        text.append(made.letters().isEmpty() ? "" : pick("", "", " ")).append(made.number());
        text.append(made.fraction().isEmpty() ? "" : "." + made.fraction());
        Part former = new Part.Cutter("", "", "");
        for (Part part : made.parts()) {
            boolean apart = former instanceof Part.Cutter cutter && !cutter.mark().isEmpty()
                    || former instanceof Part.Volume || former instanceof Part.Date;
            text.append(switch (part) {
                case Part.Date(int year) -> " " + year;
                case Part.Cutter(String letter, String fraction, String mark) -> pick(" ", " .", ".", apart ? " " : "")
                        + letter + fraction + mark;
                case Part.Volume(int number) -> " " + pick("v.", "v. ", "V. 0", "vol.", "Volume ") + number;
            });
            former = part;
        }
        return disguise(text.toString());
    }

    private String disguise(String text) {
        String written = switch (random.nextInt(4)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> text.toUpperCase(Locale.ROOT);
            default -> text;
        };
        if (random.nextInt(4) == 0) {
            written = written.replace(" ", pick("  ", "\u00a0", " \u2009", "\t"));
        }
        if (random.nextInt(8) == 0) {
            StringBuilder wide = new StringBuilder();
            written.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7F ? c + 0xFEE0 : c)));
            written = wide.toString();
        }
        return pick("", " ") + written + pick("", " ", ".");
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
