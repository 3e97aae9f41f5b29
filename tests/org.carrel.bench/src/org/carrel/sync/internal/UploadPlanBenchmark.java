/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.CheckIn;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.TransactionId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Planning an upload of 10,000 rows, against sorting them by time: no plan can do with less. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class UploadPlanBenchmark {

    private static final int ROWS = 10_000;
    private static final int ROWS_OF_AN_ITEM = 3;

    private List<QueueEntry> pending;

    @Setup
    public void makeRows() {
        Random random = new Random(20_260_101);
        Instant start = Instant.parse("2026-01-01T09:00:00Z");
        Origin origin = new Origin("bench", "");
        pending = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Instant moment = start.plus(Duration.ofSeconds(random.nextInt(1_000_000)));
            CheckIn transaction = new CheckIn(new TransactionId(new UUID(random.nextLong(), random.nextLong())),
                    new ItemBarcode("3" + random.nextInt(ROWS / ROWS_OF_AN_ITEM)), moment, origin);
            pending.add(new QueueEntry(i + 1L, transaction, Standing.awaitingSync(moment)));
        }
        Collections.shuffle(pending, random);
    }

    @Benchmark
    public Object plan() {
        return UploadPlan.of(pending, Map.of(), Rule.LATEST_ONLY);
    }

    @Benchmark
    public Object sort() {
        return pending.stream().sorted(Comparator.comparing(row -> row.transaction().occurredAt())).toList();
    }
}
