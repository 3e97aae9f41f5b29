/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A serial cable with an idle scanner at its far end: two pseudo terminals that {@code socat} connects. */
final class SerialCable implements AutoCloseable {

    private final Process process;
    private final Path port;

    private SerialCable(Process process, Path port) {
        this.process = process;
        this.port = port;
    }

    static boolean canBeMade() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "socat")));
    }

    /** Returns when both ends are there. */
    static SerialCable plug(Path folder, String name) throws IOException {
        Path near = folder.resolve(name);
        Process process = new ProcessBuilder("socat", "-d", "-d", "pty,raw,echo=0,link=" + near,
                "pty,raw,echo=0,link=" + folder.resolve(name + "-scanner")).start();
        BufferedReader says = process.errorReader(StandardCharsets.UTF_8);
        String line = says.readLine();
        while (line != null && !line.contains("starting data transfer")) {
            line = says.readLine();
        }
        if (line == null) {
            process.destroy();
            throw new IOException("socat made no serial cable");
        }
        Thread.ofPlatform().daemon().name("cable-" + name).start(() -> drain(says));
        return new SerialCable(process, near);
    }

    /** It must not wait for somebody to read what it says. */
    private static void drain(BufferedReader says) {
        try {
            says.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // It was pulled: there is nothing more to say.
            return;
        }
    }

    /** What the desk opens. */
    Path port() {
        return port;
    }

    @Override
    public void close() {
        Product.end(process);
    }
}
