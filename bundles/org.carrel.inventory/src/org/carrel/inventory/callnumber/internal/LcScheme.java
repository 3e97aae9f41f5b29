/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Component;

/**
 * Library of Congress: one to three letters, a number with or without a fraction, then whatever {@link TailWriter}
 * knows. The letters that LC does not use (I, O, W, X, Y) and those of NLM (QS to QZ) are not its own; of three letters
 * there are few, and others are believed only when a cutter follows: {@code DVD 123} is none.
 */
@Component(service = CallNumberScheme.class)
public final class LcScheme implements PlainScheme {

    static final String ID = "lc";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return Texts.of(LcScheme.class).get("scheme.lc");
    }

    @Override
    public boolean write(Reading in, KeyBytes out) {
        return ClassedNumber.write(in, out, LcScheme::isClass);
    }

    private static boolean isClass(char first, char second, char third, boolean cutter) {
        if (first == 'I' || first == 'O' || first >= 'W' && first <= 'Y') {
            return false;
        }
        if (third != Reading.NOTHING) {
            return first == 'K' || first == 'D' && (second == 'A' && third == 'W' || second == 'J' && third == 'K')
                    || cutter;
        }
        return first != 'Q' || second < 'S';
    }
}
