/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import java.util.concurrent.CountDownLatch;

/**
 * Whether the library system is alive, as seen by all lanes of one push together. The first request goes out alone:
 * when the credentials are wrong, one refusal is enough to find out. Safe for use by several threads.
 */
final class Pulse {

    private final int mostMissed;
    private final int mostUnknown;
    private final CountDownLatch first = new CountDownLatch(1);
    private int missed;
    private int unknown;

    Pulse(Patience patience, int lanes) {
        this.mostMissed = patience.tries() * lanes;
        this.mostUnknown = patience.mostUnknown();
    }

    /** It answered about an item. */
    synchronized void answered() {
        missed = 0;
        unknown = 0;
        first.countDown();
    }

    /** It surely did not count an item; whether it is plainly away. */
    synchronized boolean missed() {
        missed++;
        return missed >= mostMissed;
    }

    /** Nobody knows whether it counted an item; whether that was so often in a row that trying on does harm. */
    synchronized boolean unknown() {
        unknown++;
        return unknown >= mostUnknown;
    }

    /** Lets the other lanes go: the first item is over, whatever came of it. */
    void release() {
        first.countDown();
    }

    void awaitRelease() throws InterruptedException {
        first.await();
    }
}
