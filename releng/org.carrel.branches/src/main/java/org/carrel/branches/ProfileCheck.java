/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Lets the program itself say whether it would accept a profile: nothing else knows as well. */
final class ProfileCheck {

    private final Path program;

    /** @param program the start script of a product that was built for this machine */
    ProfileCheck(Path program) {
        this.program = program;
    }

    /**
     * Passes when the program would open it; what it remarks all the same is printed.
     *
     * @throws BranchFault with file, line and sentence of each mistake
     */
    void pass(Path profile) throws IOException, InterruptedException, BranchFault {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "cli", "branch", "check", "--unsealed",
                "--branch", profile.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("CARREL_BRANCH");
        Process process;
        try {
            process = builder.redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new BranchFault("The program that looks at profiles cannot be started: " + program
                    + ". Build it with \"./carrel build\" first.", e);
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new BranchFault(output.strip());
        }
        System.out.print(output.lines().map(line -> "   " + line + "\n").collect(Collectors.joining()));
    }
}
