/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;

/** Barcodes as on most library labels: 14 digits, the last one by Luhn; patrons' start with 2, items' with 3. */
public final class PracticeBarcodes {

    private static final long MOST = 99_999_999;

    private PracticeBarcodes() {}

    /** The patron barcode number {@code n}, 0 to 99,999,999; the shipped library knows 1 to 40. */
    public static PatronBarcode patron(long n) {
        return new PatronBarcode(numbered("21000", n));
    }

    /** The item barcode number {@code n}, 0 to 99,999,999; the shipped library knows 1 to 120 and some from 1001. */
    public static ItemBarcode item(long n) {
        return new ItemBarcode(numbered("31000", n));
    }

    private static String numbered(String prefix, long n) {
        if (n < 0 || n > MOST) {
            throw new IllegalArgumentException("not between 0 and " + MOST + ": " + n);
        }
        String digits = prefix + String.format("%08d", n);
        return digits + checkDigit(digits);
    }

    /** Luhn's: from the right, every other digit counts double, and the digits of a double are added. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }
}
