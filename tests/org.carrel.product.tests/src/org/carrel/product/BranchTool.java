/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the start script packages branches with, besides Maven. */
final class BranchTool {

    private static final String MAIN = "org.carrel.branches.BranchProduct";

    private BranchTool() {}

    /** Runs it; it must go well. */
    static void run(String input, Object... words) throws IOException, InterruptedException {
        Path built = ExampleBuild.folder("carrel.checkout").resolve("releng/org.carrel.branches/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", built.resolve("classes")
                        + System.getProperty("path.separator") + built.resolve("lib").resolve("*"),
                MAIN));
        for (Object word : words) {
            command.add(word.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream to = process.getOutputStream()) {
            to.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(words[0] + ": " + said);
        }
    }
}
