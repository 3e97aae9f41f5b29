/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

import org.carrel.model.port.DataKey;

/**
 * Seals what is written, piece by piece, so that a long file is never held as a whole. After the {@link #MAGIC} come
 * frames: four bytes of length, then as many sealed bytes. Sealed with the piece are the name of the file, its number,
 * and whether it is the last, so that pieces cannot be left out, repeated, put in another order, or taken from another
 * file. Not safe for use by several threads.
 */
final class SealedOutput extends OutputStream {

    static final byte[] MAGIC = { 'C', 'A', 'R', 'R', 'E', 'L', '-', 'S', 'E', 'A', 'L', 'E', 'D', '-', '1', '\n' };
    /** Of each piece, before its text: the name of the file, the number of the piece, whether it is the last. */
    static final int HEAD = 16 + Long.BYTES + 1;
    static final int PIECE = 64 * 1024;
    /** What a seal may add to what is sealed. */
    static final int LONGEST_FRAME = HEAD + PIECE + 1024;

    private final DataKey key;
    private final DataOutputStream to;
    private final byte[] name = new byte[16];
    private final ByteBuffer text = ByteBuffer.allocate(PIECE);
    private long number;

    /** @param to stays open */
    SealedOutput(DataKey key, OutputStream to) throws IOException {
        this.key = key;
        this.to = new DataOutputStream(to);
        new SecureRandom().nextBytes(name);
        to.write(MAGIC);
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] { (byte) oneByte }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        while (at < offset + length) {
            if (!text.hasRemaining()) {
                writePiece(false);
            }
            int some = Math.min(text.remaining(), offset + length - at);
            text.put(bytes, at, some);
            at += some;
        }
    }

    /** Writes the last piece. A file without it is refused when it is read. */
    void finish() throws IOException {
        writePiece(true);
        to.flush();
    }

    private void writePiece(boolean last) throws IOException {
        text.flip();
        ByteBuffer clear = ByteBuffer.allocate(HEAD + text.remaining());
        clear.put(name).putLong(number++).put((byte) (last ? 1 : 0)).put(text);
        text.clear();
        byte[] sealed = key.seal(DataKey.Purpose.EXPORT, clear.array());
        to.writeInt(sealed.length);
        to.write(sealed);
    }
}
