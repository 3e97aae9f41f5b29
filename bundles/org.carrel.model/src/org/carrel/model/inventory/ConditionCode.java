/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.inventory;

import java.util.Optional;
import java.util.regex.Pattern;

import org.carrel.model.Barcodes;

/**
 * Something that the branch wants to know of the state of a book, such as that it is damaged.
 *
 * @param code     short and never changed, for reports and other programs; see {@link #isCode}
 * @param label    what people call it
 * @param nextStep what to do with such a book: a sentence; may be empty
 * @param barcode  a label that is scanned right after the item; empty when there is none
 */
public record ConditionCode(String code, String label, String nextStep, Optional<String> barcode) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,31}");

    public ConditionCode {
        if (code.isBlank() || label.isBlank()
                || !barcode.map(Barcodes::isSound).orElse(true)) {
            throw new IllegalArgumentException("a condition of " + code.length() + " characters");
        }
        nextStep = nextStep.strip();
    }

    /** Whatever somebody said that the branch has no word for, or none any more. */
    public static ConditionCode unknown(String code) {
        return new ConditionCode(code, code, "", Optional.empty());
    }

    /** Whether a branch can use {@code text} as a code: letters, digits and hyphens, at most 32. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }
}
