/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.inventory;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

import org.carrel.model.Barcodes;

/**
 * What was read in a session, as the store keeps it. Never changes.
 *
 * @param sequence given by the store: within a project, reads are in the order of their sequences. That of a read that
 *                 only the journal has holds until the next start
 * @param session  the number of the session
 * @param mark     what was read
 */
public record InventoryRead(long sequence, long session, Mark mark) {

    public InventoryRead {
        Objects.requireNonNull(mark, "mark");
    }

    /**
     * One thing that was read, or said.
     *
     * @param kind what it is
     * @param text what {@link Kind} says of it, at most {@value #LONGEST} characters, a barcode at most 100
     * @param at   when
     */
    public record Mark(Kind kind, String text, Instant at) {

        /** Shelving locations are the longest texts there are. */
        public static final int LONGEST = 255;

        /** @throws IllegalArgumentException when {@code text} cannot be that of a read of this kind */
        public Mark {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(at, "at");
            if (!kind.takes(text)) {
                throw new IllegalArgumentException("a text of " + text.length() + " characters for " + kind);
            }
        }
    }

    /** Kinds of reads. */
    public enum Kind {
        /** The barcode of an item on the shelf. */
        ITEM,
        /**
         * The label of a shelf: what comes now is not behind what came before, and stands in this shelving location; on
         * some other shelf of the scope when it is empty.
         */
        SHELF,
        /** The code of a condition, such as damaged, of the item that this session read or marked last. */
        CONDITION,
        /** The barcode of an item that somebody saw and did not scan. */
        FOUND,
        /** The barcode of an item that somebody looked for and did not find. */
        NOT_FOUND,
        /** The barcode of an item of which nobody said, after all, that it was found or not found. */
        UNMARKED,
        /** The barcode of an item that the conditions that come now are about. Says nothing of where it is. */
        ABOUT,
        /** The code of a condition that the item that this session read or marked last does not have, after all. */
        NO_CONDITION,
        /** The barcode of an item that this session read by mistake: the last read of it does not count. */
        TAKEN_BACK,
        /**
         * How far out of order the device of this session reads from here on, a number: 0 for one book after the other,
         * at most {@value #FARTHEST} books for a wand that reads RFID tags. Another number begins another stretch.
         */
        REACH;

        /** Farther than that is no order any more. */
        public static final int FARTHEST = 30;

        private static final Pattern NUMBER = Pattern.compile("[0-9]|[12][0-9]|30");

        /** Whether it is about an item, whose barcode its text is. */
        public boolean isOfItem() {
            return switch (this) {
                case ITEM, FOUND, NOT_FOUND, UNMARKED, ABOUT, TAKEN_BACK -> true;
                case SHELF, CONDITION, NO_CONDITION, REACH -> false;
            };
        }

        /** Whether {@code text} can be that of a read of this kind. */
        public boolean takes(String text) {
            if (this == REACH) {
                return NUMBER.matcher(text).matches();
            }
            return isOfItem() ? Barcodes.isSound(text)
                    : text.length() <= Mark.LONGEST && (this == SHELF || !text.isBlank());
        }
    }
}
