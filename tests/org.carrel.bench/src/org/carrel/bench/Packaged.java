/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The product of a branch as it is handed out: how large its archive is, and how long it takes to start from it. */
final class Packaged {

    private static final double MEGABYTE = 1e6;
    private static final int PATIENCE_SECONDS = 300;

    private final Path archive;
    private final Path work;

    /**
     * @param archive for Linux, with its Java runtime
     * @param work    for what is unpacked; exists
     */
    Packaged(Path archive, Path work) {
        this.archive = archive;
        this.work = work;
    }

    /** In megabytes, as networks count them. */
    double size() throws IOException {
        return Files.size(archive) / MEGABYTE;
    }

    /** Unpacks it and starts it so many times with an empty queue, after once to warm up; the median, in seconds. */
    double start(Path bundle, Screen screen, Path profile, Path empty, int times) throws IOException {
        Path folder = Files.createDirectories(work.resolve("package"));
        Process tar = new ProcessBuilder("tar", "xzf", archive.toString(), "-C", folder.toString()).inheritIO().start();
        try {
            if (!tar.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || tar.exitValue() != 0) {
                throw new IOException(archive + " cannot be unpacked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } finally {
            tar.destroyForcibly();
        }
        StartTime time = new StartTime(new Product(folder.resolve("carrel"), bundle, folder), screen, profile);
        Path data = work.resolve("package-data");
        long[] taken = new long[times];
        for (int i = -1; i < times; i++) {
            Folders.copy(empty, data);
            long millis = time.measure("package", data);
            if (i >= 0) {
                taken[i] = millis;
            }
        }
        Arrays.sort(taken);
        return Figures.percentile(taken, 50) / 1e3;
    }
}
