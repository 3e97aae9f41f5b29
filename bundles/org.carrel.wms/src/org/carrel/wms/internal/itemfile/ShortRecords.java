/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;

/**
 * Fails when a record does not end: after a quotation mark that nobody closes, all the rest of a file is one record,
 * and a parser would hold it all. One thread.
 */
final class ShortRecords extends FilterReader {

    private static final int LONGEST = 1 << 20;
    private static final Texts TEXTS = Texts.of(ShortRecords.class);

    private int sinceRecord;

    ShortRecords(Reader from) {
        super(from);
    }

    /** The parser has found the end of a record. */
    void recordEnds() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        int read = in.read(chars, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int more) throws UnreadableItemFileException {
        sinceRecord += more;
        if (sinceRecord > LONGEST) {
            throw new UnreadableItemFileException(TEXTS.get("file.recordTooLong"));
        }
    }
}
