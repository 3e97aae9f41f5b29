/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.scan;

/** What a device is for. It decides where its scans go, and what a barcode is that could be two things. */
public enum DeviceRole {
    /** Whatever is at hand. */
    ANY,
    /** Reads patrons' cards, as the scanner on the public side of a desk does. */
    PATRON,
    /** Reads items. */
    ITEM,
    /** Reads items and shelf labels in the stacks. */
    STACK
}
