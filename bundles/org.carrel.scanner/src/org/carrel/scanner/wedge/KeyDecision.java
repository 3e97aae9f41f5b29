/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.wedge;

import java.util.Objects;

/** What to do with a key that was pressed, or with those before it. */
public sealed interface KeyDecision {

    /**
     * Let this key through to where the focus is.
     *
     * @param begins whether a barcode may begin with it: remember what the field with the focus holds and what is
     *               selected in it, before the key lands there
     */
    record Pass(boolean begins) implements KeyDecision {}

    /** Keep this key from the field: it belongs to a barcode, or may. */
    record Hold() implements KeyDecision {}

    /**
     * A scan is complete. Keep from the field the key that completed it, if one did.
     *
     * @param text   what the scanner typed, prefix and suffix included
     * @param landed how many of its characters were let through and stand in the field: put the field back to what it
     *               held when the decision {@link Pass} last said that a barcode may begin
     */
    record Scanned(String text, int landed) implements KeyDecision {
        public Scanned {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return "Scanned[" + text.length() + " characters, " + landed + " landed]";
        }
    }

    /**
     * What was held back was typed by a person: type it into the field, before anything else.
     *
     * @param held what was held back; never empty
     */
    record Release(String held) implements KeyDecision {
        public Release {
            Objects.requireNonNull(held, "held");
        }

        @Override
        public String toString() {
            return "Release[" + held.length() + " characters]";
        }
    }
}
