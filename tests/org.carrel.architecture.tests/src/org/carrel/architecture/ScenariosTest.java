/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The drivers of the window run what one class lists. */
@DisplayName("The scenarios of the window")
class ScenariosTest {

    private static final Pattern IS_ONE = Pattern.compile("abstract class (\\w+) extends Scenario\\b");
    private static final Pattern IS_LISTED = Pattern.compile("@Nested\\s+class \\w+ extends (\\w+) ");

    @Test
    @DisplayName("are all in the one list that every driver runs")
    void are_all_in_the_list() throws IOException {
        Path folder = Checkout.here().root()
                .resolve("tests/org.carrel.uitests/src/org/carrel/uitests/scenarios");
        Set<String> there = new TreeSet<>();
        for (Path file : Checkout.files(folder, ".java")) {
            there.addAll(names(IS_ONE, file));
        }
        assertFalse(there.isEmpty(), "no scenarios in " + folder);
        assertEquals(there, names(IS_LISTED, folder.resolve("EveryScenario.java")));
    }

    private static Set<String> names(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).results().map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
