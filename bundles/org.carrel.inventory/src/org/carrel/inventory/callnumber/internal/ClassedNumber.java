/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

/** Call numbers that begin with letters and a number of their class, as those of LC and NLM do. */
final class ClassedNumber {

    private static final int MOST_LETTERS = 3;
    private static final int MOST_DIGITS = 4;

    private ClassedNumber() {}

    /** Says whether there are such classes. */
    @FunctionalInterface
    interface Classes {

        /**
         * @param first  of the letters, upper case
         * @param second or {@link Reading#NOTHING}
         * @param third  or {@link Reading#NOTHING}
         * @param cutter whether a cutter seems to follow the number
         */
        boolean has(char first, char second, char third, boolean cutter);
    }

    static boolean write(Reading in, KeyBytes out, Classes classes) {
        int from = in.at();
        int to = asciiLettersEnd(in, from);
        if (to == from || to - from > MOST_LETTERS) {
            return false;
        }
        in.moveTo(to);
        in.skipBlanks();
        int digits = in.at();
        int digitsEnd = in.digitsEnd(digits);
        if (digitsEnd == digits || digitsEnd - digits > MOST_DIGITS) {
            return false;
        }
        int behind = fractionEnd(in, digitsEnd);
        char next = in.charAt(behind);
        // Such numbers are those of government documents.
        if (next == ':' || next == '/' || next == '-' || !classes.has(in.charAt(from),
                to - from > 1 ? in.charAt(from + 1) : Reading.NOTHING,
                to - from > 2 ? in.charAt(from + 2) : Reading.NOTHING, beginsCutter(in, behind))) {
            return false;
        }
        out.letters(in.chars(), from, to).number(in.chars(), digits, digitsEnd);
        if (behind > digitsEnd) {
            out.fraction(in.chars(), digitsEnd + 1, behind);
        }
        in.moveTo(behind);
        new TailWriter(in, out, true, true).write();
        return true;
    }

    private static int asciiLettersEnd(Reading in, int from) {
        int to = from;
        while (in.charAt(to) >= 'A' && in.charAt(to) <= 'Z') {
            to++;
        }
        return to;
    }

    /** Behind the digits of {@code .25}; {@code from} itself when there are none. */
    static int fractionEnd(Reading in, int from) {
        return in.charAt(from) == '.' && Reading.isDigit(in.charAt(from + 1)) ? in.digitsEnd(from + 1) : from;
    }

    private static boolean beginsCutter(Reading in, int from) {
        int at = from;
        while (in.charAt(at) == ' ' || in.charAt(at) == '.') {
            at++;
        }
        return Reading.isLetter(in.charAt(at)) && Reading.isDigit(in.charAt(at + 1));
    }
}
