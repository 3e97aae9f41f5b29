/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

/** Barcodes that pass. */
final class Barcodes {

    private Barcodes() {}

    /** As on library labels: 14 digits, the last one by Luhn. */
    static String numbered(String prefix, int n) {
        String digits = prefix + String.format("%08d", n);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
