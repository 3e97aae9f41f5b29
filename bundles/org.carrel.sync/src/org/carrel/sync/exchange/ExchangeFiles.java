/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.carrel.model.port.QueueQuery;
import org.carrel.sync.QueueFiles;

/**
 * The queue in formats of others. A service; safe for use by several threads, and not for the UI thread except
 * {@link #formats}. Files hold patron barcodes in clear: show {@link QueueFiles#personalData} before writing one.
 */
public interface ExchangeFiles {

    /**
     * A format that can be chosen.
     *
     * @param id     names it on the command line
     * @param name   for people
     * @param ending of a file's name, with its dot
     */
    record Format(String id, String name, String ending) {}

    /** The formats that there are now, in the order of their names. Does not wait; any thread. */
    List<Format> formats();

    /**
     * Writes the rows that {@code query} finds.
     *
     * @param formatId one of {@link #formats}
     * @return how many rows the format took
     * @throws IOException when the stream fails, or the format does; its message is a sentence. What was written is of
     *                     no use then
     */
    int write(QueueQuery query, String formatId, OutputStream to) throws IOException;
}
