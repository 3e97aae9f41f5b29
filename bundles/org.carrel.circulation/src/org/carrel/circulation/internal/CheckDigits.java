/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import org.carrel.model.BranchProfile.BarcodeRules.CheckDigit;

/** Check digits of barcodes. */
final class CheckDigits {

    private static final int LUHN_LENGTH = 14;

    private CheckDigits() {}

    /** Whether the check digit fits, or {@code kind} does not apply to a barcode of this form. */
    static boolean fits(String barcode, CheckDigit kind) {
        return switch (kind) {
            case NONE -> true;
            case LUHN_14 -> !hasDigits(barcode, LUHN_LENGTH) || luhn(barcode) == 0;
        };
    }

    private static boolean hasDigits(String barcode, int number) {
        return barcode.length() == number && barcode.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Luhn's sum, mod 10 (ISO/IEC 7812-1, annex B): every second digit from the right is doubled. */
    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10;
    }
}
