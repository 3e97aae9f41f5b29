/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the program is started: the same as in the scripts {@code carrel} and {@code carrel.bat}, which this must go
 * with.
 *
 * @param home        the program's folder
 * @param java        the home of the Java to use
 * @param environment of this process
 */
record Command(Path home, Path java, Map<String, String> environment) {

    private static final String PORTABLE = "-carrel.portable";

    /** The whole command line for what somebody wrote. */
    List<String> line(List<String> words) throws IOException, IncompleteException {
        List<String> all = all(words);
        boolean commands = !words.isEmpty() && words.getFirst().equals("cli");
        List<String> line = new ArrayList<>();
        line.add(program(commands).toString());
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m"));
        Stream.of(environment.getOrDefault("CARREL_JAVA_OPTS", "").strip().split("\\s+"))
                .filter(option -> !option.isEmpty()).forEach(line::add);
        line.add("-Djava.util.logging.config.file=" + home.resolve("logging.properties"));
        if (all.contains(PORTABLE)) {
            line.add("-Dcarrel.portable=" + data());
        }
        line.addAll(List.of("-jar", launcher().toString(), "-nosplash"));
        if (commands) {
            line.addAll(List.of("-application", "org.carrel.cli.application", "-data", "@none"));
        } else if (all.contains(PORTABLE)) {
            line.addAll(List.of("-data", data().toString()));
        }
        all.stream().filter(word -> !word.equals(PORTABLE)).forEach(line::add);
        return line;
    }

    /** What the program finds in its environment besides. */
    Map<String, String> environment(List<String> words) throws IOException {
        return all(words).contains(PORTABLE) && !environment.containsKey("CARREL_DATA")
                ? Map.of("CARREL_DATA", data().toString())
                : Map.of();
    }

    /** What the branch wants, then what somebody wrote, who may want it otherwise. */
    private List<String> all(List<String> words) throws IOException {
        Path file = home.resolve("branch").resolve("start.ini");
        List<String> all = new ArrayList<>();
        if (Files.exists(file)) {
            Files.readAllLines(file, StandardCharsets.UTF_8).stream().map(String::strip)
                    .filter(line -> !line.isEmpty()).forEach(all::add);
        }
        all.addAll(words.isEmpty() || !words.getFirst().equals("cli") ? words : words.subList(1, words.size()));
        return all;
    }

    private Path data() {
        return home.resolve("data");
    }

    private Path program(boolean commands) throws IncompleteException {
        List<String> names = commands ? List.of("java.exe", "java") : List.of("javaw.exe", "java");
        return names.stream().map(name -> java.resolve("bin").resolve(name)).filter(Files::exists).findFirst()
                .orElseThrow(() -> new IncompleteException("Carrel's Java in " + java
                        + " is not complete: unpack the archive again."));
    }

    /**
     * That of the version that is installed. Others lie beside it: of the version before, and perhaps of one that was
     * not installed to its end.
     */
    private Path launcher() throws IOException, IncompleteException {
        Path bundles = home.resolve("configuration").resolve("org.eclipse.equinox.simpleconfigurator")
                .resolve("bundles.info");
        if (Files.exists(bundles)) {
            for (String line : Files.readAllLines(bundles, StandardCharsets.UTF_8)) {
                // Name, version, where it lies, start level, whether it is started.
                String[] parts = line.split(",");
                if (parts.length > 2 && parts[0].equals("org.eclipse.equinox.launcher")
                        && Files.exists(home.resolve(parts[2]))) {
                    return home.resolve(parts[2]);
                }
            }
        }
        throw new IncompleteException("Carrel's folder " + home + " is not complete: unpack the archive again.");
    }
}
