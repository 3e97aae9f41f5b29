/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.carrel.bench.Figures;
import org.carrel.model.Transaction;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.TransactionQueue;

/**
 * Times keeping one transaction, and, in turn with it, the least that any durable store has to do: append as many bytes
 * to a file on the same disk and force them out.
 */
final class DurableAdd {

    private static final int WARM_UP = 1_000;

    private final Services services;
    private final Path folder;

    /** @param folder on the disk that the store writes to */
    DurableAdd(Services services, Path folder) {
        this.services = services;
        this.folder = folder;
    }

    Figures run(int samples) throws IOException {
        TransactionQueue queue = services.get(TransactionQueue.class);
        int before = services.get(QueueView.class).count(QueueQuery.all());
        // Beyond every item that is there, and all of it today.
        DeskDays days = new DeskDays(10_000_000, WARM_UP + samples);
        long[] appends = new long[samples];
        long[] adds = new long[samples];
        Path file = folder.resolve("append.raw");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int i = -WARM_UP; i < samples; i++) {
                Transaction transaction = days.next();
                ByteBuffer record = ByteBuffer.wrap((transaction + "\n").getBytes(StandardCharsets.UTF_8));
                long start = System.nanoTime();
                while (record.hasRemaining()) {
                    channel.write(record);
                }
                channel.force(true);
                long appended = System.nanoTime();
                Filling.requireStored(queue.add(transaction));
                long added = System.nanoTime();
                if (i >= 0) {
                    appends[i] = appended - start;
                    adds[i] = added - appended;
                }
            }
        }
        Figures figures = new Figures();
        figures.put("rows", before);
        figures.putPercentiles("append", appends);
        figures.putPercentiles("add", adds);
        return figures;
    }
}
