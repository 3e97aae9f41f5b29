/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner;

/** Hears of changes; see {@link ScannerService#observe}. Called on any thread; must not wait. */
@FunctionalInterface
public interface ScannerObserver {

    /** Something about a device has changed, or something was read. */
    void changed(ScannerChange change);
}
