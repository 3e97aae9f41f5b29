/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

import org.carrel.model.port.DataKey;
import org.carrel.model.port.DataKey.BrokenSealException;

/**
 * Reads what {@link SealedOutput} wrote. Fails with {@link NotAsSealedException} as soon as something is not as it was
 * sealed; what was read up to there must not be used. Not safe for use by several threads.
 */
final class SealedInput extends InputStream {

    private final DataKey key;
    private final DataInputStream from;
    private ByteBuffer text = ByteBuffer.allocate(0);
    private byte[] name = new byte[0];
    private long number;
    private boolean last;

    /** Why a file is refused. */
    enum Reason {
        /** It does not begin like a sealed export. */
        NOT_SEALED,
        /** It was changed, is cut off, or was sealed under another branch's key. */
        BROKEN
    }

    /** The file is not what was sealed with this key. */
    static final class NotAsSealedException extends IOException {

        private static final long serialVersionUID = 1L;

        private final Reason reason;

        NotAsSealedException(Reason reason, String detail) {
            super(detail);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    /** @param from stays open */
    SealedInput(DataKey key, InputStream from) throws IOException {
        this.key = key;
        this.from = new DataInputStream(from);
        if (!Arrays.equals(from.readNBytes(SealedOutput.MAGIC.length), SealedOutput.MAGIC)) {
            throw new NotAsSealedException(Reason.NOT_SEALED, "no sealed export");
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? text.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int some = Math.min(length, text.remaining());
        text.get(bytes, offset, some);
        return some;
    }

    private boolean fill() throws IOException {
        while (!text.hasRemaining() && !last) {
            readPiece();
        }
        return text.hasRemaining();
    }

    private void readPiece() throws IOException {
        byte[] sealed;
        try {
            int length = from.readInt();
            if (length < SealedOutput.HEAD || length > SealedOutput.LONGEST_FRAME) {
                throw broken("a piece of " + length + " bytes");
            }
            sealed = new byte[length];
            from.readFully(sealed);
        } catch (EOFException e) {
            throw broken("cut off after piece " + number);
        }
        byte[] clear;
        try {
            clear = key.open(DataKey.Purpose.EXPORT, sealed);
        } catch (BrokenSealException e) {
            throw broken("piece " + number + ": " + e.getMessage());
        }
        if (clear.length < SealedOutput.HEAD) {
            throw broken("piece " + number + " is too short");
        }
        take(ByteBuffer.wrap(clear));
        if (last && from.read() >= 0) {
            throw broken("something follows the last piece");
        }
    }

    private void take(ByteBuffer clear) throws NotAsSealedException {
        byte[] itsName = new byte[16];
        clear.get(itsName);
        if (number == 0) {
            name = itsName;
        }
        if (!Arrays.equals(name, itsName) || clear.getLong() != number) {
            throw broken("a piece that does not belong here, after piece " + number);
        }
        number++;
        last = clear.get() == 1;
        text = clear;
    }

    private static NotAsSealedException broken(String detail) {
        return new NotAsSealedException(Reason.BROKEN, detail);
    }
}
