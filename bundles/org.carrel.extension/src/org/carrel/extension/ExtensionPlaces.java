/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension;

import java.nio.file.Path;

/** Where extensions are kept. A service; safe for use by several threads. */
public interface ExtensionPlaces {

    /**
     * Those below {@code data}, where each branch has its data folder; always the same object for the same folder.
     * Reads nothing yet.
     */
    Extensions at(Path data);
}
