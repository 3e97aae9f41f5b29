/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The names that a bundle contributes to the workbench")
class PluginTextsTest {

    private static final Pattern REFERENCE = Pattern.compile("[\">]%([\\w.-]+)[\"<]");

    static List<Path> bundles() throws IOException {
        List<Path> contributing = new ArrayList<>();
        for (Path bundle : Checkout.here().bundles()) {
            if (Files.isRegularFile(bundle.resolve("plugin.xml"))) {
                contributing.add(bundle);
            }
        }
        return contributing;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    @DisplayName("are all there, and all used")
    void are_all_there_and_all_used(Path bundle) throws IOException {
        var asked = new TreeSet<String>();
        List<Path> contributions = new ArrayList<>(Checkout.files(bundle, ".e4xmi"));
        contributions.add(bundle.resolve("plugin.xml"));
        for (Path file : contributions) {
            Matcher reference = REFERENCE.matcher(Files.readString(file));
            while (reference.find()) {
                asked.add(reference.group(1));
            }
        }
        var names = new Properties();
        Path file = bundle.resolve("OSGI-INF/l10n/bundle.properties");
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                names.load(in);
            }
        }

        assertEquals(asked, new TreeSet<>(names.stringPropertyNames()));
    }
}
