/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long {@code sqlite3} takes to import an item file into a new database: what nothing that keeps rows does
 * without.
 */
final class SqliteImport {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path work;

    SqliteImport(Path work) {
        this.work = work;
    }

    /** In nanoseconds. */
    long measure(Path file) throws IOException {
        Path database = work.resolve("items.sqlite");
        Path output = work.resolve("sqlite3.out");
        Files.deleteIfExists(database);
        long start = System.nanoTime();
        Process process;
        try {
            process = new ProcessBuilder("sqlite3", database.toString(), "-cmd", ".mode list", "-cmd", ".separator |",
                    ".import " + file + " items").redirectErrorStream(true).redirectOutput(output.toFile()).start();
        } catch (IOException e) {
            throw new IOException("sqlite3, which imports the same file for comparison, is not installed", e);
        }
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("sqlite3 did not import the file; see " + output);
            }
            return System.nanoTime() - start;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(database);
        }
    }
}
