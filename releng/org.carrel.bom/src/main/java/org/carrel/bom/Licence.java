/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bom;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A licence as an SPDX expression without brackets: choices, joined by {@code OR}, of licences that hold together,
 * joined by {@code AND}.
 */
record Licence(String expression) {

    /** What the product, which is under EPL-2.0, may contain: unchanged, as separate files. */
    private static final Set<String> COMPATIBLE = Set.of("EPL-2.0", "EPL-1.0", "Apache-2.0", "MIT", "BSD-2-Clause",
            "BSD-3-Clause", "0BSD", "ISC", "Unicode-3.0", "W3C", "LGPL-2.1-only", "LGPL-2.1-or-later", "CC0-1.0");

    private List<Set<String>> choices() {
        return Arrays.stream(expression.split(" OR "))
                .map(choice -> Arrays.stream(choice.split(" AND ")).map(String::strip).collect(Collectors.toSet()))
                .toList();
    }

    /** Every licence that is named. */
    Set<String> names() {
        return choices().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Whether one of the choices is compatible as a whole. */
    boolean isCompatible() {
        return choices().stream().anyMatch(COMPATIBLE::containsAll);
    }
}
