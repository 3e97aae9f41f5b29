/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.keys;

import java.util.concurrent.TimeUnit;

/**
 * When keys were pressed, on a clock that never goes back. A window that was busy hands over in one moment what
 * somebody typed in a second, so what the event says counts. Only where it says nothing new, as keys that were not
 * pressed on a keyboard do, does the time of arrival: it can be too long, never too short, and in doubt a key is
 * typing.
 */
final class KeyTimes {

    private boolean begun;
    private int lastEvent;
    private long lastArrival;
    private long now;

    /**
     * @param event   milliseconds as the window system counts them, which wrap around
     * @param arrival nanoseconds
     * @return nanoseconds
     */
    long of(int event, long arrival) {
        if (begun) {
            int byEvent = event - lastEvent;
            now += byEvent > 0 ? TimeUnit.MILLISECONDS.toNanos(byEvent) : Math.max(0, arrival - lastArrival);
        }
        begun = true;
        lastEvent = event;
        lastArrival = arrival;
        return now;
    }
}
