/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.findings.FindingFilter;
import org.carrel.inventory.findings.Standing;
import org.carrel.model.Texts;

import picocli.CommandLine.Option;

/** The options that narrow a list of findings. */
final class FindingOptions {

    private static final Texts TEXTS = Texts.of(FindingOptions.class);

    @Option(names = "--kind", paramLabel = "KIND", split = ",", descriptionKey = "findings.kind")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--state", paramLabel = "STATE", split = ",", descriptionKey = "findings.state")
    private List<String> states = new ArrayList<>();

    @Option(names = "--text", paramLabel = "WORDS", defaultValue = "", descriptionKey = "findings.text")
    private String text;

    /** Whether anything was asked for at all. */
    boolean isNarrow() {
        return !kinds.isEmpty() || !states.isEmpty() || !text.isBlank();
    }

    FindingFilter filter() throws CommandFailure {
        return new FindingFilter(all(Finding.Kind.class, kinds), all(Standing.class, states), text);
    }

    private static <E extends Enum<E>> Set<E> all(Class<E> type, List<String> names) throws CommandFailure {
        Set<E> all = EnumSet.noneOf(type);
        for (String name : names) {
            all.add(Arrays.stream(type.getEnumConstants())
                    .filter(one -> name(one).equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst().orElseThrow(() -> new CommandFailure(Exit.USAGE, TEXTS.get("findings.badName", name,
                            Arrays.stream(type.getEnumConstants()).map(FindingOptions::name)
                                    .collect(Collectors.joining(", "))))));
        }
        return all;
    }

    /** What an option calls it. */
    static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
