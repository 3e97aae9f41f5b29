/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The next version, beside the one that runs")
class NextProgramTest {

    private static final Path BUNDLES = Path.of("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
    private static final Path SETTINGS = Path.of("configuration/config.ini");
    private static final Path SCRIPT = Path.of("carrel");
    private static final Path PROFILE = Path.of("branch", "branch.yaml");
    private static final String HEAD = "#encoding=UTF-8\n#version=1\n";
    private static final String FRAMEWORK = "osgi.framework=file\\:plugins/osgi.jar\n";
    private static final String OLD = HEAD + "desk,1.0,plugins/desk_1.jar,4,false\n";
    private static final String NEW = HEAD + "desk,2.0,plugins/desk_2.jar,4,false\ninfo,1.0,plugins/info.jar,4,false\n";
    private static final Set<String> WANTED = Set.of("desk 2.0", "info 1.0");

    @TempDir
    private Path folder;
    private Path program;
    private Path beside;
    private NextProgram next;

    @BeforeEach
    void a_program() throws IOException {
        program = folder.resolve("carrel");
        beside = program.resolve("p2/next");
        for (String jar : new String[] { "osgi", "desk_1", "desk_2", "info" }) {
            write(program.resolve("plugins").resolve(jar + ".jar"), "");
        }
        write(program.resolve(BUNDLES), OLD);
        write(program.resolve(SETTINGS), FRAMEWORK);
        write(program.resolve(SCRIPT), "#!/bin/sh\nold");
        assertTrue(program.resolve(SCRIPT).toFile().setExecutable(true));
        Files.createDirectories(beside.getParent());
        next = new NextProgram(program, beside);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void changes_nothing_before_it_is_taken_and_then_all() throws IOException {
        write(program.resolve("branch/old.pem"), "of the version before");
        next.begin(7);
        Files.writeString(beside.resolve(BUNDLES), NEW);
        next.put(Map.of(SCRIPT, "#!/bin/sh\nnew".getBytes(StandardCharsets.UTF_8), PROFILE,
                "branch:".getBytes(StandardCharsets.UTF_8)));
        assertTrue(next.starts(WANTED));
        assertEquals(OLD, Files.readString(program.resolve(BUNDLES)));
        assertEquals("#!/bin/sh\nold", Files.readString(program.resolve(SCRIPT)));
        assertFalse(Files.exists(program.resolve(PROFILE)));
        assertEquals(Optional.of(7L), NextProgram.from(beside));

        next.take(Set.of(Path.of("branch", "old.pem")));
        assertEquals(NEW, Files.readString(program.resolve(BUNDLES)));
        assertEquals("#!/bin/sh\nnew", Files.readString(program.resolve(SCRIPT)));
        assertTrue(Files.isExecutable(program.resolve(SCRIPT)), "it can be started as before");
        assertEquals("branch:", Files.readString(program.resolve(PROFILE)));
        assertFalse(Files.exists(program.resolve("branch/old.pem")));
        assertEquals(Optional.empty(), NextProgram.from(beside));
        assertFalse(Files.exists(beside));
    }

    @Test
    void is_brought_to_its_end_by_who_comes_after_somebody_who_was_ended_in_the_middle() throws IOException {
        next.begin(7);
        Files.writeString(beside.resolve(BUNDLES), NEW);
        next.put(Map.of(SCRIPT, "#!/bin/sh\nnew".getBytes(StandardCharsets.UTF_8)));
        // So far it came.
        Files.move(beside.resolve(BUNDLES), program.resolve(BUNDLES),
                StandardCopyOption.REPLACE_EXISTING);

        NextProgram after = new NextProgram(program, beside);
        assertTrue(after.starts(WANTED));
        after.take(Set.of());
        assertEquals("#!/bin/sh\nnew", Files.readString(program.resolve(SCRIPT)));
        assertEquals(Optional.empty(), NextProgram.from(beside));
    }

    @Test
    void does_not_start_unless_it_is_written_to_its_end_for_just_what_is_installed() throws IOException {
        next.begin(7);
        assertFalse(next.starts(WANTED), "that is the version before");
        for (int end = 0; end < NEW.length() - 1; end++) {
            Files.writeString(beside.resolve(BUNDLES), NEW.substring(0, end));
            assertFalse(next.starts(WANTED), "cut off after " + end);
        }
        Files.writeString(beside.resolve(BUNDLES), NEW);
        assertTrue(next.starts(WANTED));
        Files.writeString(beside.resolve(SETTINGS), FRAMEWORK.strip());
        assertFalse(next.starts(WANTED), "settings that were cut off");
        Files.writeString(beside.resolve(SETTINGS), FRAMEWORK.replace("osgi.jar", "none.jar"));
        assertFalse(next.starts(WANTED), "a framework that is not there");
        Files.writeString(beside.resolve(SETTINGS), FRAMEWORK);
        Files.delete(program.resolve("plugins/info.jar"));
        assertFalse(next.starts(WANTED), "a bundle that is not there");
    }

    @Test
    void was_never_begun_when_its_mark_was_cut_off() throws IOException {
        next.begin(1795379318790L);
        Path mark = beside.resolveSibling("next.from");
        Files.writeString(mark, Files.readString(mark).substring(0, 5));
        assertEquals(Optional.empty(), NextProgram.from(beside));
    }
}
