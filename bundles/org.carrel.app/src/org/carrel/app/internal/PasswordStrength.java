/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.Arrays;

import org.carrel.branch.SealedBranch;

/**
 * How long somebody would need who guesses: a hint while a password is chosen, no more. Length counts most; different
 * kinds of characters count a little; repetition and runs such as {@code 1234} count for nothing.
 */
enum PasswordStrength {

    TOO_SHORT, WEAK, FAIR, GOOD;

    private static final int FAIR_FROM = 12;
    private static final int GOOD_FROM = 16;

    static PasswordStrength of(char[] password) {
        if (password.length < SealedBranch.SHORTEST_PASSWORD) {
            return TOO_SHORT;
        }
        int counted = 1;
        for (int i = 1; i < password.length; i++) {
            int step = password[i] - password[i - 1];
            boolean runs = step == 0 || Math.abs(step) == 1;
            counted += runs ? 0 : 1;
        }
        long kinds = kinds(password);
        if (distinct(password) < SealedBranch.SHORTEST_PASSWORD / 2) {
            return WEAK;
        }
        long worth = counted + 2 * (kinds - 1);
        return worth >= GOOD_FROM ? GOOD : worth >= FAIR_FROM ? FAIR : WEAK;
    }

    private static long distinct(char[] password) {
        char[] sorted = password.clone();
        Arrays.sort(sorted);
        long count = 1;
        for (int i = 1; i < sorted.length; i++) {
            count += sorted[i] == sorted[i - 1] ? 0 : 1;
        }
        Arrays.fill(sorted, '\0');
        return count;
    }

    private static long kinds(char[] password) {
        boolean lower = false;
        boolean upper = false;
        boolean digit = false;
        boolean other = false;
        for (char c : password) {
            lower |= Character.isLowerCase(c);
            upper |= Character.isUpperCase(c);
            digit |= Character.isDigit(c);
            other |= !Character.isLetterOrDigit(c);
        }
        return (lower ? 1 : 0) + (upper ? 1 : 0) + (digit ? 1 : 0) + (other ? 1 : 0);
    }
}
