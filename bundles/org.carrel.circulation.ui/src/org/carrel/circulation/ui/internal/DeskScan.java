/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.time.Instant;
import java.util.Set;

import org.carrel.circulation.Caution;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer;

/** A scan with everything that belonged to it at that moment, as it came from the fields. */
sealed interface DeskScan {

    /** As scanned or typed. */
    String item();

    /** As scanned or typed; empty for a check-in. */
    String patron();

    /** Gives it to the desk; waits for the disk. */
    DeskAnswer recordAt(CirculationDesk desk, Set<Caution> overridden);

    /** Whether {@code other} is about the same thing; the due date does not count. */
    default boolean sameAs(DeskScan other) {
        return getClass() == other.getClass() && item().strip().equals(other.item().strip())
                && patron().strip().equals(other.patron().strip());
    }

    /** An item leaves with a patron. */
    record Out(String patron, String item, Instant dueAt) implements DeskScan {
        @Override
        public DeskAnswer recordAt(CirculationDesk desk, Set<Caution> overridden) {
            return desk.checkOut(patron, item, dueAt, overridden);
        }
    }

    /** An item comes back. */
    record In(String item) implements DeskScan {
        @Override
        public String patron() {
            return "";
        }

        @Override
        public DeskAnswer recordAt(CirculationDesk desk, Set<Caution> overridden) {
            return desk.checkIn(item, overridden);
        }
    }
}
