/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What others made")
class WhatOthersMadeTest {

    private static final Pattern REFERENCE = Pattern.compile("\"bom-ref\"\\s*:\\s*\"([^\"]+)@([^\"]+)\"");

    private final Path home = Path.of(System.getProperty("carrel.product", ""));

    /** The bundles that lie in the product, as {@code name_version}. */
    private Set<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("plugins"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.jar$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    @DisplayName("is in the product's bill of materials, bundle by bundle")
    void isInTheBillOfMaterials() throws IOException {
        Set<String> listed = REFERENCE.matcher(Files.readString(home.resolve("sbom.cdx.json"))).results()
                .map(found -> found.group(1) + '_' + found.group(2))
                .filter(part -> !part.contains("!/") && !part.startsWith("carrel_"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(listed.size() > 80, "listed: " + listed.size());
        assertEquals(bundles(), listed);
    }

    @Test
    @DisplayName("is named in the NOTICE, with its version")
    void isNamedInTheNotice() throws IOException {
        String notice = Files.readString(home.resolve("NOTICE"));
        List<String> missing = bundles().stream().filter(bundle -> !bundle.startsWith("org.carrel."))
                .filter(bundle -> !notice.contains("\n" + named(bundle) + "\n")).toList();
        assertEquals(List.of(), missing);
    }

    /** The version begins after the first underline that a digit follows. */
    private static String named(String bundle) {
        return bundle.replaceFirst("_(?=\\d+\\.)", " ");
    }
}
