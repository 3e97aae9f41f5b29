/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import java.time.Duration;

import org.carrel.sip2.FixedField;
import org.carrel.sip2.Sip2Message;

/**
 * How long to wait and how often to ask again.
 *
 * @param all     for an answer, however often it is asked for
 * @param once    until a message is sent again
 * @param retries how often at most
 */
record Pace(Duration all, Duration once, int retries) {

    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final int TENTH = 100;
    private static final int RETRIES = 3;
    private static final int MOST_RETRIES = 5;
    /** Stands for "unknown" in both of the server's numbers. */
    private static final int UNKNOWN = 999;

    /** Before the server has said anything. */
    static Pace of(Duration all) {
        return new Pace(all, sane(all.dividedBy(RETRIES), all), RETRIES);
    }

    /** As the server wishes in its status, as far as that is sane. */
    Pace wished(Sip2Message status) {
        int tenths = number(status.fixed(FixedField.TIMEOUT_PERIOD));
        int wishedRetries = number(status.fixed(FixedField.RETRIES_ALLOWED));
        return new Pace(all, tenths == UNKNOWN || tenths == 0 ? once : sane(Duration.ofMillis(tenths * TENTH), all),
                wishedRetries == UNKNOWN ? retries : Math.min(wishedRetries, MOST_RETRIES));
    }

    private static Duration sane(Duration wanted, Duration longest) {
        Duration atLeast = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
        return atLeast.compareTo(longest) > 0 ? longest : atLeast;
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : UNKNOWN;
    }
}
