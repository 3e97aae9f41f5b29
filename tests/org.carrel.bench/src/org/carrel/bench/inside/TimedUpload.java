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
import org.carrel.model.BranchProfile;
import org.carrel.model.CheckOut;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionState;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Secrets;
import org.carrel.model.port.TransactionQueue;
import org.carrel.practice.PracticeLibrary;
import org.carrel.practice.PracticeServer;
import org.carrel.sync.UploadMonitor;
import org.carrel.sync.Uploader;

/** Times an upload to the practice server, over real HTTP, with a server that takes its time over every answer. */
final class TimedUpload {

    private static final int LATENCY_MILLIS = 100;

    private final Services services;

    TimedUpload(Services services) {
        this.services = services;
    }

    Figures run(int transactions) throws IOException {
        BranchProfile profile = services.get(Branch.class).profile();
        DeskDays days = new DeskDays(0, transactions);
        List<Transaction> all = Stream.generate(days::next).limit(transactions).toList();
        Filling.requireStored(services.get(TransactionQueue.class).add(all));
        Uploader uploader = services.get(Uploader.class);
        long took;
        try (PracticeServer server = PracticeServer.builder().profile(profile)
                .library(PracticeLibrary.ofSize(DeskDays.PATRONS, transactions))
                .wsKey(profile.signIn().key(), services.get(Secrets.class)::wsKeySecret).build()) {
            server.bringUp();
            server.misbehave("any latency " + LATENCY_MILLIS + "ms");
            long start = System.nanoTime();
            uploader.run(UploadMonitor.SILENT);
            took = System.nanoTime() - start;
        }
        requireAnswers(all);
        Figures figures = new Figures();
        figures.put("transactions", transactions);
        figures.put("lanes", profile.upload().lanes());
        figures.put("latency", LATENCY_MILLIS * 1e6);
        figures.put("took", took);
        return figures;
    }

    /** The library accepts every check-out, and refuses check-ins of items that never left it: also an answer. */
    private void requireAnswers(List<Transaction> all) {
        Map<TransactionState, Integer> counts = services.get(QueueView.class).counts();
        long out = all.stream().filter(CheckOut.class::isInstance).count();
        int accepted = counts.getOrDefault(TransactionState.UPLOADED, 0);
        int refused = counts.getOrDefault(TransactionState.UPLOAD_FAILED, 0);
        if (accepted < out || accepted + refused != all.size()) {
            throw new IllegalStateException(
                    "of " + all.size() + " transactions, " + out + " of them check-outs, these came through: "
                            + counts);
        }
    }
}
