/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The product as it is shipped, on data of its own. */
final class Product {

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final String WELCOME = "Welcome to Carrel";
    private static final String READY = "Desk ready";
    private static final Pattern ITEM = Pattern.compile("\"item\"\\s*:\\s*\"([^\"]*)\"");

    private final Path home;
    private final Path data;
    private final Mode mode;
    private final Map<String, String> environment;
    private boolean known;
    private long readyBefore;

    /**
     * @param home where the launcher is
     * @param data a folder for the data of all branches
     */
    Product(Path home, Path data, Mode mode) {
        this(home, data, mode, Map.of());
    }

    /** @param environment more variables for the program and its commands */
    Product(Path home, Path data, Mode mode, Map<String, String> environment) {
        this.home = home;
        this.data = data;
        this.mode = mode;
        this.environment = Map.copyOf(environment);
        this.known = mode.arguments().contains("-carrel.noWelcome");
    }

    /**
     * What it works for.
     *
     * @param arguments   that make it so
     * @param window      what the title of its window has in it
     * @param branch      the folder of the branch's data
     * @param cliOptions  that make it so for the commands
     * @param cliInput    what the commands read: passwords, a line each
     */
    record Mode(List<String> arguments, String window, String branch, List<String> cliOptions, String cliInput) {

        static final Mode PRACTICE = new Mode(List.of("-carrel.practice"), "PRACTICE MODE", "practice", List.of(), "");
    }

    /** Opens the workbench; whoever starts it ends it. */
    Process start(Screen screen, String log) throws IOException {
        readyBefore = timesReady();
        List<String> command = new ArrayList<>(List.of("env"));
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of(launcher(), "-data", data.toString()));
        command.addAll(mode.arguments());
        return screen.start(command, log);
    }

    /** Waits until the desk is ready for a scan. */
    void awaitDesk(Screen screen, Process process) {
        Waiting.until("the workbench is there", PATIENCE,
                () -> ended(process) || screen.shows(mode.window()) && (known || screen.shows(WELCOME)), this::log);
        if (!known) {
            // On the first start with new data somebody is welcomed before anything else.
            screen.goTo(WELCOME);
            screen.press("Return");
            Waiting.until("the welcome is gone", PATIENCE, () -> !screen.shows(WELCOME), this::log);
        }
        screen.goTo(mode.window());
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
        String json = queue("list", "--format", "json");
        return ITEM.matcher(json).results().map(MatchResult::group).map(found -> ITEM.matcher(found).replaceAll("$1"))
                .toList();
    }

    /** Runs a command on the queue, which must go well. */
    String queue(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("queue"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        command.addAll(mode.cliOptions());
        return cli(command, mode.cliInput());
    }

    /** What became of a command. */
    record Ended(int status, String said) {}

    /** Runs a command on the queue that may go wrong; both of its outputs are taken. */
    Ended tryQueue(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("queue"));
        command.addAll(words);
        command.addAll(List.of("--data", data.toString()));
        command.addAll(mode.cliOptions());
        return tryCli(command);
    }

    /** Begins a command; whoever starts it ends it, by its number: there is no shell around it. */
    Process startCli(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(launcher(), "cli"), words.stream()).toList()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs a command that may go wrong; both of its outputs are taken. */
    Ended tryCli(List<String> words) throws IOException, InterruptedException {
        Process process = startCli(words);
        try (OutputStream to = process.getOutputStream()) {
            to.write(mode.cliInput().getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** Runs a command that must go well. */
    String cli(List<String> command, String input) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(launcher(), "cli"), command.stream()).toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (OutputStream to = process.getOutputStream()) {
            to.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + " ended with " + process.exitValue() + ": " + output);
        }
        return output;
    }

    /** What the program wrote into the branch's log; empty before it did. */
    String log() {
        Path log = data.resolve(mode.branch()).resolve("offline-circ.log");
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
