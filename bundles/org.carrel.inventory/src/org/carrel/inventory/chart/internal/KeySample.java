/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.chart.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every so many-th key of a row of keys, so that a million of them need little memory. */
final class KeySample {

    private static final int MOST = 16_384;

    private List<byte[]> kept = new ArrayList<>();
    private int step = 1;
    private int seen;

    void add(byte[] key) {
        if (seen++ % step != 0) {
            return;
        }
        kept.add(key);
        if (kept.size() > MOST) {
            List<byte[]> half = new ArrayList<>();
            for (int i = 0; i < kept.size(); i += 2) {
                half.add(kept.get(i));
            }
            kept = half;
            step *= 2;
        }
    }

    /** How many keys there were. */
    int seen() {
        return seen;
    }

    /** Where {@code parts} parts of about as many keys begin, in order, each but once; the first before all keys. */
    List<byte[]> begins(int parts) {
        List<byte[]> sorted = new ArrayList<>(kept);
        sorted.sort(Arrays::compareUnsigned);
        List<byte[]> begins = new ArrayList<>();
        begins.add(new byte[0]);
        for (int part = 1; part < parts; part++) {
            byte[] key = sorted.get((int) ((long) part * sorted.size() / parts));
            if (Arrays.compareUnsigned(begins.getLast(), key) < 0) {
                begins.add(key);
            }
        }
        return begins;
    }
}
