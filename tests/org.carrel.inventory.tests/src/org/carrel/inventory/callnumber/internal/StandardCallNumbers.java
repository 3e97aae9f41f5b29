/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import java.util.List;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.model.CallNumberRules;

/** The call numbers of a branch that says nothing about them. */
public final class StandardCallNumbers {

    private StandardCallNumbers() {}

    public static CallNumbers table() {
        return new CallNumberTable(CallNumberRules.STANDARD, List.of(new LcScheme(), new NlmScheme(), new DeweyScheme(),
                new SuDocScheme(), new LocalScheme()));
    }

    /** Those of a branch that uses only LC. */
    public static CallNumbers lcOnly() {
        return new CallNumberTable(new CallNumberRules(List.of("lc"), List.of()), List.of(new LcScheme()));
    }
}
