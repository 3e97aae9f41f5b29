/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Component;

/**
 * Dewey Decimal: a number of three digits with or without a fraction, which may have marks of segmentation
 * ({@code 338.4'76}, {@code 338.4/76}), then whatever {@link TailWriter} knows: cutters of any length, authors' names,
 * volumes, dates. Leading zeros may be missing when a point follows ({@code 1 .M32}).
 */
@Component(service = CallNumberScheme.class)
public final class DeweyScheme implements PlainScheme {

    private static final int DIGITS = 3;

    @Override
    public String id() {
        return "dewey";
    }

    @Override
    public String name() {
        return Texts.of(DeweyScheme.class).get("scheme.dewey");
    }

    @Override
    public boolean write(Reading in, KeyBytes out) {
        int from = in.at();
        int to = in.digitsEnd(from);
        if (to == from || to - from > DIGITS || to - from < DIGITS && !pointFollows(in, to)) {
            return false;
        }
        out.number(in.chars(), from, to);
        int behind = ClassedNumber.fractionEnd(in, to);
        if (behind > to) {
            out.fraction(in.chars(), to + 1, behind);
            behind = segments(in, behind, out);
        } else if (isMark(in.charAt(to)) || in.charAt(to) == ':' || in.charAt(to) == '-') {
            return false;
        }
        in.moveTo(behind);
        new TailWriter(in, out, true, false).write();
        return true;
    }

    /** Digits behind marks of segmentation, which say where a library may cut the number short. */
    private static int segments(Reading in, int from, KeyBytes out) {
        int behind = from;
        while (isMark(in.charAt(behind)) && Reading.isDigit(in.charAt(behind + 1))) {
            int end = in.digitsEnd(behind + 1);
            out.fraction(in.chars(), behind + 1, end);
            behind = end;
        }
        return behind;
    }

    private static boolean isMark(char c) {
        return c == '/' || c == '\'';
    }

    private static boolean pointFollows(Reading in, int from) {
        int at = from;
        while (in.charAt(at) == ' ') {
            at++;
        }
        return in.charAt(at) == '.';
    }
}
