/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.items;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The first bytes of a snapshot: where everything else in it is. All numbers are big-endian.
 *
 * <p>
 * First come magic, version, count of items, checksum of all behind the header; then where each section begins. The
 * last eight bytes are the checksum of the header itself.
 *
 * @param items    how many items there are
 * @param offsets  where the offset of each record is, 8 bytes for each item
 * @param barcodes where the numbers of the items are, in the order of their barcodes
 * @param shelf    where the numbers of the items are, in shelf order
 * @param places   where the place in shelf order of each item is
 * @param tables   where the groups, the shelving locations and the description are
 * @param end      how long the file is
 * @param checksum of all bytes from {@link #SIZE} to {@link #end}
 */
record Header(int items, long offsets, long barcodes, long shelf, long places, long tables, long end, long checksum) {

    static final int SIZE = 512;

    private static final long MAGIC = 0x4361_7272_4974_656DL;
    private static final int VERSION = 1;
    private static final int CHECKSUM_AT = SIZE - Long.BYTES;

    /** The bytes are none of a snapshot that is whole. */
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedException(String message) {
            super(message);
        }
    }

    /** A newer Carrel wrote it. */
    static final class NewerException extends IOException {
        private static final long serialVersionUID = 1L;

        NewerException(int version) {
            super("version " + version);
        }
    }

    ByteBuffer encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        bytes.putLong(MAGIC).putInt(VERSION).putInt(items).putLong(checksum);
        bytes.putLong(offsets).putLong(barcodes).putLong(shelf).putLong(places).putLong(tables).putLong(end);
        bytes.putLong(CHECKSUM_AT, checksumOf(bytes));
        return bytes.clear();
    }

    static Header decode(ByteBuffer bytes, long length) throws DamagedException, NewerException {
        if (bytes.remaining() != SIZE || bytes.getLong(0) != MAGIC) {
            throw new DamagedException("no snapshot");
        }
        if (bytes.getLong(CHECKSUM_AT) != checksumOf(bytes)) {
            throw new DamagedException("header");
        }
        if (bytes.getInt(Long.BYTES) != VERSION) {
            throw new NewerException(bytes.getInt(Long.BYTES));
        }
        ByteBuffer rest = bytes.duplicate().position(Long.BYTES + Integer.BYTES);
        int items = rest.getInt();
        long checksum = rest.getLong();
        Header header = new Header(items, rest.getLong(), rest.getLong(), rest.getLong(), rest.getLong(),
                rest.getLong(), rest.getLong(), checksum);
        if (header.end != length) {
            throw new DamagedException("length");
        }
        return header;
    }

    private static long checksumOf(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.array(), bytes.arrayOffset(), CHECKSUM_AT);
        return sum.getValue();
    }
}
