/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.serial.internal;

import com.fazecast.jSerialComm.SerialPort;

/** What is needed of a port that is open. */
interface OpenPort {

    /**
     * Waits for bytes, for as long as the port was set up to.
     *
     * @return how many came; 0 when none did, negative when the port is gone. A port that is gone may also answer 0, at
     *     once and for ever
     */
    int read(byte[] into);

    /** What the system calls it. */
    String path();

    /** Gives it back; false when the system did not take it. Not while another thread reads. */
    boolean close();

    /** The system's number for what went wrong last. */
    int error();

    /** A port of jSerialComm. */
    static OpenPort of(SerialPort port) {
        return new OpenPort() {
            @Override
            public int read(byte[] into) {
                return port.readBytes(into, into.length);
            }

            @Override
            public String path() {
                return port.getSystemPortPath();
            }

            @Override
            public boolean close() {
                return port.closePort();
            }

            @Override
            public int error() {
                return port.getLastErrorCode();
            }
        };
    }
}
