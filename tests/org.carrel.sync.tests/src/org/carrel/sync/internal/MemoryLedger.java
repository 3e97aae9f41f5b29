/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.carrel.model.FollowUp;
import org.carrel.model.ItemBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.ToDo;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.UploadLedger;

/** A ledger in memory, with the contract of the real one: rows may be deleted meanwhile, and it can fail. */
final class MemoryLedger implements UploadLedger {

    private final Map<TransactionId, QueueEntry> rows = new LinkedHashMap<>();
    private final Map<TransactionId, List<TransactionState>> histories = new HashMap<>();
    private final Map<TransactionId, List<FollowUp>> followUps = new HashMap<>();
    private final List<UploadRun> runs = new ArrayList<>();
    private Predicate<Standing> failing = standing -> false;
    private boolean crashed;
    private int commits;

    synchronized void add(Transaction... transactions) {
        for (Transaction transaction : transactions) {
            put(transaction, Standing.awaitingSync(transaction.occurredAt()));
        }
    }

    synchronized void put(Transaction transaction, Standing standing) {
        rows.put(transaction.id(), new QueueEntry(rows.size() + 1L, transaction, standing));
        histories.computeIfAbsent(transaction.id(), id -> new ArrayList<>());
    }

    synchronized void delete(TransactionId id) {
        rows.remove(id);
    }

    /** Every write of such a standing fails from now on. */
    synchronized void failOn(Predicate<Standing> standings) {
        failing = standings;
    }

    /** From now on nothing is written any more, as if the program had been killed; {@link #restart} ends that. */
    synchronized void crash() {
        crashed = true;
    }

    synchronized void restart() {
        crashed = false;
        failing = standing -> false;
    }

    synchronized QueueEntry row(Transaction transaction) {
        return rows.get(transaction.id());
    }

    synchronized TransactionState state(Transaction transaction) {
        return rows.get(transaction.id()).state();
    }

    /** How often something about transactions was written. */
    synchronized int commits() {
        return commits;
    }

    /** The states that the row was written with, in order. */
    synchronized List<TransactionState> history(Transaction transaction) {
        return List.copyOf(histories.get(transaction.id()));
    }

    synchronized List<FollowUp> followUps(Transaction transaction) {
        return followUps.getOrDefault(transaction.id(), List.of());
    }

    synchronized List<QueueEntry> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public synchronized List<QueueEntry> pending() {
        ensureAlive(null);
        return rows.values().stream().filter(row -> row.state().isPending()).toList();
    }

    @Override
    public synchronized Map<ItemBarcode, Uploaded> latestUploaded(Collection<ItemBarcode> items) {
        Map<ItemBarcode, Uploaded> latest = new HashMap<>();
        for (QueueEntry row : rows.values()) {
            Transaction transaction = row.transaction();
            if (row.state() == TransactionState.UPLOADED && items.contains(transaction.item())) {
                Uploaded other = latest.get(transaction.item());
                if (other == null || !other.isAfter(transaction)) {
                    latest.put(transaction.item(), new Uploaded(transaction.occurredAt(), transaction.id()));
                }
            }
        }
        return latest;
    }

    @Override
    public synchronized Set<TransactionId> record(List<Finding> findings) {
        findings.forEach(finding -> ensureAlive(finding.standing()));
        commits++;
        Set<TransactionId> there = new HashSet<>();
        for (Finding finding : findings) {
            TransactionId id = finding.id();
            QueueEntry before = rows.get(id);
            if (before != null) {
                rows.put(id, new QueueEntry(before.sequence(), before.transaction(), finding.standing()));
                histories.get(id).add(finding.standing().state());
                followUps.merge(id, finding.followUps(),
                        (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
                there.add(id);
            }
        }
        return there;
    }

    private void ensureAlive(Standing standing) {
        if (crashed || standing != null && failing.test(standing)) {
            throw new QueueUnavailableException("The disk is full. Free some space.", null);
        }
    }

    @Override
    public synchronized int retry(Collection<TransactionId> ids) {
        int count = 0;
        for (TransactionId id : ids) {
            QueueEntry row = rows.get(id);
            if (row != null && (row.state() == TransactionState.UPLOAD_FAILED
                    || row.state() == TransactionState.COMMS_FAILURE)) {
                Standing waiting = Standing.awaitingSync(Instant.EPOCH);
                rows.put(id, new QueueEntry(row.sequence(), row.transaction(),
                        new Standing(waiting.state(), row.standing().attempts(), waiting.changedAt(),
                                row.standing().outcomeUnknown(), false, waiting.serverDueAt(), waiting.problem(), "")));
                count++;
            }
        }
        return count;
    }

    @Override
    public List<ToDo> toDos(int limit) {
        throw new UnsupportedOperationException("no upload reads the to-do list");
    }

    @Override
    public void setDone(long toDo, boolean done) {
        throw new UnsupportedOperationException("no upload ticks anything off");
    }

    @Override
    public synchronized void record(UploadRun run) {
        ensureAlive(null);
        runs.removeIf(known -> known.startedAt().equals(run.startedAt()));
        runs.add(run);
    }

    @Override
    public synchronized List<UploadRun> runs(int limit) {
        return runs.reversed().stream().limit(limit).toList();
    }
}
