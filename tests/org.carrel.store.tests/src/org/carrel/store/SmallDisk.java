/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/**
 * A disk of its own, small, in memory. Only root on Linux can make one; elsewhere the tests that want it are skipped
 * and say so.
 */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 64 * 1024;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    static SmallDisk mount(Path folder, int megabytes) throws Exception {
        Files.createDirectories(folder);
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "needs Linux, to mount a small disk");
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()) == 0,
                "needs the right to mount a small disk");
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Fills it to the last block. */
    Path fill() throws IOException {
        Path filler = folder.resolve("filler");
        try (var out = Files.newOutputStream(filler)) {
            for (int block = BLOCK; block >= 512;) {
                try {
                    out.write(new byte[block]);
                    out.flush();
                } catch (IOException e) {
                    // Full for blocks of this size: go on with smaller ones.
                    block /= 2;
                }
            }
        }
        return filler;
    }

    void makeReadOnly() throws Exception {
        if (run("mount", "-o", "remount,ro", folder.toString()) != 0) {
            throw new IOException("cannot remount " + folder);
        }
    }

    void makeWritable() throws Exception {
        if (run("mount", "-o", "remount,rw", folder.toString()) != 0) {
            throw new IOException("cannot remount " + folder);
        }
    }

    @Override
    public void close() throws Exception {
        run("umount", "-l", folder.toString());
    }

    private static int run(String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        } catch (IOException e) {
            return -1;
        }
        process.getInputStream().readAllBytes();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
