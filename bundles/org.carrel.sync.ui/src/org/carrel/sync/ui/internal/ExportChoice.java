/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import org.carrel.sync.QueueFiles;
import org.carrel.sync.exchange.ExchangeFiles;

/** As what the queue is exported. */
sealed interface ExportChoice {

    /** So that only this branch can read it. */
    record Sealed() implements ExportChoice {}

    /** As CSV. */
    record Clear() implements ExportChoice {}

    /** In a format that another bundle brings. */
    record Other(ExchangeFiles.Format format) implements ExportChoice {}

    /** Of the file's name. */
    default String ending() {
        return switch (this) {
            case Sealed sealed -> QueueFiles.SEALED_ENDING;
            case Clear clear -> ".csv";
            case Other other -> other.format().ending();
        };
    }
}
