/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.carrel.model.CallNumberRules;
import org.carrel.model.CallNumberRules.Prefix;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the section {@code call-numbers}. Whether a scheme is installed is found out when call numbers are read. */
final class CallNumbersReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
    private static final int MOST_SPELLINGS = 20;

    private final Section section;
    private final Remarks remarks;

    CallNumbersReader(Section section) {
        this.section = section;
        this.remarks = section.remarks();
    }

    CallNumberRules read() {
        List<String> schemes = schemes(section);
        List<Prefix> prefixes = prefixes();
        section.warnOfUnknownKeys();
        return new CallNumberRules(schemes.isEmpty() ? CallNumberRules.STANDARD.schemes() : schemes, prefixes);
    }

    private List<String> schemes(Section of) {
        List<String> schemes = new ArrayList<>();
        List<Node> nodes = of.list("schemes");
        for (Node node : nodes) {
            String id = text(node);
            if (!ID.matcher(id).matches() || schemes.contains(id)) {
                remarks.error(ProfileYaml.line(node), "scheme.wrong", id);
            } else {
                schemes.add(id);
            }
        }
        return isTooLong(of, "schemes", nodes, CallNumberRules.MOST) ? List.of() : schemes;
    }

    private List<Prefix> prefixes() {
        List<Node> nodes = section.list("prefixes");
        if (!section.has("prefixes")) {
            return CallNumberRules.STANDARD.prefixes();
        }
        if (isTooLong(section, "prefixes", nodes, CallNumberRules.MOST)) {
            return List.of();
        }
        List<Prefix> prefixes = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Node node : nodes) {
            if (node instanceof MappingNode mapping) {
                Section one = Section.of("prefix", mapping, remarks);
                List<String> spellings = spellings(one, taken);
                boolean apart = one.optional("apart", true, "yesNo.wrong", Terms::yesOrNo);
                boolean atEnd = one.optional("at-end", false, "yesNo.wrong", Terms::yesOrNo);
                List<String> schemes = schemes(one);
                one.warnOfUnknownKeys();
                if (!spellings.isEmpty()) {
                    prefixes.add(new Prefix(spellings, apart, atEnd, schemes));
                }
            } else {
                remarks.error(ProfileYaml.line(node), "prefix.odd");
            }
        }
        return prefixes;
    }

    private List<String> spellings(Section one, Set<String> taken) {
        List<String> spellings = new ArrayList<>();
        List<Node> nodes = one.list("spelled");
        if (nodes.isEmpty()) {
            remarks.error(one.line("spelled"), "prefix.odd");
        }
        for (Node node : nodes) {
            String spelling = text(node);
            if (spelling.codePoints().noneMatch(Character::isLetter)) {
                remarks.error(ProfileYaml.line(node), "prefix.wrong", spelling);
            } else if (!taken.add(spelling.toUpperCase(Locale.ROOT))) {
                remarks.error(ProfileYaml.line(node), "prefix.twice", spelling);
            } else {
                spellings.add(spelling);
            }
        }
        return isTooLong(one, "spelled", nodes, MOST_SPELLINGS) ? List.of() : spellings;
    }

    private boolean isTooLong(Section of, String key, List<Node> nodes, int most) {
        if (nodes.size() > most) {
            remarks.error(of.line(key), "callNumbers.many", key, most);
        }
        return nodes.size() > most;
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }
}
