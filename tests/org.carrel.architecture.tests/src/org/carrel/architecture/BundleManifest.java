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
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * What a bundle says of itself, as far as the layering is concerned.
 *
 * @param name     the symbolic name
 * @param requires symbolic names of the bundles that it requires
 * @param imports  names of the packages that it imports
 * @param exports  names of the packages that it exports
 * @param headers  names of all headers
 */
record BundleManifest(String name, List<String> requires, List<String> imports, List<String> exports,
        List<String> headers) {

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
                attributes.keySet().stream().map(Object::toString).sorted().toList());
    }

    /** The names in a header: its clauses without their attributes and directives. */
    private static List<String> names(String header) {
        List<String> names = new ArrayList<>();
        if (header == null) {
            return names;
        }
        // A comma inside quotes belongs to a version range.
        for (String clause : header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            names.add(clause.split(";")[0].strip());
        }
        return names;
    }
}
