/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a bundle says of itself, as far as the layering is concerned.
 *
 * @param name     the symbolic name
 * @param requires symbolic names of the bundles that it requires
 * @param imports  names of the packages that it imports
 * @param exports  names of the packages that it exports
 * @param versions of packages that it exports in one, that
 * @param friends  of packages that it exports to certain bundles alone, the names of those
 * @param headers  names of all headers
 */
record BundleManifest(String name, List<String> requires, List<String> imports, List<String> exports,
        Map<String, String> versions, Map<String, List<String>> friends, List<String> headers) {

    private static final Pattern VERSION = Pattern.compile(";version=\"([^\"]+)\"");
    private static final Pattern FRIENDS = Pattern.compile("x-friends:=\"([^\"]+)\"");

    static BundleManifest read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(new Manifest(in).getMainAttributes());
        }
    }

    static BundleManifest parse(String text) throws IOException {
        return of(new Manifest(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).getMainAttributes());
    }

    private static BundleManifest of(Attributes attributes) {
        return new BundleManifest(names(attributes.getValue("Bundle-SymbolicName")).getFirst(),
                names(attributes.getValue("Require-Bundle")), names(attributes.getValue("Import-Package")),
                names(attributes.getValue("Export-Package")),
                each(attributes.getValue("Export-Package"), VERSION, version -> version),
                each(attributes.getValue("Export-Package"), FRIENDS, names -> List.of(names.split("\\s*,\\s*"))),
                attributes.keySet().stream().map(Object::toString).sorted().toList());
    }

    /** The names in a header: its clauses without their attributes and directives. */
    private static List<String> names(String header) {
        return clauses(header).stream().map(clause -> clause.split(";")[0].strip()).toList();
    }

    /** What {@code sought} finds in the clauses of a header, by the names of those that have it. */
    private static <T> Map<String, T> each(String header, Pattern sought, Function<String, T> meaning) {
        Map<String, T> found = new TreeMap<>();
        for (String clause : clauses(header)) {
            Matcher matcher = sought.matcher(clause);
            if (matcher.find()) {
                found.put(clause.split(";")[0].strip(), meaning.apply(matcher.group(1)));
            }
        }
        return found;
    }

    private static List<String> clauses(String header) {
        // A comma inside quotes belongs to a version range, or to a list of friends.
        return header == null ? List.of() : List.of(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    }
}
