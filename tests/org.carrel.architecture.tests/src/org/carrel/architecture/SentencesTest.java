/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Sentences")
class SentencesTest {

    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path bundle : Checkout.here().bundles()) {
            files.addAll(Checkout.files(bundle.resolve("src"), "messages.properties"));
        }
        return files;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("are there, are used and are well formed in")
    void are_there_used_and_well_formed(Path file) throws IOException {
        Path source = file;
        while (!source.endsWith("src")) {
            source = source.getParent();
        }
        List<Path> all = Checkout.files(source, ".java");
        List<Path> beside = all.stream().filter(java -> java.getParent().equals(file.getParent())).toList();
        Sentences sentences = Sentences.read(file, beside, all);

        assertAll(() -> assertEquals(Set.of(), sentences.missing(), "asked for and not there"),
                () -> assertEquals(Set.of(), sentences.unused(), "there and not asked for"),
                () -> assertEquals(List.of(), sentences.malformed(), "not shown as written"));
    }

    @Test
    @DisplayName("that are missing, unused or malformed are found out")
    void bad_ones_are_found_out() {
        var texts = new TreeMap<>(Map.of("a.used", "Used.", "b.unused", "Unused.", "c.one", "One of several.",
                "d.argument", "It's {0}.", "e.plain", "It''s.", "f.open", "Open {0"));
        Sentences sentences = Sentences.of(texts, """
                String s = TEXTS.get("a.used") + texts.get(late ? "g.late" : "a.used", f("no, key"));
                String t = Texts.of(Some.class).get("c." + kind);
                call("d.argument", "e.plain", "f.open");
                """);

        assertEquals(Set.of("g.late"), sentences.missing());
        assertEquals(Set.of("b.unused"), sentences.unused());
        assertEquals(3, sentences.malformed().size(), () -> sentences.malformed().toString());
    }
}
