/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.QueueEntry;
import org.carrel.store.Store;
import org.carrel.sync.UploadMonitor;

/** The program that {@link UploadKillTest} kills: uploads a queue, and prints a line at each step. */
final class UploadingChild {

    private UploadingChild() {}

    /**
     * Arguments: the branch's folder, the port of the practice server, the rule, how many minutes have passed for the
     * sign-in: who is killed while it signs in may not sign in for a while.
     */
    public static void main(String[] arguments) {
        Practising branch = Practising.at(Integer.parseInt(arguments[1]), Rule.valueOf(arguments[2]), 4,
                Duration.ofSeconds(20), Path.of(arguments[0]));
        try (Store store = new Store(branch, Clock.systemUTC())) {
            branch.upload(store, new UploadMonitor() {
                @Override
                public void sending(int lane, QueueEntry entry) {
                    System.out.println("sending");
                }

                @Override
                public void settled(QueueEntry entry) {
                    System.out.println("settled");
                }
            }, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(Long.parseLong(arguments[3]))));
        }
    }
}
