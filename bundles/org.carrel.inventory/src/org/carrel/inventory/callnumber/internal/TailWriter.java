/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

/**
 * What comes behind the class of an LC, NLM or Dewey call number: cutters, dates, volumes, copies, words, in any order
 * and number. Nothing comes before something; numbers before letters; then
 * <ul>
 * <li>a cutter is a letter and a <em>fraction</em>: {@code K25} before {@code K3}; letters attached to it come behind
 * everything else that may follow it: {@code K240 1900}, {@code K240 D}, {@code K240a}, {@code K2401};</li>
 * <li>a date, an ordinal, the number of a volume or a copy is a <em>whole number</em>: {@code v.3} before {@code v.25},
 * and {@code K.3} before {@code K.25} where a point stands between letter and number, as in the catalogues of
 * composers; these come before the cutters of that letter;</li>
 * <li>{@code vol. 3}, {@code v.3} and {@code V 3} are one, as are {@code 2nd} and {@code 2d} before the first cutter;
 * months behind a number count from 1 to 12.</li>
 * </ul>
 * Not for use by several threads.
 */
final class TailWriter {

    /** Between class and first cutter: volumes come first, then cutters, then words. */
    private static final int DESIGNATION_OF_CLASS = 0x30;
    private static final int WORD_OF_CLASS = 0xF9;
    /** Letters attached to a whole number: behind everything that may follow it. */
    private static final int NUMBER_MARK = 0xF8;

    private final Reading in;
    private final KeyBytes out;
    /** Whether what was written last must be ended when something follows. */
    private boolean open;
    private boolean beforeCutter;
    private boolean afterNumber;

    /**
     * @param open       whether what {@code out} ends with must be ended
     * @param classified whether words between class and first cutter come behind the cutters, as in LC
     */
    TailWriter(Reading in, KeyBytes out, boolean open, boolean classified) {
        this.in = in;
        this.out = out;
        this.open = open;
        this.beforeCutter = classified;
    }

    /** Reads to the end. */
    void write() {
        boolean point = in.skipToNext();
        while (!in.atEnd()) {
            if (open) {
                out.put(KeyBytes.END);
                open = false;
            }
            if (Reading.isDigit(in.peek())) {
                number(in.at());
            } else {
                letters(point);
            }
            point = in.skipToNext();
        }
    }

    private void number(int from) {
        int to = in.digitsEnd(from);
        out.number(in.chars(), from, to);
        in.moveTo(to);
        afterNumber = true;
        mark(to, NUMBER_MARK);
    }

    /** Letters attached to a number or a cutter, unless they begin something of their own. */
    private void mark(int from, int lead) {
        int to = in.lettersEnd(from);
        if (to == from || Reading.isDigit(in.charAt(to)) || isDesignation(from, to)) {
            return;
        }
        out.put(lead);
        if (lead == NUMBER_MARK && beforeCutter && isOrdinal(from, to)) {
            out.word("TH");
        } else {
            out.letters(in.chars(), from, to);
        }
        in.moveTo(to);
        open = true;
    }

    /** {@code c.2} in {@code 1999c.2}. */
    private boolean isDesignation(int from, int to) {
        return in.charAt(to) == '.' && Reading.isDigit(in.charAt(to + 1))
                && !Designations.of(in.chars(), from, to).isEmpty();
    }

    private boolean isOrdinal(int from, int to) {
        if (to - from == 1) {
            return in.charAt(from) == 'D';
        }
        char first = in.charAt(from);
        char second = in.charAt(from + 1);
        return to - from == 2 && (first == 'T' && second == 'H' || first == 'S' && second == 'T'
                || (first == 'N' || first == 'R') && second == 'D');
    }

    private void letters(boolean point) {
        int from = in.at();
        int to = in.lettersEnd(from);
        in.moveTo(to);
        boolean attached = Reading.isDigit(in.peek());
        if (attached && isCopyright(point, from, to)) {
            number(to);
        } else if (attached && !isVolume(point, from, to)) {
            cutter(from, to, to);
        } else if (point && to - from == 1 && spacedDigits(to) > to) {
            cutter(from, to, spacedDigits(to));
        } else if (attached || isNumbered(from, to)) {
            designation(from, to);
        } else if (!afterNumber || !month(from, to)) {
            word(point, from, to);
        }
    }

    /** Where digits begin behind blanks, as in {@code .A 8}; {@code from} itself when there are none. */
    private int spacedDigits(int from) {
        int at = from;
        while (in.charAt(at) == ' ') {
            at++;
        }
        return Reading.isDigit(in.charAt(at)) ? at : from;
    }

    private void cutter(int from, int to, int number) {
        out.letters(in.chars(), from, to);
        int digits = in.digitsEnd(number);
        out.fraction(in.chars(), number, digits);
        in.moveTo(digits);
        open = true;
        beforeCutter = false;
        afterNumber = false;
        mark(digits, KeyBytes.WORK_MARK);
    }

    /** {@code c1999}; but {@code .C1999} and {@code C1999} are cutters. */
    private boolean isCopyright(boolean point, int from, int to) {
        int digits = in.digitsEnd(to);
        char first = in.charAt(to);
        return !point && to - from == 1 && in.text().charAt(from) == 'c' && digits - to == 4
                && (first == '1' || first == '2') && !Reading.isLetter(in.charAt(digits));
    }

    /**
     * Whether letters with a number attached are a volume or a copy and no cutter: words are behind the first cutter
     * (in {@code W1 NO645} a serial has its name as its cutter), {@code V2} is when it comes behind a number
     * ({@code 1902 V2}).
     */
    private boolean isVolume(boolean point, int from, int to) {
        return !point && (afterNumber || !beforeCutter && to - from > 1)
                && !Designations.of(in.chars(), from, to).isEmpty();
    }

    /** Whether a number follows the letters, behind a point or a blank. Moves to it. */
    private boolean isNumbered(int from, int to) {
        int next = to;
        if (in.charAt(next) == '.') {
            next++;
        }
        boolean near = next > to && Reading.isDigit(in.charAt(next));
        while (in.charAt(next) == ' ') {
            next++;
        }
        if (near || Reading.isDigit(in.charAt(next)) && !Designations.of(in.chars(), from, to).isEmpty()) {
            in.moveTo(next);
            return true;
        }
        return false;
    }

    private void designation(int from, int to) {
        String name = Designations.of(in.chars(), from, to);
        if (beforeCutter) {
            out.put(DESIGNATION_OF_CLASS);
        }
        if (name.isEmpty()) {
            out.letters(in.chars(), from, to);
        } else {
            out.word(name);
        }
        number(in.at());
    }

    private boolean month(int from, int to) {
        String month = Designations.month(in.text(), from, to);
        if (!month.isEmpty()) {
            out.number(month.toCharArray(), 0, month.length());
        }
        return !month.isEmpty();
    }

    private void word(boolean point, int from, int to) {
        if (beforeCutter && (point || to - from == 1)) {
            beforeCutter = false;
        } else if (beforeCutter) {
            out.put(WORD_OF_CLASS);
        }
        String name = Designations.of(in.chars(), from, to);
        if (name.isEmpty()) {
            out.letters(in.chars(), from, to);
        } else {
            out.word(name);
        }
        open = true;
        afterNumber = false;
    }
}
