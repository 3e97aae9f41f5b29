/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The practice library as a program of its own, at a port that is known before; it ends with its input. */
final class LibrarySystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;

    /**
     * @param folder for its files
     * @param secret of the WSKey that it lets in
     */
    LibrarySystem(Path folder, int port, String secret) throws IOException {
        Path data = folder.resolve("library");
        Path profile = folder.resolve("library.yaml");
        Files.writeString(profile, """
                practice: yes
                branch:
                  id: library
                  name: Library
                  time-zone: UTC
                  registry-id: "900001"
                  institution-registry-id: "900000"
                library-system:
                  ncip-address: http://127.0.0.1:%d/ncip
                  token-address: http://127.0.0.1:%d/token
                sign-in:
                  method: oauth
                  wskey: practice-key
                due-dates:
                  presets:
                    - label: +2 weeks
                      after: 2 weeks
                """.formatted(port, port));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("carrel.product"), "carrel").toString(), "cli", "practice",
                        "--branch", profile.toString(), "--data", data.toString(), "--secret-stdin"));
        Path said = folder.resolve("library.log");
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        process.getOutputStream().write((secret + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        Waiting.until("the library system is up", PATIENCE, () -> process.isAlive() && read(said).contains("NCIP:"),
                () -> read(said));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        Screen.end(process);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
