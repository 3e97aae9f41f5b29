/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.util.Objects;

import org.carrel.scanner.DeviceView;
import org.carrel.ui.Icon;
import org.carrel.ui.Tone;

/**
 * One device as the list shows it. Immutable.
 *
 * @param view     what it was made of
 * @param driver   the driver's name
 * @param address  where it is; empty where that means nothing
 * @param role     what it is for, in words
 * @param state    in a word
 * @param tone     the colour of that word
 * @param icon     says the same as the colour
 * @param lastRead when it read last, in words
 */
record DeviceRow(DeviceView view, String driver, String address, String role, String state, Tone tone, Icon icon,
        String lastRead) {

    DeviceRow {
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(driver, "driver");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(tone, "tone");
        Objects.requireNonNull(icon, "icon");
        Objects.requireNonNull(lastRead, "lastRead");
    }

    String id() {
        return view.settings().id();
    }

    String name() {
        return view.settings().name();
    }

    String reads() {
        return Long.toString(view.statistics().reads());
    }

    String badReads() {
        return Long.toString(view.statistics().badReads());
    }
}
