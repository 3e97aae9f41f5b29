/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
