/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Whether the library system is alive, as seen by all lanes of one run together.
 *
 * <p>
 * The first request of a run goes out alone: when the credentials are wrong, one refusal is enough to find out, and not
 * as many as there are lanes (five of them disable a WSKey). The other lanes start with the first answer.
 */
final class Pulse {

    /** So many refusals in a row because of the branch's settings are enough to know that each one will be one. */
    private static final int MISCONFIGURED = 3;

    private final int tries;
    private final int lanes;
    private final CountDownLatch firstAnswer = new CountDownLatch(1);
    private int unreachable;
    private int silent;
    private int misconfigured;
    private long notBefore = System.nanoTime();

    /**
     * @param tries how often each transaction is tried
     * @param lanes how many requests may be out at once
     */
    Pulse(int tries, int lanes) {
        this.tries = tries;
        this.lanes = lanes;
    }

    /** The library system answered sensibly. */
    synchronized void answered() {
        unreachable = 0;
        silent = 0;
        misconfigured = 0;
        firstAnswer.countDown();
    }

    /** The library system refused the branch itself; whether it has done nothing else for a while. */
    synchronized boolean misconfigured() {
        int before = misconfigured;
        answered();
        misconfigured = before + 1;
        return misconfigured >= MISCONFIGURED;
    }

    /**
     * There was no answer, or one that says "not now".
     *
     * @param reached whether the request may have got through
     * @return whether the library system is plainly away: every lane would have used up its tries by now. One
     *         transaction that gets no answer while others do is no sign of that, and the first few that get none after
     *         they went out are none either: they could be ones that the library system chokes on.
     */
    synchronized boolean missed(boolean reached) {
        unreachable = reached ? 0 : unreachable + 1;
        silent++;
        int sending = firstAnswer.getCount() == 0 ? lanes : 1;
        return unreachable >= tries * sending || silent >= tries * Math.max(lanes, 4);
    }

    /** The library system asked to be left alone for so long; that is meant for all lanes. */
    synchronized void leaveAlone(Duration time) {
        notBefore = Math.max(notBefore, System.nanoTime() + time.toNanos());
    }

    /** For how long nothing may be sent; zero or less means now. */
    synchronized Duration leftAloneFor() {
        return Duration.ofNanos(notBefore - System.nanoTime());
    }

    /** Lets the other lanes go: the first transaction is over, whatever came of it. */
    void release() {
        firstAnswer.countDown();
    }

    void awaitRelease() throws InterruptedException {
        firstAnswer.await();
    }
}
