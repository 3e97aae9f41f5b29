/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.TreeMap;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What goes into an archive")
class ArchiveTest {

    private static final Instant TIME = Instant.parse("2026-11-22T10:30:00Z");

    @TempDir
    private Path work;

    private static void java(Path home, String os, String arch, String version, String program) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("jmods"));
        Files.writeString(home.resolve("jmods").resolve("java.base.jmod"), "for linking");
        Files.writeString(home.resolve("bin").resolve(program), "the program");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nOS_NAME=\"" + os
                + "\"\nOS_ARCH=\"" + arch + "\"\n");
    }

    @Test
    void keeps_programs_and_links_and_is_the_same_each_time() throws IOException {
        Path root = Files.createDirectories(work.resolve("carrel"));
        Path program = Files.writeString(root.resolve("start"), "#!/bin/sh\n");
        assertTrue(program.toFile().setExecutable(true, false));
        Files.writeString(root.resolve("text"), "words");
        Files.createSymbolicLink(root.resolve("link"), Path.of("text"));
        new Archive(root, TIME).write(work.resolve("one.tar.gz"));
        Files.setLastModifiedTime(program, FileTime.fromMillis(0));
        new Archive(root, TIME).write(work.resolve("other.tar.gz"));
        assertArrayEquals(Files.readAllBytes(work.resolve("one.tar.gz")),
                Files.readAllBytes(work.resolve("other.tar.gz")));

        TreeMap<String, TarArchiveEntry> entries = new TreeMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(work.resolve("one.tar.gz")));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(entry.getName(), entry);
            }
        }
        assertEquals(0755, entries.get("carrel/start").getMode() & 0777);
        assertEquals(0644, entries.get("carrel/text").getMode() & 0777);
        assertEquals("text", entries.get("carrel/link").getLinkName());
    }

    @Test
    void is_a_java_for_the_right_system_without_what_only_compiling_needs() throws IOException, BranchFault {
        java(work.resolve("unpacked/jdk-25"), "Windows", "x86_64", "25.0.1", "java.exe");
        JavaRuntime.copy(work.resolve("unpacked"), Platform.WINDOWS, work.resolve("jre"));
        assertTrue(Files.exists(work.resolve("jre/bin/java.exe")));
        assertFalse(Files.exists(work.resolve("jre/jmods")));

        java(work.resolve("mac/jdk-25/Contents/Home"), "Darwin", "aarch64", "25", "java");
        JavaRuntime.copy(work.resolve("mac"), Platform.MACOS, work.resolve("mac-jre"));
        assertTrue(Files.exists(work.resolve("mac-jre/bin/java")));
    }

    @Test
    void is_no_java_for_another_system_nor_an_old_one_nor_none() throws IOException {
        java(work.resolve("intel"), "Darwin", "x86_64", "25", "java");
        java(work.resolve("old"), "Darwin", "aarch64", "17.0.9", "java");
        Files.createDirectories(work.resolve("none"));
        for (String name : new String[] { "intel", "old", "none" }) {
            assertThrows(BranchFault.class,
                    () -> JavaRuntime.copy(work.resolve(name), Platform.MACOS, work.resolve("jre")), name);
        }
    }
}
