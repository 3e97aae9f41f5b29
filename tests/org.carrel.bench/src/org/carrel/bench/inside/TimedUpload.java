/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.carrel.bench.Figures;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.carrel.model.port.Branch;
import org.carrel.model.port.PracticeSystem;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.TransactionQueue;
import org.carrel.sync.UploadMonitor;
import org.carrel.sync.Uploader;

/** Times an upload to the practice server, over real HTTP, with a server that takes its time over every answer. */
final class TimedUpload {

    static final int LATENCY_MILLIS = 100;

    private final Services services;

    TimedUpload(Services services) {
        this.services = services;
    }

    Figures run(int transactions) throws IOException {
        TransactionQueue queue = services.get(TransactionQueue.class);
        DeskDays days = new DeskDays(0, transactions);
        List<Transaction> all = Stream.generate(days::next).limit(transactions).toList();
        Filling.requireStored(queue.add(all));
        PracticeSystem system = services.get(PracticeSystem.class);
        system.bringUp();
        Uploader uploader = services.get(Uploader.class);
        system.misbehave("latency " + LATENCY_MILLIS + " ms");
        long start = System.nanoTime();
        UploadRun run = uploader.run(UploadMonitor.SILENT);
        long took = System.nanoTime() - start;
        system.takeDown();
        Map<TransactionState, Integer> counts = services.get(QueueView.class).counts();
        int settled = counts.getOrDefault(TransactionState.UPLOADED, 0)
                + counts.getOrDefault(TransactionState.UPLOAD_FAILED, 0);
        if (settled != transactions) {
            throw new IllegalStateException("not all " + transactions + " were answered: " + counts + ", " + run);
        }
        Figures figures = new Figures();
        figures.put("transactions", transactions);
        figures.put("lanes", services.get(Branch.class).profile().upload().lanes());
        figures.put("latency", LATENCY_MILLIS * 1e6);
        figures.put("took", took);
        return figures;
    }
}
