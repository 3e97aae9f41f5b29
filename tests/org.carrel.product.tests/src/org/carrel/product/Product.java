/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The product as it is shipped, in practice mode, on data of its own. */
final class Product {

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final String WINDOW = "PRACTICE MODE";
    private static final String WELCOME = "Welcome to Carrel";
    private static final String READY = "Desk ready";
    private static final Pattern ITEM = Pattern.compile("\"item\"\\s*:\\s*\"([^\"]*)\"");

    private final Path home;
    private final Path data;
    private boolean known;
    private long readyBefore;

    /**
     * @param home where the launcher is
     * @param data a folder for the data of all branches
     */
    Product(Path home, Path data) {
        this.home = home;
        this.data = data;
    }

    /** Opens the workbench; whoever starts it ends it. */
    Process start(Screen screen, String log) throws IOException {
        readyBefore = timesReady();
        return screen.start(List.of(launcher(), "-data", data.toString(), "-carrel.practice"), log);
    }

    /** Waits until the desk is ready for a scan. */
    void awaitDesk(Screen screen, Process process) {
        Waiting.until("the workbench is there", PATIENCE,
                () -> ended(process) || screen.shows(WINDOW) && (known || screen.shows(WELCOME)), this::log);
        if (!known) {
            // On the first start with new data somebody is welcomed before anything else.
            screen.goTo(WELCOME);
            screen.press("Return");
            Waiting.until("the welcome is gone", PATIENCE, () -> !screen.shows(WELCOME), this::log);
        }
        screen.goTo(WINDOW);
        Waiting.until("the desk is ready", PATIENCE, () -> ended(process) || timesReady() > readyBefore, this::log);
        known = true;
    }

    /** Closes the workbench as a person does, and waits until it has ended. */
    int quit(Screen screen, Process process) throws InterruptedException {
        screen.press("ctrl+q");
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the workbench does not end");
        }
        return process.exitValue();
    }

    /** The items in the queue, in the order of recording, as the command line lists them. */
    List<String> itemsInQueue() throws IOException, InterruptedException {
        Process list = new ProcessBuilder(launcher(), "cli", "queue", "list", "--format", "json", "--data",
                data.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String json = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (list.waitFor() != 0) {
            throw new AssertionError("the list ended with " + list.exitValue() + ": " + json);
        }
        return ITEM.matcher(json).results().map(MatchResult::group).map(found -> ITEM.matcher(found).replaceAll("$1"))
                .toList();
    }

    /** What the program wrote into the branch's log; empty before it did. */
    String log() {
        Path log = data.resolve("practice").resolve("offline-circ.log");
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new AssertionError("cannot read " + log, e);
        }
    }

    private long timesReady() {
        return log().lines().filter(line -> line.contains(READY)).count();
    }

    /** A workbench that ends instead of opening is not waited for. */
    private static boolean ended(Process process) {
        if (!process.isAlive()) {
            throw new AssertionError("the workbench ended with " + process.exitValue() + " instead of opening");
        }
        return false;
    }

    private String launcher() {
        return home.resolve("carrel").toString();
    }
}
