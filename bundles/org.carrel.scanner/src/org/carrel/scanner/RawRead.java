/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * What a device sent, as it sent it. Immutable: the bytes are copied in and out. Its text form tells how many bytes
 * there are and not which, for they may be a patron's barcode.
 *
 * @param device the id of the device that read it
 * @param at     when it was complete
 * @param bytes  the bytes, with whatever the device puts around a barcode
 */
public record RawRead(String device, Instant at, byte[] bytes) {

    public RawRead {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(at, "at");
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawRead read && device.equals(read.device) && at.equals(read.at)
                && Arrays.equals(bytes, read.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(device, at, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return "RawRead[" + device + ", " + at + ", " + bytes.length + " bytes]";
    }
}
