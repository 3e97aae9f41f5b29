/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.LogManager;

import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.store.Store;
import org.carrel.sync.UploadMonitor;

/** The program to which {@link NothingPersonalLoggedTest} listens: uploads while every logger says all it can. */
final class TalkativeChild {

    private TalkativeChild() {}

    /** Arguments: the branch's folder, the port of the practice server, the configuration of logback. */
    public static void main(String[] arguments) {
        // Before the first logger is made.
        System.setProperty("logback.configurationFile", arguments[2]);
        java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
        Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
        root.setLevel(java.util.logging.Level.ALL);
        Handler console = new ConsoleHandler();
        console.setLevel(java.util.logging.Level.ALL);
        root.addHandler(console);
        Practising branch = Practising.at(Integer.parseInt(arguments[1]), Rule.FULL_HISTORY, 2, Duration.ofSeconds(20),
                Path.of(arguments[0]));
        try (Store store = new Store(branch, Clock.systemUTC())) {
            System.out.println("ended " + branch.upload(store, UploadMonitor.SILENT).ending());
        }
    }
}
