/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.store.Store;

/** The program that {@link PushKillTest} kills: pushes what was read, and prints a line at each step. */
final class PushingChild {

    private PushingChild() {}

    /**
     * Arguments: the branch's folder, the port of the practice server, how many items there are, how many minutes have
     * passed for the sign-in: who is killed while it signs in may not sign in for a while.
     */
    public static void main(String[] arguments) {
        Pushing branch = Pushing.at(Integer.parseInt(arguments[1]), PushKillTest.LANES, Duration.ofSeconds(20),
                Path.of(arguments[0]));
        try (Store store = new Store(branch, Clock.systemUTC())) {
            branch.push(store, Pushing.snapshot(Integer.parseInt(arguments[2])), new PushMonitor() {
                @Override
                public void sending(WriteBackEntry entry) {
                    System.out.println("sending");
                }

                @Override
                public void settled(WriteBackEntry entry) {
                    System.out.println("settled");
                }
            }, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(Long.parseLong(arguments[3]))));
        }
    }
}
