/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a call number stands on the shelf: bytes whose unsigned order is the order of the shelf. Two call numbers that
 * differ only in spelling (spaces, case, Unicode forms) have equal keys. Immutable; comparing allocates nothing.
 *
 * <p>
 * Keys are compared only with keys of the same branch's {@link CallNumbers}, or of one and the same scheme.
 */
public final class ShelfKey implements Comparable<ShelfKey> {

    private final byte[] bytes;

    private ShelfKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A key of a copy of {@code bytes}, which may be empty: the empty key is before every other. */
    public static ShelfKey of(byte[] bytes) {
        return new ShelfKey(bytes.clone());
    }

    /** A key of {@code length} bytes of {@code bytes} from {@code offset}, copied. */
    public static ShelfKey of(byte[] bytes, int offset, int length) {
        return new ShelfKey(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /** The number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Copies the bytes into {@code target} from {@code offset}; there must be room for {@link #length} of them. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }

    /** Whether this key begins with all of {@code other}. */
    public boolean startsWith(ShelfKey other) {
        return bytes.length >= other.bytes.length
                && Arrays.equals(bytes, 0, other.bytes.length, other.bytes, 0, other.bytes.length);
    }

    @Override
    public int compareTo(ShelfKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShelfKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
