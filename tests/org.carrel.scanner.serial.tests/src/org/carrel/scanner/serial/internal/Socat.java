/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.serial.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A cable between two pseudo terminals, made by {@code socat}. Closing it pulls it out. */
final class Socat implements AutoCloseable {

    private final Process process;
    private final Path near;
    private final Path far;

    private Socat(Process process, Path near, Path far) {
        this.process = process;
        this.near = near;
        this.far = far;
    }

    /** Whether there is a socat on this machine. */
    static boolean isHere() {
        try {
            Process version = new ProcessBuilder("socat", "-V").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return version.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Plugs in a cable whose ends have these names in the folder; returns when both are there. */
    static Socat plug(Path folder, String name) throws IOException {
        Path near = folder.resolve(name);
        Path far = folder.resolve(name + "-scanner");
        Files.deleteIfExists(near);
        Files.deleteIfExists(far);
        Process process = new ProcessBuilder("socat", "-d", "-d", "-t", "0", end(near), end(far)).start();
        BufferedReader says = process.errorReader(StandardCharsets.UTF_8);
        for (String line = says.readLine(); line == null || !line.contains("starting data transfer"); line = says
                .readLine()) {
            if (line == null) {
                throw new IOException("socat ended with " + process.onExit().join().exitValue());
            }
        }
        // Nobody reads on: socat says little more, and must not wait for a reader.
        Thread.ofVirtual().start(() -> drain(says));
        return new Socat(process, near, far);
    }

    private static void drain(BufferedReader says) {
        try {
            says.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String end(Path link) {
        return "pty,raw,echo=0,link=" + link;
    }

    /** What the desk opens. */
    String port() {
        return near.toString();
    }

    /** What the scanner writes to. */
    OutputStream scanner() throws IOException {
        return Files.newOutputStream(far);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("socat does not end");
            }
            // Killed, it leaves its links behind, as no real cable does.
            Files.deleteIfExists(near);
            Files.deleteIfExists(far);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
