/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.driver;

import java.io.IOException;
import java.util.List;

import org.carrel.scanner.DeviceSettings;

/**
 * Speaks to one kind of device. Contributed as an OSGi service, or by the extension point
 * {@code org.carrel.scanner.scannerDrivers}. Safe for use by several threads: several devices may be open at once.
 */
public interface ScannerDriver {

    /** Names it for ever in settings; lower-case letters, digits, dots and hyphens. */
    String id();

    /** For people, such as "Serial or USB-COM port". */
    String name();

    /** How to set up a device of this kind so that it works here: sentences, separated by line ends. */
    String hints();

    /** The settings that devices of this kind have besides their address; may be empty. */
    List<DriverOption> options();

    /**
     * Devices that are there now and could be added. May wait; never on the UI thread. Devices that are not listed may
     * work all the same, by their address.
     *
     * @throws IOException when looking fails; the message is a sentence
     */
    List<FoundDevice> discover() throws IOException;

    /**
     * Opens a device. May wait, though not for ever. There is no need to try again: that is the service's business,
     * here and after {@link ReadSink#lost}.
     *
     * @param settings where it is and how it is set up
     * @param sink     what becomes of its reads; may be used by any thread, from now on and until the connection closes
     * @throws IOException when it cannot be opened; the message is a sentence that says what to do
     */
    ScannerConnection open(DeviceSettings settings, ReadSink sink) throws IOException;
}
