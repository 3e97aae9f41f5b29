/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes stacks of what a reader sees again and again: what is laid down together is one stack, and what stays on the
 * pad is part of one stack only. A state machine without a clock, fed with each look at the pad. For one thread at a
 * time.
 *
 * <p>
 * A look that failed is no look: it is not fed, so that a service that stumbles makes nothing disappear. A tag that is
 * missed now and then, as readers do, has not left; one that was seen once and lifted at once was there.
 */
final class PadWatch {

    /** So many looks without anything new, and a stack is complete. */
    private static final int SETTLED = 2;
    /** Nobody waits longer than so many looks while others go on laying things down. */
    private static final int PATIENCE = 8;
    /** So many looks without it, and a tag has left. */
    private static final int GONE = 3;

    private final Set<String> fresh = new LinkedHashSet<>();
    /** What was passed on and lies there still: the number of looks since it was seen. */
    private final Map<String, Integer> known = new HashMap<>();
    private int looks;
    private int unchanged;

    /** What is a complete stack now; mostly nothing. */
    List<String> look(Collection<String> seen) {
        known.replaceAll((tag, missed) -> seen.contains(tag) ? 0 : missed + 1);
        known.values().removeIf(missed -> missed >= GONE);
        boolean more = false;
        for (String tag : seen) {
            more |= !known.containsKey(tag) && fresh.add(tag);
        }
        if (fresh.isEmpty()) {
            return List.of();
        }
        looks++;
        unchanged = more ? 1 : unchanged + 1;
        if (unchanged < SETTLED && looks < PATIENCE) {
            return List.of();
        }
        List<String> stack = new ArrayList<>(fresh);
        stack.forEach(tag -> known.put(tag, 0));
        fresh.clear();
        looks = 0;
        unchanged = 0;
        return stack;
    }
}
