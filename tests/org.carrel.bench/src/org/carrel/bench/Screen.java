/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A screen for the workbench: one of its own, in memory, where Xvfb is installed, so that figures can be compared and
 * nobody's focus is stolen; the desktop's otherwise.
 */
final class Screen implements AutoCloseable {

    private final String display;
    private final List<Process> processes;

    private Screen(String display, List<Process> processes) {
        this.display = display;
        this.processes = processes;
    }

    /** @throws IOException when there is no screen; the message says what to do */
    static Screen open() throws IOException {
        if (isInstalled("Xvfb") && isInstalled("openbox")) {
            return inMemory();
        }
        String desktop = System.getenv("DISPLAY");
        if (desktop == null || desktop.isBlank()) {
            throw new IOException("There is no screen: install the packages xvfb and openbox, or set DISPLAY.");
        }
        return new Screen(desktop, List.of());
    }

    private static Screen inMemory() throws IOException {
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-noreset",
                "-nolisten",
                "tcp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader answer = new BufferedReader(
                new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String number = answer.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start.");
        }
        String display = ":" + number.strip();
        ProcessBuilder manager = new ProcessBuilder("openbox", "--sm-disable")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        manager.environment().put("DISPLAY", display);
        return new Screen(display, List.of(manager.start(), server));
    }

    String display() {
        return display;
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.destroy();
            try {
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
