/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback;

import org.carrel.model.Texts;

/** Why the library system is not told of something that was read. */
public enum LeftOut {
    /** It was told before. */
    TOLD_BEFORE,
    /** Nobody knows whether it was told: a person decides. */
    OUTCOME_UNKNOWN,
    /** It was refused before: a person decides. */
    REFUSED_BEFORE,
    /** A person decided that it is not told. */
    LEFT_BY_DECISION,
    /** It is not in the scope of the project. */
    OUT_OF_SCOPE,
    /** Another institution owns it. */
    NOT_OWNED,
    /** Several items have its barcode, and the library system is told by barcode. */
    SEVERAL_ITEMS,
    /** The item file does not have it. */
    NOT_IN_FILE;

    /** What people call it. */
    public String label() {
        return Texts.of(LeftOut.class).get("leftOut." + name());
    }

    /** What to do about it: a sentence. */
    public String nextStep() {
        return Texts.of(LeftOut.class).get("leftOut." + name() + ".next");
    }
}
