/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.CheckOut;
import org.carrel.model.FollowUp;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.ToDo;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.carrel.model.UploadRun.Ending;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.PracticeSystem;
import org.carrel.model.port.Reachability;
import org.carrel.model.port.UploadLedger;
import org.carrel.practice.PracticeServer;
import org.carrel.sync.UploadMonitor;
import org.carrel.sync.Uploader;
import org.carrel.testkit.MemoryQueue;

/** A library system and the upload to it, reduced to what commands can see of them. */
final class PretendSystem implements IlsTransport, PracticeSystem, Uploader {

    final List<String> scripts = new ArrayList<>();
    Optional<Ending> ending = Optional.empty();
    boolean forgetful;
    private final MemoryQueue queue;
    private boolean up;

    PretendSystem(MemoryQueue queue) {
        this.queue = queue;
    }

    UploadLedger ledger() {
        return (UploadLedger) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { UploadLedger.class },
                (proxy, method, arguments) -> {
                    if (method.getName().equals("toDos")) {
                        return queue.rows().stream().limit(1).map(row -> new ToDo(1, row.id(),
                                row.transaction().item(), new FollowUp(FollowUp.Kind.HOLD, "Request: 1", "MAIN"),
                                Instant.EPOCH, Optional.empty())).toList();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public UploadRun run(UploadMonitor monitor) {
        Ending how = ending.orElse(up ? Ending.COMPLETED : Ending.SYSTEM_AWAY);
        Instant now = Instant.EPOCH;
        int failed = 0;
        int uploaded = 0;
        int superseded = 0;
        if (how == Ending.COMPLETED) {
            List<QueueEntry> pending = queue.rows().stream().filter(row -> row.state().isPending()).toList();
            monitor.planned(pending.size(), 1);
            Map<String, QueueEntry> latest = new HashMap<>();
            pending.forEach(row -> latest.put(row.transaction().item().value(), row));
            for (QueueEntry row : pending) {
                boolean last = latest.get(row.transaction().item().value()) == row;
                Standing standing = last ? settled(row, now) : row.standing().superseded(now);
                queue.settle(row.id(), before -> standing);
                failed += standing.state() == TransactionState.UPLOAD_FAILED ? 1 : 0;
                uploaded += standing.state() == TransactionState.UPLOADED ? 1 : 0;
                superseded += standing.state() == TransactionState.SUPERSEDED ? 1 : 0;
                monitor.settled(queue.find(row.id()).orElseThrow());
            }
            if (forgetful) {
                queue.delete(List.of(queue.rows().getFirst().id()), queue.rows().getFirst().transaction().origin());
            }
        }
        return new UploadRun(now, Optional.of(now), Optional.of(how), uploaded, failed, 0, superseded,
                how == Ending.COMPLETED ? "" : "It ended: " + how + ".");
    }

    private static Standing settled(QueueEntry row, Instant now) {
        Standing sent = row.standing().inFlight(now);
        if (!(row.transaction() instanceof CheckOut out)) {
            return sent.uploaded(now, Optional.empty(), false);
        }
        if (out.patron().value().startsWith("21000000009")) {
            return sent.uploadFailed(now, new Problem(Problem.Kind.UNKNOWN_PATRON, "Unknown User", "not found"));
        }
        boolean shortLoan = out.item().value().equals("31000000000813");
        return sent.uploaded(now, Optional.of(shortLoan ? out.dueAt().minus(Duration.ofDays(5)) : out.dueAt()), false);
    }

    @Override
    public boolean isRunning() {
        return false;
    }

    @Override
    public Outcome send(Transaction transaction) {
        throw new UnsupportedOperationException("commands upload through the uploader");
    }

    @Override
    public Reachability probe() {
        return new Reachability(up, up ? "" : "refused", Instant.EPOCH);
    }

    @Override
    public void forgetSignIn() {
        // There is no sign-in.
    }

    @Override
    public void bringUp() throws IOException {
        up = true;
    }

    @Override
    public void takeDown() {
        up = false;
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:9");
    }

    @Override
    public Path writeItemFile(Path folder) throws IOException {
        try (PracticeServer shipped = PracticeServer.builder().build()) {
            return shipped.writeItemFile(folder);
        }
    }

    @Override
    public void misbehave(String script) {
        if (script.contains("?")) {
            throw new IllegalArgumentException("The script is not understood.");
        }
        scripts.add(script);
    }
}
