/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.carrel.model.ItemBarcode;

/** The program to which {@link NothingPersonalLoggedTest} listens: asks while every logger says all it can. */
final class TalkativeChild {

    private TalkativeChild() {}

    /** Arguments: the configuration of logback, the barcode to ask about, ports of servers. */
    public static void main(String[] arguments) throws Exception {
        // Before the first logger is made.
        System.setProperty("logback.configurationFile", arguments[0]);
        for (int i = 2; i < arguments.length; i++) {
            try (QueuedLookup client = Asking.client("127.0.0.1", Integer.parseInt(arguments[i]), false,
                    Optional.empty(), Duration.ofMinutes(5), Duration.ofSeconds(3))) {
                System.out.println("ended " + client.lookUp(new ItemBarcode(arguments[1])).get(1, TimeUnit.MINUTES)
                        .getClass().getSimpleName());
            }
        }
    }
}
