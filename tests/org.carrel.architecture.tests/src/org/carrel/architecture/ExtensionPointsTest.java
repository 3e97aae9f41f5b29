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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The extension points")
class ExtensionPointsTest {

    private static final Pattern POINT = Pattern
            .compile("<extension-point[^>]*?\\bid=\"([^\"]+)\"[^>]*?\\bschema=\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("<meta\\.section type=\"(\\w+)\"/>");
    private static final Pattern PART = Pattern.compile("<(element|attribute) name=\"(\\w+)\"");
    private static final Pattern DOCUMENTATION = Pattern.compile("<documentation>\\s*([^<]+?)\\s*</documentation>");
    private static final Pattern PROMISED_ID = Pattern
            .compile("`(org\\.carrel\\.\\w+\\.ui\\.perspective|org\\.carrel\\.ui\\.commands)`");

    /** The schema of each point, by its whole id. */
    static Stream<Map.Entry<String, Path>> schemas() throws IOException {
        var schemas = new TreeMap<String, Path>();
        for (Path bundle : Checkout.here().bundles()) {
            if (Files.isRegularFile(bundle.resolve("plugin.xml"))) {
                Matcher point = POINT.matcher(Files.readString(bundle.resolve("plugin.xml")));
                while (point.find()) {
                    schemas.put(bundle.getFileName() + "." + point.group(1), bundle.resolve(point.group(2)));
                }
            }
        }
        return schemas.entrySet().stream();
    }

    @Test
    void are_those_that_libraries_were_promised() throws IOException {
        assertTrue(new TreeSet<>(schemas().map(Map.Entry::getKey).toList()).containsAll(List.of(
                "org.carrel.circulation.barcodeRules", "org.carrel.inventory.callNumberSchemes",
                "org.carrel.inventory.reports", "org.carrel.scanner.scannerDrivers", "org.carrel.sync.exchangeFormats",
                "org.carrel.sync.ilsTransports")), () -> "one is gone");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    @DisplayName("have each a schema that explains itself: of")
    void explain_themselves(Map.Entry<String, Path> point) throws IOException {
        String schema = Files.readString(point.getValue());
        List<String> wrong = new ArrayList<>();
        List<String> sections = SECTION.matcher(schema).results().map(found -> found.group(1)).toList();
        Stream.of("since", "examples", "apiinfo", "implementation", "copyright")
                .filter(section -> !sections.contains(section)).forEach(section -> wrong.add("no section " + section));
        // Each part is documented before the next one begins, and the schema itself before the first.
        Matcher part = PART.matcher(schema);
        String before = "the schema";
        int from = 0;
        while (part.find()) {
            judge(before, schema.substring(from, part.start()), wrong);
            before = part.group(1) + " " + part.group(2);
            from = part.start();
        }
        judge(before, schema.substring(from), wrong);
        assertTrue(schema.contains(point.getKey() + "&"), "the example names the point");
        assertEquals(List.of(), wrong, () -> point.getValue().toString());
    }

    private static void judge(String part, String text, List<String> wrong) {
        Matcher documentation = DOCUMENTATION.matcher(text);
        if (!documentation.find() || documentation.group(1).length() < 6) {
            wrong.add(part + " is not explained");
        }
    }

    @Test
    @DisplayName("stand in the guide for libraries, with the places in the workbench that are there")
    void stand_in_the_guide() throws IOException {
        Path root = Checkout.here().root();
        String guide = Files.readString(root.resolve("docs/extending/README.md"));
        var workbench = new StringBuilder();
        for (Path bundle : Checkout.here().bundles()) {
            if (Files.isRegularFile(bundle.resolve("plugin.xml"))) {
                workbench.append(Files.readString(bundle.resolve("plugin.xml")));
            }
        }
        assertEquals(List.of(), schemas().map(Map.Entry::getKey)
                .filter(point -> !point.startsWith("org.carrel.ui.") && !guide.contains("`" + point + "`")).toList(),
                "not in the guide");
        List<String> promised = PROMISED_ID.matcher(guide).results().map(found -> found.group(1)).distinct().toList();
        assertTrue(promised.size() > 4, promised::toString);
        assertEquals(List.of(),
                promised.stream().filter(id -> !workbench.toString().contains("id=\"" + id + "\"")).toList(),
                "promised and not there");
    }
}
