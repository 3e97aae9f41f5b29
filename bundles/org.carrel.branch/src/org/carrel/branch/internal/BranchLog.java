/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Starts the log of a branch, where the program logs through Logback; leaves any other logging alone. */
final class BranchLog {

    private static final String LOGBACK = "ch.qos.logback.classic.LoggerContext";
    private static final String OWN_CONFIGURATION = "logback.configurationFile";

    private BranchLog() {}

    /** Until a branch is open there is no file: warnings go to the error output, and the rest nowhere. */
    static void waitForBranch() {
        ours().ifPresent(LogbackFile::waitForFolder);
    }

    /** @param dataFolder the log's folder */
    static void startIn(Path dataFolder) {
        ours().ifPresent(factory -> LogbackFile.startIn(factory, dataFolder));
    }

    private static Optional<ILoggerFactory> ours() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        // By name: Logback is an optional import, and its classes must not be touched where it is missing. An
        // administrator's own configuration file stays in force.
        return Optional.of(factory).filter(
                any -> any.getClass().getName().equals(LOGBACK) && System.getProperty(OWN_CONFIGURATION) == null);
    }
}
