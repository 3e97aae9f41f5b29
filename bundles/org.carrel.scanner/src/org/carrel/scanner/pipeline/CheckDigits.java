/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.pipeline;

/** Check digits that a scanner's labels may carry. */
final class CheckDigits {

    /** The values 0 to 42 of Code 39's characters (ISO/IEC 16388, annex A). */
    private static final String CODE_39 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";

    private CheckDigits() {}

    /** Whether the last digit is Luhn's, mod 10 (ISO/IEC 7812-1, annex B); false for anything but digits. */
    static boolean luhn(String text) {
        if (text.length() < 2) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(text.length() - 1 - i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** Whether the last character is Code 39's, mod 43; false for characters that Code 39 does not have. */
    static boolean mod43(String text) {
        if (text.length() < 2) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            int value = CODE_39.indexOf(text.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value;
        }
        return CODE_39.charAt(sum % CODE_39.length()) == text.charAt(text.length() - 1);
    }
}
