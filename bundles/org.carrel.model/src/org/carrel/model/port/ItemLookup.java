/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemDetails;

/**
 * Asks the library system about an item while somebody scans. A service; safe for use by several threads.
 *
 * <p>
 * Nobody waits for it: a question returns at once, and its answer comes within the branch's time limit, if only
 * to say that there is none. Questions are asked in their order, one at a time. Expected failures are answers;
 * a future ends with an exception only when it was cancelled.
 */
public interface ItemLookup {

    /** Whether the branch has a server to ask. Without one, every question is answered so at once. */
    boolean isSetUp();

    /**
     * Asks about {@code item}. Cancelling the future takes the question back; what was sent already is not waited for.
     * The future ends on a thread that must not be kept: whoever has more to do goes on elsewhere.
     */
    CompletableFuture<Answer> lookUp(ItemBarcode item);

    /** What came of a question. */
    sealed interface Answer {

        /** The barcode that was asked about. */
        ItemBarcode item();

        /** The library system knows the item. */
        record Known(ItemDetails details) implements Answer {
            public Known {
                Objects.requireNonNull(details, "details");
            }

            @Override
            public ItemBarcode item() {
                return details.barcode();
            }
        }

        /**
         * The library system answered, and does not know the item.
         *
         * @param sentence what it said about that; may be empty
         */
        record Unknown(ItemBarcode item, String sentence) implements Answer {
            public Unknown {
                Objects.requireNonNull(item, "item");
                Objects.requireNonNull(sentence, "sentence");
            }
        }

        /**
         * There is no answer. Says nothing about the item.
         *
         * @param sentence what happened and what to do, for people
         */
        record None(ItemBarcode item, Reason reason, String sentence) implements Answer {
            public None {
                Objects.requireNonNull(item, "item");
                Objects.requireNonNull(reason, "reason");
                Objects.requireNonNull(sentence, "sentence");
            }
        }
    }

    /** Why there is no answer. */
    enum Reason {
        /** The branch has no server for this, or its settings are of no use. */
        NOT_SET_UP,
        /** It cannot be connected to, or hangs up. */
        UNREACHABLE,
        /** It does not let this workstation in. */
        SIGN_IN_REFUSED,
        /** It takes longer than the branch wants to wait. */
        TOO_LATE,
        /** What it says cannot be understood. */
        UNINTELLIGIBLE,
        /** It does not give information about items. */
        NOT_OFFERED,
        /** So many questions wait that this one gave way to later ones. */
        TOO_MANY,
        /** The program is closing. */
        CLOSED
    }
}
