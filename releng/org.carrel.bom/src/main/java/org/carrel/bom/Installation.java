/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.stream.Stream;

/**
 * The product as it lies on a disk: what is in its folder {@code plugins}, and in the jars in there.
 *
 * @param nested where jars inside bundles come from, by the beginning of their names: {@code bundle!/folder/} to the
 *               group and the version; the artifact is called like the file
 */
record Installation(Path folder, Map<String, String> nested) {

    static final String OWN = "org.carrel.";

    /** Every installation below {@code folder}. */
    static List<Installation> below(Path folder, Map<String, String> nested) throws IOException {
        try (Stream<Path> all = Files.walk(folder, 8)) {
            return all.filter(file -> file.endsWith("plugins") && Files.isDirectory(file)
                    && Files.exists(file.resolveSibling("artifacts.xml"))).map(Path::getParent).sorted()
                    .map(root -> new Installation(root, nested)).toList();
        }
    }

    /** The names of the files and folders in {@code plugins}. */
    List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("plugins"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** What the product consists of, by name. */
    List<Part> parts() throws IOException {
        Origins origins = Origins.of(folder);
        List<Part> parts = new ArrayList<>();
        for (String file : bundles()) {
            Path bundle = folder.resolve("plugins").resolve(file);
            Contents contents = Files.isDirectory(bundle) ? Contents.ofFolder(bundle)
                    : Contents.ofJar(Files.readAllBytes(bundle));
            Attributes header = contents.header();
            String name = Optional.ofNullable(header.getValue("Bundle-SymbolicName")).orElse(file)
                    .replaceFirst(";.*", "").strip();
            String fullVersion = file.startsWith(name + '_')
                    ? file.substring(name.length() + 1).replaceFirst("\\.jar$", "")
                    : header.getValue("Bundle-Version");
            boolean own = name.startsWith(OWN);
            parts.add(part(name, fullVersion, own ? Optional.empty() : origins.of(name, fullVersion), own, contents));
            for (Map.Entry<String, byte[]> jar : contents.nestedJars().entrySet()) {
                Contents inner = Contents.ofJar(jar.getValue());
                String innerName = name + "!/" + jar.getKey();
                Optional<Part.Coordinates> origin = origin(innerName).or(inner::coordinates);
                parts.add(part(innerName,
                        origin.map(Part.Coordinates::version).or(inner::version).orElse("unknown"), origin, false,
                        inner));
            }
        }
        return parts;
    }

    private Optional<Part.Coordinates> origin(String innerName) {
        String artifact = innerName.replaceFirst(".*/", "").replaceFirst("\\.jar$", "");
        return nested.entrySet().stream().filter(known -> innerName.startsWith(known.getKey())).findFirst()
                .map(known -> known.getValue().split(":"))
                .map(words -> new Part.Coordinates(words[0], artifact, words[1]));
    }

    private static Part part(String name, String version, Optional<Part.Coordinates> origin, boolean own,
            Contents contents) {
        return new Part(name, version, origin.or(contents::coordinates), own, contents.sha256(), contents.stated(),
                own ? Optional.empty() : contents.notice());
    }
}
