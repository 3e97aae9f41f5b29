/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails when more comes than anybody can want: a disk would be full otherwise, or memory. */
final class Bounded extends FilterInputStream {

    private final long most;
    private final String complaint;
    private long read;

    /** @param complaint says that it is too large */
    Bounded(InputStream in, long most, String complaint) {
        super(in);
        this.most = most;
        this.complaint = complaint;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        count(Math.max(got, 0));
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long more) throws IOException {
        read += more;
        if (read > most) {
            throw new IOException(complaint);
        }
    }
}
