/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;

class BranchLogTest {

    @TempDir
    Path folder;

    private static LoggerContext context() {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        return context;
    }

    @Test
    void the_log_is_written_to_its_file_and_chatty_libraries_are_quiet() throws IOException {
        LoggerContext context = context();
        LogbackFile.startIn(context, folder);
        Logger logger = context.getLogger("org.carrel.test");
        logger.info("opened {}", "here");
        logger.debug("not this");
        context.getLogger("org.apache.hc.client5.http.wire").info("nor this");
        context.stop();

        String log = Files.readString(folder.resolve("offline-circ.log"));
        assertEquals(1, log.lines().count(), log);
        assertTrue(log.contains("INFO") && log.contains("opened here"), log);
    }

    @Test
    void before_a_branch_is_open_only_warnings_are_said_and_never_where_a_script_reads() {
        LoggerContext context = context();
        PrintStream output = System.out;
        PrintStream errors = System.err;
        var onOutput = new ByteArrayOutputStream();
        var onErrors = new ByteArrayOutputStream();
        System.setOut(new PrintStream(onOutput, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(onErrors, true, StandardCharsets.UTF_8));
        try {
            LogbackFile.waitForFolder(context);
            context.getLogger("org.carrel.test").info("not this");
            context.getLogger("org.carrel.test").warn("but this");
        } finally {
            System.setOut(output);
            System.setErr(errors);
            context.stop();
        }
        assertEquals("", onOutput.toString(StandardCharsets.UTF_8));
        assertEquals("WARN: but this", onErrors.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void a_log_that_has_grown_large_is_packed_and_a_new_one_begun() throws IOException {
        Files.writeString(folder.resolve("offline-circ.log"), "yesterday's line\n".repeat(400_000));
        LoggerContext context = context();
        LogbackFile.startIn(context, folder);
        context.getLogger("org.carrel.test").info("the first line");
        context.getLogger("org.carrel.test").info("the second line");
        // Waits for the packing.
        context.stop();

        assertTrue(Files.size(folder.resolve("offline-circ.log")) < 1_000, "a new one");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> packed = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("offline-circ\\.\\d{4}-\\d\\d-\\d\\d\\.\\d+\\.log\\.gz")).toList();
            assertEquals(1, packed.size(), packed.toString());
            try (var lines = new GZIPInputStream(Files.newInputStream(folder.resolve(packed.getFirst())))) {
                assertEquals("yesterday's line", new String(lines.readNBytes(16), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void a_log_that_cannot_be_written_does_not_stop_the_desk() throws IOException {
        Files.createDirectories(folder.resolve("offline-circ.log"));
        LoggerContext context = context();
        LogbackFile.startIn(context, folder);
        context.getLogger("org.carrel.test").info("nowhere");
        context.stop();
        assertTrue(Files.isDirectory(folder.resolve("offline-circ.log")));
    }

    @Test
    void starting_again_elsewhere_leaves_the_first_log_alone() throws IOException {
        LoggerContext context = context();
        LogbackFile.startIn(context, Files.createDirectory(folder.resolve("a")));
        LogbackFile.startIn(context, Files.createDirectory(folder.resolve("b")));
        context.getLogger("org.carrel.test").info("once");
        context.stop();
        assertFalse(Files.readString(folder.resolve("a/offline-circ.log")).contains("once"));
        assertTrue(Files.readString(folder.resolve("b/offline-circ.log")).contains("once"));
    }
}
