/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.barcode;

import java.util.Objects;

/**
 * A library's own rule about barcodes. Contributed by the extension point {@code org.carrel.circulation.barcodeRules}.
 *
 * <p>
 * The desk asks before it records, on a thread of the rule's own, one question at a time. An answer may take two
 * seconds at most: a rule that throws or takes longer is not asked again until the program starts anew, and what is
 * scanned is recorded without it.
 */
@FunctionalInterface
public interface BarcodeRule {

    /** What a barcode is for. */
    enum Kind {
        PATRON, ITEM
    }

    /** What a rule says of a barcode. */
    sealed interface Verdict {

        /** Nothing is wrong with it. */
        Verdict FINE = new Fine();

        /** Nothing is wrong with it; see {@link #FINE}. */
        record Fine() implements Verdict {}

        /**
         * Somebody should look twice; they can have it recorded all the same.
         *
         * @param sentence for the desk: what is odd and what to do; does not quote the barcode of a patron
         */
        record Doubtful(String sentence) implements Verdict {
            public Doubtful {
                Objects.requireNonNull(sentence, "sentence");
            }
        }

        /**
         * It cannot be recorded.
         *
         * @param sentence for the desk: what is wrong and what to do; does not quote the barcode of a patron
         */
        record Refused(String sentence) implements Verdict {
            public Refused {
                Objects.requireNonNull(sentence, "sentence");
            }
        }
    }

    /**
     * Judges a barcode.
     *
     * @param kind    what it was scanned as
     * @param barcode without blanks around it; the branch's own patterns have nothing against it. A patron's is
     *                personal data: it must not be logged
     * @return never null
     */
    Verdict judge(Kind kind, String barcode);
}
