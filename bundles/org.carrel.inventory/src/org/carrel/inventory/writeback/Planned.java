/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback;

import java.util.Objects;

/** What comes of planning a push. */
public sealed interface Planned {

    /** It can be done. */
    record Ready(PushPlan plan) implements Planned {
        public Ready {
            Objects.requireNonNull(plan, "plan");
        }
    }

    /** Nothing may be told. @param sentence why, and what to do */
    record Refused(String sentence) implements Planned {
        public Refused {
            Objects.requireNonNull(sentence, "sentence");
        }
    }
}
