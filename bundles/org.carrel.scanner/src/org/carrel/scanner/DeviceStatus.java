/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner;

import java.time.Instant;
import java.util.Objects;

/**
 * How a device is.
 *
 * @param state    in a word
 * @param sentence what that means and what to do, for the desk; never blank
 * @param since    when it began to be so
 */
public record DeviceStatus(State state, String sentence, Instant since) {

    /** In a word. */
    public enum State {
        /** Not opened, because nobody wants it. */
        OFF,
        /** Being opened for the first time. */
        CONNECTING,
        /** Open; what it reads arrives. */
        CONNECTED,
        /** It cannot be reached or has gone away; it is tried again and again. */
        LOST,
        /** The driver is not installed. */
        NO_DRIVER
    }

    public DeviceStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(since, "since");
    }
}
