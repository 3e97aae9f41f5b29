/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The folder of a branch")
class BranchFolderTest {

    @TempDir
    private Path branches;
    private Path folder;

    @BeforeEach
    void has_a_profile() throws IOException {
        folder = Files.createDirectory(branches.resolve("north"));
        Files.writeString(folder.resolve("branch.yaml"), "branch:\n");
    }

    private void branding(String text) throws IOException {
        Files.writeString(folder.resolve("branding.properties"), text);
    }

    private BranchFault fault() {
        return assertThrows(BranchFault.class, () -> BranchFolder.of(folder));
    }

    @Test
    void names_the_product_when_nothing_else_does() throws IOException, BranchFault {
        Branding branding = BranchFolder.of(folder).branding();
        assertEquals("Carrel north", branding.name());
        assertEquals(Optional.empty(), branding.accent());
        assertFalse(branding.portable());
    }

    @Test
    void says_how_the_product_presents_itself() throws IOException, BranchFault {
        branding("# a remark\nname = Bücherei Nord\nlanguage = nl-NL\naccent = #102030\nportable = yes\n");
        Branding branding = BranchFolder.of(folder).branding();
        assertEquals("Bücherei Nord", branding.name());
        assertEquals(Optional.of(Locale.of("nl", "NL")), branding.language());
        assertEquals(Optional.of(new Branding.Accent("#102030", "#102030")), branding.accent());
        assertEquals("-product\norg.carrel.branches.north.product\n-nl\nnl_NL\n-carrel.portable\n",
                StartOptions.of(BranchFolder.of(folder)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "colour = red", "accent = red", "portable = perhaps", "language = _", "name = x\nname = y",
            "what is this" })
    void with_a_mistake_makes_no_product_and_names_the_line(String mistake) throws IOException {
        branding("# a remark\n\n" + mistake + "\n");
        int line = mistake.startsWith("name") ? 4 : 3;
        String sentence = fault().getMessage();
        assertTrue(sentence.contains("branding.properties, line " + line + ":"), sentence);
    }

    @Test
    void that_is_not_there_or_has_no_profile_or_a_name_of_its_own_kind_is_refused() throws IOException {
        assertThrows(BranchFault.class, () -> BranchFolder.of(branches.resolve("south")));
        Files.delete(folder.resolve("branch.yaml"));
        assertTrue(fault().getMessage().contains("no profile"));
        Path odd = Files.createDirectory(branches.resolve("North Branch"));
        assertThrows(BranchFault.class, () -> BranchFolder.of(odd));
    }

    @Test
    void gives_what_the_profile_needs_and_nothing_else() throws IOException, BranchFault {
        branding("");
        for (String name : List.of("library-ca.pem", "logo.png", "branch.sealed", "recovery.pem", "README.md",
                ".hidden",
                "branch.yaml~")) {
            Files.writeString(folder.resolve(name), name);
        }
        assertEquals(List.of("branch.yaml", "library-ca.pem"),
                BranchFolder.of(folder).installed().stream().map(file -> file.getFileName().toString()).toList());
        assertTrue(BranchFolder.of(folder).sealed().isPresent());
    }
}
