/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Asks before each block whether to go on, so that even a record without end can be given up. One thread. */
final class TickingBytes extends FilterInputStream {

    private static final int BETWEEN_TICKS = 256 * 1024;

    private final Lines.Tick tick;
    private int sinceTick;

    TickingBytes(InputStream from, Lines.Tick tick) {
        super(from);
        this.tick = tick;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int read = in.read(to, offset, length);
        sinceTick += Math.max(read, 0);
        if (sinceTick >= BETWEEN_TICKS || read < 0) {
            sinceTick = 0;
            if (!tick.goOn()) {
                throw new Lines.StoppedException();
            }
        }
        return read;
    }
}
