/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile.marc;

import java.io.IOException;
import java.util.Optional;

/** Reads a file of MARC records one after the other, in memory that is bounded whatever is in it. One thread. */
public interface MarcPieces {

    /** How much of a damaged record is kept for people. */
    int KEPT = 4_000;

    /** The next piece; empty at the end. */
    Optional<MarcPiece> next() throws IOException;
}
