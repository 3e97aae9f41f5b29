/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Component;

/**
 * A library's own call numbers: {@code FIC SMI}, {@code DVD 1204}, {@code 4725.2 1321}. Word by word, case does not
 * count, numbers are whole numbers and come before letters; between two numbers a blank comes before a point or any
 * other sign, and otherwise signs are blanks. A blank between a word and a number does not count: {@code DVD 12} is
 * {@code DVD12}. Understands every text with a letter or a digit in it.
 */
@Component(service = CallNumberScheme.class)
public final class LocalScheme implements PlainScheme {

    private static final int BLANK = 0x02;
    private static final int SIGN = 0x04;
    /** Between words: behind a number there. */
    private static final int WORD = 0x30;

    @Override
    public String id() {
        return "local";
    }

    @Override
    public String name() {
        return Texts.of(LocalScheme.class).get("scheme.local");
    }

    @Override
    public boolean write(Reading in, KeyBytes out) {
        if (in.atEnd()) {
            return false;
        }
        boolean wasNumber = false;
        int behind = in.at();
        while (!in.atEnd()) {
            boolean number = Reading.isDigit(in.peek());
            if (in.at() > behind && wasNumber) {
                out.put(number && hasSign(in, behind) ? SIGN : BLANK);
            } else if (in.at() > behind && !number) {
                out.put(WORD);
            }
            behind = number ? in.digitsEnd(in.at()) : in.lettersEnd(in.at());
            if (number) {
                out.number(in.chars(), in.at(), behind);
            } else {
                out.letters(in.chars(), in.at(), behind);
            }
            wasNumber = number;
            in.moveTo(behind);
            in.skipToNext();
        }
        return true;
    }

    private static boolean hasSign(Reading in, int from) {
        for (int at = from; at < in.at(); at++) {
            if (in.charAt(at) != ' ') {
                return true;
            }
        }
        return false;
    }
}
