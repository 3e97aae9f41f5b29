/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile.marc;

/** What comes next in a file of records. */
public sealed interface MarcPiece {

    /** A record. */
    record Whole(MarcRecord record) implements MarcPiece {}

    /** Bytes that are no record. @param text the first of them, for people */
    record Damaged(String text) implements MarcPiece {}

    /** A record that is longer than any could be. @param text the beginning of it, for people */
    record TooLong(String text) implements MarcPiece {}
}
