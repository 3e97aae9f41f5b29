/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Component;

/**
 * Superintendent of Documents, the call numbers of US government documents: {@code Y 4.ED 8/1:117-48}. All numbers are
 * whole numbers; blanks do not count. Nothing comes before something, then the colon, the slash, the hyphen; at one
 * place years come before letters and letters before numbers, as the Government Publishing Office files them. Behind a
 * colon or a slash, three digits from 800 and four from 1800 to 2099 are a year.
 */
@Component(service = CallNumberScheme.class)
public final class SuDocScheme implements PlainScheme {

    private static final int COLON = 0x03;
    private static final int SLASH = 0x04;
    private static final int HYPHEN = 0x05;
    private static final int GAP = 0x06;
    private static final int YEAR = 0x20;
    /** Numbers behind letters, which are from 0x41 on. */
    private static final int NUMBER = 0x60;
    private static final int MOST_LETTERS = 4;

    @Override
    public String id() {
        return "sudoc";
    }

    @Override
    public String name() {
        return Texts.of(SuDocScheme.class).get("scheme.sudoc");
    }

    @Override
    public boolean write(Reading in, KeyBytes out) {
        int colon = stemEnd(in, in.at());
        if (colon < 0) {
            return false;
        }
        new Writer(in, colon, out).write();
        return true;
    }

    /** Writes the key of a text that is known to be of this scheme. */
    private static final class Writer {

        private final Reading in;
        private final int colon;
        private final KeyBytes out;
        /** The sign just before what is read now; 0 for none. */
        private int symbol;
        private boolean afterLetters;
        private boolean afterNumber;

        /** @param colon where the stem ends */
        Writer(Reading in, int colon, KeyBytes out) {
            this.in = in;
            this.colon = colon;
            this.out = out;
        }

        void write() {
            while (!in.atEnd()) {
                char c = in.peek();
                if (Reading.isDigit(c)) {
                    number();
                } else if (Reading.isLetter(c)) {
                    letters();
                } else {
                    sign(symbol(c));
                }
                in.skipBlanks();
            }
        }

        private void number() {
            if (afterLetters || afterNumber) {
                out.put(afterLetters ? KeyBytes.END : GAP);
            }
            int from = in.at();
            int to = in.digitsEnd(from);
            if ((symbol == COLON || symbol == SLASH && from > colon) && isYear(in, from, to)) {
                // 957 is 1957: the first digit was left out until 1999.
                out.put(YEAR).put(to - from == 3 ? '1' : in.peek()).fraction(in.chars(), to - 3, to);
            } else {
                out.number(in.chars(), from, to, NUMBER);
            }
            read(to, false);
        }

        private void letters() {
            if (afterLetters) {
                out.put(KeyBytes.END);
            }
            int to = in.lettersEnd(in.at());
            out.letters(in.chars(), in.at(), to);
            read(to, true);
        }

        private void read(int to, boolean letters) {
            in.moveTo(to);
            afterLetters = letters;
            afterNumber = !letters;
            symbol = 0;
        }

        private void sign(int read) {
            symbol = read;
            if (read != 0) {
                out.put(read);
                afterLetters = false;
                afterNumber = false;
            }
            in.moveTo(in.at() + 1);
        }
    }

    private static int symbol(char c) {
        return switch (c) {
            case ':' -> COLON;
            case '/' -> SLASH;
            case '-' -> HYPHEN;
            default -> 0;
        };
    }

    private static boolean isYear(Reading in, int from, int to) {
        char first = in.charAt(from);
        return to - from == 3 && first >= '8' || to - from == 4
                && (first == '1' && in.charAt(from + 1) >= '8' || first == '2' && in.charAt(from + 1) == '0');
    }

    /** The place of the colon that ends the stem; negative when the text does not begin with one. */
    private static int stemEnd(Reading in, int from) {
        int at = in.lettersEnd(from);
        if (at == from || at - from > MOST_LETTERS) {
            return -1;
        }
        at = blanksEnd(in, at);
        int digits = in.digitsEnd(at);
        if (digits == at || in.charAt(digits) != '.') {
            return -1;
        }
        at = part(in, blanksEnd(in, digits + 1));
        while (at > 0 && (in.charAt(at) == '/' || in.charAt(at) == '-')) {
            at = part(in, blanksEnd(in, at + 1));
        }
        return at > 0 && in.charAt(at) == ':' ? at : -1;
    }

    /** Behind letters, a number, or both; negative when there are neither. */
    private static int part(Reading in, int from) {
        int letters = in.lettersEnd(from);
        int digits = in.digitsEnd(blanksEnd(in, letters));
        return digits == from ? -1 : blanksEnd(in, digits);
    }

    private static int blanksEnd(Reading in, int from) {
        int at = from;
        while (in.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
