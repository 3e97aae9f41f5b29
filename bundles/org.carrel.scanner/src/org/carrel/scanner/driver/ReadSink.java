/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.driver;

import java.util.List;

/** Where a driver passes on what a device sends. Safe for use by several threads; calls return soon. */
public interface ReadSink {

    /** One read, whole: what the device sends for one barcode. {@link Frames} cuts a stream into such. */
    void read(byte[] bytes);

    /** Reads that belong together, such as all tags that were laid on a pad; does nothing when there are none. */
    void stack(List<byte[]> reads);

    /**
     * The device has gone away. The connection will be closed by another thread and a new one opened when it is back.
     *
     * @param why a sentence for the desk
     */
    void lost(String why);

    /**
     * There is nothing more to come, as at the end of a file. The device is closed and switched off.
     *
     * @param how a sentence for the desk
     */
    void finished(String how);

    /** Keeps an option with the device's settings: what a driver found out and need not find out again. */
    void remember(String option, String value);
}
