/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** What the guide to the practice server lists is what it can do. */
@DisplayName("Every fault of the practice server")
class FaultMatrixCoversTest {

    private static final Pattern FAULT = Pattern.compile("`([a-z-]+)");
    private static final Pattern TRIED = Pattern.compile("[\" ]([a-z-]+)(?=[\" ])");

    @Test
    @DisplayName("is tried on check-outs and check-ins by the matrix of faults")
    void is_in_the_matrix() throws IOException {
        Path root = Checkout.here().root();
        String guide = between(root.resolve("docs/practice-server.md"), "| fault | what the desk meets | applied? |",
                "With SIP2 the statuses");
        Set<String> faults = new TreeSet<>(names(FAULT, guide.lines().map(line -> line.split("\\|"))
                .filter(cells -> cells.length > 1).map(cells -> cells[1]).collect(Collectors.joining("\n"))));
        assertTrue(faults.size() > 12, faults.toString());
        // Each for every kind of transaction there is.
        String matrix = between(
                root.resolve("tests/org.carrel.sync.tests/src/org/carrel/sync/internal/FaultMatrixTest.java"),
                "for (Kind kind : Kind.values())", "return cases.stream()");
        faults.removeAll(names(TRIED, matrix));
        assertEquals(Set.of(), faults, "not in the matrix");
    }

    private static String between(Path file, String start, String end) throws IOException {
        String text = Files.readString(file);
        int from = text.indexOf(start);
        int to = text.indexOf(end, from);
        assertTrue(from >= 0 && to > from, "no \"" + start + "\" before \"" + end + "\" in " + file);
        return text.substring(from, to);
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).collect(Collectors.toSet());
    }
}
