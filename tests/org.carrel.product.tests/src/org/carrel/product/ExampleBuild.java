/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Builds an example as a library does that has only the repository: in a folder of its own, away from this build, and
 * with nothing from the network, as all that it needs is what this build has used a moment ago.
 */
final class ExampleBuild {

    private static final int PATIENCE_SECONDS = 600;

    private final Path source;

    /** @param name of the folder among the examples */
    ExampleBuild(String name) {
        this.source = folder("carrel.checkout").resolve("examples").resolve(name);
    }

    /** A folder that the build of these tests names. */
    static Path folder(String property) {
        return Path.of(System.getProperty(property, "")).toAbsolutePath().normalize();
    }

    /** What somebody who writes a bundle begins with. */
    Path file(String name) {
        return source.resolve(name);
    }

    /** The bundle, built in {@code work}, which exists and is empty. */
    Path build(Path work) throws IOException, InterruptedException {
        copyTo(work);
        Path log = work.resolve("maven.log");
        boolean windows = File.separatorChar == '\\';
        Path maven = folder("carrel.maven").resolve("bin").resolve(windows ? "mvn.cmd" : "mvn");
        ProcessBuilder command = new ProcessBuilder(maven.toString(), "-o", "-B", "-ntp",
                "-Dmaven.repo.local=" + folder("carrel.maven.repository"),
                "-Dcarrel.repository=" + folder("carrel.repository").toUri(), "package").directory(work.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // These would lead it back into this build.
        command.environment().keySet().removeAll(List.of("MAVEN_PROJECTBASEDIR", "MAVEN_BASEDIR", "MAVEN_ARGS"));
        Process process = command.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("the example does not build:\n" + Files.readString(log));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        try (Stream<Path> built = Files.list(work.resolve("target"))) {
            return built.filter(file -> file.getFileName().toString().endsWith(".jar")).findAny()
                    .orElseThrow(() -> new AssertionError("the build of the example left no bundle"));
        }
    }

    private void copyTo(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = source.relativize(file);
                if (!relative.startsWith("target")) {
                    Files.createDirectories(work.resolve(relative).getParent());
                    Files.copy(file, work.resolve(relative));
                }
            }
        }
    }
}
