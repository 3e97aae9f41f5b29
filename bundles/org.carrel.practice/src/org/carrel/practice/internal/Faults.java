/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;

/** A script in force: counts the requests and says what strikes each. Safe for use by several threads. */
public final class Faults {

    /** The same script strikes the same requests, so that a run can be repeated. */
    private static final long SEED = 20_080_101;

    private final FaultScript script;
    private final Random random = new Random(SEED);
    private final ReentrantLock lock = new ReentrantLock();
    private final long[] seen;
    private final long[] struck;

    public Faults(FaultScript script) {
        this.script = script;
        this.seen = new long[script.rules().size()];
        this.struck = new long[script.rules().size()];
    }

    public boolean down() {
        return script.down();
    }

    /** The rules that strike this request, in the order of the script. */
    List<FaultRule> strike(String endpoint, Optional<String> item) {
        lock.lock();
        try {
            List<FaultRule> striking = new ArrayList<>();
            for (int i = 0; i < seen.length; i++) {
                FaultRule rule = script.rules().get(i);
                if (rule.matches(endpoint, item)) {
                    seen[i]++;
                    boolean turn = seen[i] >= rule.first() && seen[i] <= rule.last() && struck[i] < rule.times();
                    if (turn && (rule.chance() == 100 || random.nextInt(100) < rule.chance())) {
                        struck[i]++;
                        striking.add(rule);
                    }
                }
            }
            return striking;
        } finally {
            lock.unlock();
        }
    }
}
