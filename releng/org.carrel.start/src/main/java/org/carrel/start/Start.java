/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.start;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JOptionPane;

/**
 * Starts Carrel where no script does: this is inside of {@code Carrel.exe}. Signing out ends the program with 23: the
 * next person signs in to another process, in whose memory nothing is left of what the last one knew. So this one
 * stays, and starts it again. With 24 somebody goes from a branch to practice mode, with 25 back.
 */
public final class Start {

    private static final int AGAIN = 23;
    private static final int VISIT = 24;
    private static final int BACK = 25;

    private Start() {}

    /** Ends with what the program ended with. */
    public static void main(String[] words) throws IOException, InterruptedException, URISyntaxException {
        // Inside of the exe that is the exe itself, which is a zip as well.
        Path self = Path.of(Start.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Command command = new Command(self.toAbsolutePath().getParent(), Path.of(System.getProperty("java.home")),
                System.getenv());
        int status;
        try {
            status = run(command, List.of(words));
        } catch (IncompleteException e) {
            System.err.println(e.getMessage());
            JOptionPane.showMessageDialog(null, e.getMessage(), "Carrel",
                    JOptionPane.ERROR_MESSAGE);
            status = 1;
        }
        Runtime.getRuntime().exit(status);
    }

    private static int run(Command command, List<String> words)
            throws IOException, InterruptedException, IncompleteException {
        boolean visiting = false;
        while (true) {
            List<String> all = new ArrayList<>(words);
            if (visiting) {
                all.add("-carrel.visit");
            }
            ProcessBuilder builder = new ProcessBuilder(command.line(all)).inheritIO();
            builder.environment().putAll(command.environment(all));
            int status = builder.start().waitFor();
            switch (status) {
                case AGAIN -> {}
                case VISIT -> visiting = true;
                case BACK -> visiting = false;
                default -> {
                    return status;
                }
            }
        }
    }
}
