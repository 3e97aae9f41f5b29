/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A screen of one's own, with a window manager, that nobody sees, and a keyboard to it. Ends its own processes when
 * closed, and no others.
 */
final class Screen implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MILLIS_PER_KEY = 4;
    private static final int STEP = 10;
    /** In seconds: how long a hand rests on the way. */
    private static final String A_MOMENT = "0.1";

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    /** Empty until the server has said it. */
    private String display = "";

    /** @param folder for the logs of the programs that make up the screen */
    Screen(Path folder) throws IOException {
        this.folder = folder;
        Path number = folder.resolve("display");
        Files.createFile(number);
        // The server itself looks for a free number and says which when it is ready. It must not begin anew whenever
        // the last program leaves it: that would throw out the window manager that is just coming in.
        processes.add(start(List.of("sh", "-c",
                "exec Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>\"$0\"", number.toString()),
                "xvfb.log"));
        Waiting.until("the screen is there", PATIENCE, () -> read(number).endsWith("\n"), () -> read(number));
        display = ":" + read(number).strip();
        Process manager = start(List.of("openbox", "--sm-disable"), "openbox.log");
        processes.add(manager);
        Waiting.until("there is a window manager", PATIENCE,
                () -> run("xdotool", "getactivewindow") == 0 || run("xdotool", "get_num_desktops") == 0,
                () -> (manager.isAlive() ? "it runs, " : "it ended, ") + read(folder.resolve("openbox.log")));
    }

    /** Whether this machine has what a screen needs; otherwise the name of what is missing. */
    static String missing() {
        return String.join(", ", List.of("Xvfb", "openbox", "xdotool").stream().filter(program -> Arrays
                .stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))).toList());
    }

    /** Starts {@code command} on this screen; its output goes to a file of that name. Whoever starts it ends it. */
    Process start(List<String> command, String log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment().remove("WAYLAND_DISPLAY");
        if (!display.isEmpty()) {
            builder.environment().put("DISPLAY", display);
            builder.environment().put("GDK_BACKEND", "x11");
            builder.environment().put("NO_AT_BRIDGE", "1");
        }
        return builder.start();
    }

    /** Whether a window is there whose title has {@code title} in it. */
    boolean shows(String title) {
        return run("xdotool", "search", "--onlyvisible", "--name", title) == 0;
    }

    /**
     * Gives the window whose title has {@code title} in it the keyboard, as somebody does who sits down at it: a window
     * manager may leave it to the person when a program opens a window by itself.
     */
    void goTo(String title) {
        run("xdotool", "search", "--onlyvisible", "--name", title, "windowactivate");
    }

    /** Pulls with the mouse from one place to another one beside it, as slowly as a hand does. */
    void drag(int fromX, int toX, int y) {
        String height = Integer.toString(y);
        List<String> command = new ArrayList<>(List.of("xdotool", "mousemove", Integer.toString(fromX - 20), height,
                "sleep", A_MOMENT, "mousemove", Integer.toString(fromX), height, "sleep", A_MOMENT, "mousedown", "1"));
        for (int x = fromX + STEP; x <= toX; x += STEP) {
            command.addAll(List.of("sleep", A_MOMENT, "mousemove", Integer.toString(x), height));
        }
        command.addAll(List.of("sleep", A_MOMENT, "mouseup", "1"));
        mustRun(command.toArray(String[]::new));
    }

    void press(String key) {
        mustRun("xdotool", "key", key);
    }

    /**
     * Types as a scanner does, which is a keyboard to the machine: four milliseconds a key, so that a barcode of 14
     * digits and Enter take 60, and the next barcode at once.
     */
    void scan(List<String> barcodes) {
        List<String> command = new ArrayList<>(List.of("xdotool", "key", "--delay", Integer.toString(MILLIS_PER_KEY)));
        for (String barcode : barcodes) {
            barcode.chars().forEach(digit -> command.add(Character.toString(digit)));
            command.add("Return");
        }
        mustRun(command.toArray(String[]::new));
    }

    /** Types into whatever has the keyboard, as a person does. */
    void type(String text) {
        mustRun("xdotool", "type", "--delay", "40", text);
    }

    /** Takes a picture, where the machine can; for a person who looks into a failure. */
    void picture(Path file) {
        run("import", "-window", "root", file.toString());
    }

    @Override
    public void close() {
        for (Process process : processes.reversed()) {
            end(process);
        }
    }

    /** Asks {@code process} to end, and makes it end when it does not listen. */
    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void mustRun(String... command) {
        int status = run(command);
        if (status != 0) {
            throw new AssertionError(command[0] + " " + command[1] + " ended with " + status);
        }
    }

    private int run(String... command) {
        try {
            Process process = start(List.of(command), "xdotool.log");
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
