/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.carrel.inventory.callnumber.CallNumber;
import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.model.CallNumberRules;
import org.carrel.model.CallNumberRules.Prefix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Call numbers by a branch's rules. A key is: the rank of each prefix that stands apart, {@link #SHELF}, the rank of
 * the family of the scheme, and the scheme's own key; so every call number of one shelf begins alike. Immutable.
 */
public final class CallNumberTable implements CallNumbers {

    /** Changes whenever a key of the schemes here does. */
    private static final int KEYS = 1;

    private static final Logger LOG = LoggerFactory.getLogger(CallNumberTable.class);
    /** Ends the ranks of the prefixes, which are from 1 on: so what has none is before all that have. */
    private static final int SHELF = 0;
    private static final int NOT_UNDERSTOOD = 0xFE;
    private static final int NOTHING_TO_READ = 0xFF;
    private static final int MOST_PREFIXES = 4;

    private final Prefixes prefixes;
    private final List<Ranked> standard;
    private final Map<Prefix, List<Ranked>> byPrefix = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final PlainScheme local = new LocalScheme();
    private final String version;

    /** A scheme and the rank of its family on the shelf, from 1. */
    private record Ranked(CallNumberScheme scheme, String id, int rank, Optional<String> found) {}

    /** @param schemes of two with the same id the first one counts */
    public CallNumberTable(CallNumberRules rules, Collection<? extends CallNumberScheme> schemes) {
        Map<String, CallNumberScheme> known = new TreeMap<>();
        schemes.forEach(scheme -> known.putIfAbsent(scheme.id(), scheme));
        Map<String, Integer> ranks = new LinkedHashMap<>();
        this.standard = ranked(rules.schemes(), known, ranks);
        for (Prefix prefix : rules.prefixes()) {
            byPrefix.put(prefix, prefix.schemes().isEmpty() ? standard : ranked(prefix.schemes(), known, ranks));
        }
        this.prefixes = new Prefixes(rules.prefixes());
        this.version = KEYS + "-" + Integer.toHexString((rules + "|" + ranks).hashCode());
    }

    private List<Ranked> ranked(List<String> ids, Map<String, CallNumberScheme> known, Map<String, Integer> ranks) {
        List<Ranked> found = new ArrayList<>();
        for (String id : ids) {
            CallNumberScheme scheme = known.get(id);
            if (scheme == null) {
                missing.add(id);
            } else {
                ranks.putIfAbsent(scheme.family(), ranks.size() + 1);
                found.add(new Ranked(scheme, id, ranks.get(scheme.family()), Optional.of(id)));
            }
        }
        return List.copyOf(found);
    }

    @Override
    public CallNumber read(String callNumber, String enumeration, String hint) {
        boolean tooLong = callNumber.length() + enumeration.length() >= LONGEST;
        String text = PlainText.of(tooLong ? cut(callNumber, LONGEST / 2) : callNumber);
        Reading in = new Reading(text);
        in.skipToNext();
        KeyBytes out = new KeyBytes();
        List<String> sections = List.of();
        List<Ranked> schemes = standard;
        Optional<Prefixes.Spelling> found = prefixes.before(in);
        for (int i = 0; i < MOST_PREFIXES && found.isPresent(); i++) {
            sections = take(found.get(), sections, out);
            schemes = byPrefix.get(found.get().prefix());
            in.skipToNext();
            found = prefixes.before(in);
        }
        int end = text.length();
        Optional<Prefixes.Spelling> size = prefixes.behind(in, in.at());
        if (size.isPresent()) {
            sections = take(size.get(), sections, out);
            end = Prefixes.start(in, size.get());
        }
        out.put(SHELF);
        if (end < text.length() || !enumeration.isEmpty()) {
            String rest = text.substring(in.at(), end);
            in = new Reading(enumeration.isEmpty() ? rest
                    : rest + ' ' + PlainText.of(tooLong ? cut(enumeration, LONGEST / 2) : enumeration));
            in.skipToNext();
        }
        return key(callNumber, in, sections, tooLong ? List.of() : schemes, hint, out);
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static List<String> take(Prefixes.Spelling spelling, List<String> sections, KeyBytes out) {
        if (!spelling.prefix().apart()) {
            return sections;
        }
        out.put(spelling.rank());
        List<String> more = new ArrayList<>(sections);
        more.add(spelling.prefix().name());
        return more;
    }

    private CallNumber key(String callNumber, Reading in, List<String> sections, List<Ranked> schemes, String hint,
            KeyBytes out) {
        if (!hint.isEmpty()) {
            for (Ranked ranked : schemes) {
                if (ranked.id().equals(hint) && understands(ranked, in, out)) {
                    return new CallNumber(callNumber, out.toKey(), sections, ranked.found());
                }
            }
        }
        for (Ranked ranked : schemes) {
            if (understands(ranked, in, out)) {
                return new CallNumber(callNumber, out.toKey(), sections, ranked.found());
            }
        }
        int before = out.length();
        if (!local.write(in, out.put(NOT_UNDERSTOOD))) {
            out.cut(before);
            out.put(NOTHING_TO_READ);
        }
        return new CallNumber(callNumber, out.toKey(), sections, Optional.empty());
    }

    /** Whether the scheme has added its key; both {@code in} and {@code out} are as before when not. */
    private static boolean understands(Ranked ranked, Reading in, KeyBytes out) {
        int from = in.at();
        int length = out.length();
        out.put(ranked.rank());
        boolean understood = ranked.scheme() instanceof PlainScheme scheme ? scheme.write(in, out)
                : write(ranked, in.text().substring(from), out);
        if (!understood) {
            in.moveTo(from);
            out.cut(length);
        }
        return understood;
    }

    /** A scheme from elsewhere may be wrong about a text; that must not keep an item file from being read. */
    private static boolean write(Ranked ranked, String text, KeyBytes out) {
        try {
            Optional<ShelfKey> key = ranked.scheme().key(text);
            key.ifPresent(out::put);
            return key.isPresent();
        } catch (RuntimeException e) {
            LOG.error("The call number scheme {} cannot read a call number", ranked.id(), e);
            return false;
        }
    }

    @Override
    public Set<String> missingSchemes() {
        return Set.copyOf(missing);
    }

    @Override
    public String version() {
        return version;
    }
}
