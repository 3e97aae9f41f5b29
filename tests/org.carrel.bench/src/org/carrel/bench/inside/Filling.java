/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.carrel.bench.Figures;
import org.carrel.model.Transaction;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.TransactionQueue;

/** Fills an empty queue. */
final class Filling {

    private static final int BATCH = 1_000;

    private final Services services;

    Filling(Services services) {
        this.services = services;
    }

    Figures run(int rows) {
        TransactionQueue queue = services.get(TransactionQueue.class);
        DeskDays days = new DeskDays(0, rows);
        long start = System.nanoTime();
        for (int done = 0; done < rows;) {
            List<Transaction> batch = Stream.generate(days::next).limit(Math.min(BATCH, rows - done)).toList();
            requireStored(queue.add(batch));
            done += batch.size();
        }
        long took = System.nanoTime() - start;
        int there = services.get(QueueView.class).count(QueueQuery.all());
        if (there != rows) {
            throw new IllegalStateException("the queue has " + there + " rows instead of " + rows);
        }
        awaitStatistics();
        Figures figures = new Figures();
        figures.put("rows", rows);
        figures.put("took", took);
        return figures;
    }

    /**
     * When a table has grown much, Derby counts what is in its indexes, once and in the background. A queue grows in
     * weeks, and then the next start does not pay for all of it.
     */
    private static void awaitStatistics() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("derby.index-stat-thread")) {
                try {
                    thread.join(TimeUnit.MINUTES.toMillis(1));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while Derby counts", e);
                }
            }
        }
    }

    /** A journal takes over when the store fails: its speed is not what is measured. */
    static void requireStored(Acknowledgement answer) {
        if (!(answer instanceof Acknowledgement.Stored)) {
            throw new IllegalStateException("the store did not take it: " + answer);
        }
    }
}
