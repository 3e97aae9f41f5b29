/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.carrel.model.CallNumberRules.Prefix;

/** Finds prefixes before, and sizes behind, a plain call number. Immutable. */
final class Prefixes {

    /** A prefix of fewer letters needs something between itself and a number: {@code J 5} is, {@code J5} is a class. */
    private static final int LONG_ENOUGH = 3;
    private static final int LETTERS = 128;

    /** One way to write a prefix: words in capitals, with one blank between them. */
    record Spelling(String words, Prefix prefix, int rank) {}

    /** By first letter, longest first: whoever has {@code NEW} and {@code NEW BOOKS} means the latter where it is. */
    private final List<List<Spelling>> byLetter = new ArrayList<>();
    private final List<Spelling> ofOtherAlphabets = new ArrayList<>();

    Prefixes(List<Prefix> prefixes) {
        for (int letter = 0; letter < LETTERS; letter++) {
            byLetter.add(new ArrayList<>());
        }
        for (int i = 0; i < prefixes.size(); i++) {
            for (String spelling : prefixes.get(i).spellings()) {
                String words = PlainText.of(spelling).toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
                if (!words.isEmpty()) {
                    beginningWith(words.charAt(0)).add(new Spelling(words, prefixes.get(i), i + 1));
                }
            }
        }
        Comparator<Spelling> longestFirst = Comparator.comparingInt(spelling -> -spelling.words().length());
        byLetter.forEach(list -> list.sort(longestFirst));
        ofOtherAlphabets.sort(longestFirst);
    }

    private List<Spelling> beginningWith(char first) {
        return first < LETTERS ? byLetter.get(first) : ofOtherAlphabets;
    }

    /** The prefix at the place of {@code in}, which is moved behind it. */
    Optional<Spelling> before(Reading in) {
        for (Spelling spelling : beginningWith(in.peek())) {
            int end = matchEnd(in, in.at(), spelling.words());
            if (end >= 0) {
                in.moveTo(end);
                return Optional.of(spelling);
            }
        }
        return Optional.empty();
    }

    /** The size that the text ends with, behind something else. */
    Optional<Spelling> behind(Reading in, int from) {
        int end = in.text().length();
        while (end > from && !isWord(in.charAt(end - 1))) {
            end--;
        }
        int word = end;
        while (word > from && isWord(in.charAt(word - 1))) {
            word--;
        }
        if (word > from && word < end) {
            for (Spelling spelling : beginningWith(in.charAt(word))) {
                if (spelling.prefix().atEnd() && matchEnd(in, word, spelling.words()) == end) {
                    return Optional.of(spelling);
                }
            }
        }
        return Optional.empty();
    }

    /** Where the size begins that {@link #behind} found. */
    static int start(Reading in, Spelling size) {
        int end = in.text().length();
        while (!isWord(in.charAt(end - 1))) {
            end--;
        }
        return end - size.words().length();
    }

    /** Behind {@code words} in the text; negative when they are not there. */
    private static int matchEnd(Reading in, int from, String words) {
        int at = from;
        for (int i = 0; i < words.length(); i++) {
            char wanted = words.charAt(i);
            if (wanted == ' ') {
                int gap = at;
                while (in.charAt(at) != Reading.NOTHING && !isWord(in.charAt(at))) {
                    at++;
                }
                if (at == gap) {
                    return -1;
                }
            } else if (in.charAt(at) != wanted) {
                return -1;
            } else {
                at++;
            }
        }
        char next = in.charAt(at);
        return Reading.isLetter(next) || Reading.isDigit(next) && words.length() < LONG_ENOUGH ? -1 : at;
    }

    private static boolean isWord(char c) {
        return Reading.isLetter(c) || Reading.isDigit(c);
    }
}
