/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.scan;

import java.util.Objects;

import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;

/** What a read is, once it was cleaned and understood. Text forms give no patron away. */
public sealed interface Scan {

    /** A patron's card. */
    record Patron(PatronBarcode barcode) implements Scan {
        public Patron {
            Objects.requireNonNull(barcode, "barcode");
        }
    }

    /** An item. */
    record Item(ItemBarcode barcode) implements Scan {
        public Item {
            Objects.requireNonNull(barcode, "barcode");
        }
    }

    /** The label of a shelf. */
    record ShelfLabel(String text) implements Scan {
        public ShelfLabel {
            Objects.requireNonNull(text, "text");
        }
    }

    /** A code that says something of the item scanned before, such as that its spine label is loose. */
    record Condition(String code) implements Scan {
        public Condition {
            Objects.requireNonNull(code, "code");
        }
    }

    /**
     * Sound, but nobody can tell of what: a patron's or an item's, or neither. Where it was scanned decides.
     *
     * @param sentence why it is not known
     */
    record Unknown(String text, String sentence) implements Scan {
        public Unknown {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(sentence, "sentence");
        }

        @Override
        public String toString() {
            return "Unknown[" + text.length() + " characters]";
        }
    }

    /**
     * Meant to be passed over, such as a test barcode.
     *
     * @param sentence why it is passed over
     */
    record Ignored(String sentence) implements Scan {
        public Ignored {
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /**
     * A bad read: nothing that a label could say.
     *
     * @param sentence what is wrong with it and what to do
     */
    record Unreadable(String sentence) implements Scan {
        public Unreadable {
            Objects.requireNonNull(sentence, "sentence");
        }
    }
}
