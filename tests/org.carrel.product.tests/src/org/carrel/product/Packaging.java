/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes the product of a branch as an administrator does, of the one that was built for these tests. */
final class Packaging {

    private static final int PATIENCE_SECONDS = 1200;

    private final Path output;
    private final Path log;

    /**
     * @param output for the archives
     * @param log    for what Maven says
     */
    Packaging(Path output, Path log) {
        this.output = output;
        this.log = log;
    }

    /** Whether it went well; what was said is in the log. */
    boolean of(Path branch) throws IOException, InterruptedException {
        Path checkout = ExampleBuild.folder("carrel.checkout");
        ProcessBuilder command = new ProcessBuilder(
                ExampleBuild.folder("carrel.maven").resolve("bin").resolve("mvn").toString(), "-B", "-ntp",
                "-Dmaven.repo.local=" + ExampleBuild.folder("carrel.maven.repository"), "-f",
                checkout.resolve("releng/org.carrel.branches/product/pom.xml").toString(),
                "-Dbranch=" + branch.getFileName(), "-Dbranch.folder=" + branch, "-Dbranch.output=" + output,
                "-Dcarrel.built", "-Dprogram=" + ExampleBuild.folder("carrel.product").resolve("carrel"), "verify")
                .directory(checkout.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().keySet().removeAll(List.of("MAVEN_PROJECTBASEDIR", "MAVEN_BASEDIR", "MAVEN_ARGS"));
        Process process = command.start();
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Where it leaves what it makes. */
    Path output() {
        return output;
    }

    /** The one archive whose name ends so. */
    Path archive(String ending) throws IOException {
        try (var files = Files.list(output)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending)).findAny()
                    .orElseThrow(() -> new AssertionError("no archive for " + ending + ":\n" + said()));
        }
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + log, e);
        }
    }
}
