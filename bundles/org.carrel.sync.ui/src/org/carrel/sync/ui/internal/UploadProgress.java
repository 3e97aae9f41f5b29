/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.QueueEntry;
import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.carrel.sync.UploadMonitor;

/**
 * Follows one upload and can stop it. Safe for use by several threads: the lanes write, the views read a
 * {@link Snapshot} whenever they are ready to draw.
 */
final class UploadProgress implements UploadMonitor {

    private final Runnable changed;
    private String[] lanes = {};
    private int total;
    private int settled;
    private final Map<TransactionState, Integer> results = new EnumMap<>(TransactionState.class);
    private boolean planned;
    private boolean cancelled;
    private Optional<UploadRun> result = Optional.empty();
    private Optional<String> failure = Optional.empty();

    /**
     * How far it has come.
     *
     * @param planned   whether the plan is made; the numbers mean nothing before
     * @param total     how many will be settled
     * @param settled   how many are
     * @param lanes     per lane the barcode of the item it is busy with, empty when idle
     * @param results   how many stand where, of those that are settled
     * @param cancelled whether somebody asked to stop
     * @param result    how it ended; empty while it runs or when it failed
     * @param failure   a sentence when it could not run to its end at all
     */
    record Snapshot(boolean planned, int total, int settled, List<String> lanes,
            Map<TransactionState, Integer> results, boolean cancelled, Optional<UploadRun> result,
            Optional<String> failure) {

        boolean isOver() {
            return result.isPresent() || failure.isPresent();
        }
    }

    /** @param changed called on every change, by the thread that made it; returns quickly */
    UploadProgress(Runnable changed) {
        this.changed = Objects.requireNonNull(changed, "changed");
    }

    synchronized Snapshot snapshot() {
        List<String> busy = new ArrayList<>(Arrays.asList(lanes));
        return new Snapshot(planned, total, settled, List.copyOf(busy), Map.copyOf(results), cancelled, result,
                failure);
    }

    /** Asks to stop after the requests that are out. */
    void cancel() {
        change(() -> cancelled = true);
    }

    void ended(UploadRun run) {
        change(() -> {
            result = Optional.of(run);
            Arrays.fill(lanes, "");
        });
    }

    void failed(String sentence) {
        change(() -> {
            failure = Optional.of(sentence);
            Arrays.fill(lanes, "");
        });
    }

    @Override
    public void planned(int howMany, int laneCount) {
        change(() -> {
            planned = true;
            total = howMany;
            lanes = new String[laneCount];
            Arrays.fill(lanes, "");
        });
    }

    @Override
    public void sending(int lane, QueueEntry entry) {
        change(() -> lanes[lane] = entry.transaction().item().value());
    }

    @Override
    public void settled(QueueEntry entry) {
        change(() -> {
            settled++;
            results.merge(entry.state(), 1, Integer::sum);
        });
    }

    @Override
    public void idle(int lane) {
        change(() -> lanes[lane] = "");
    }

    @Override
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    private void change(Runnable how) {
        synchronized (this) {
            how.run();
        }
        changed.run();
    }
}
