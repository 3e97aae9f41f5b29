/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.shelf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.carrel.inventory.callnumber.ShelfKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The order of a million books: of which one in a hundred strayed, and in no order at all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ShelfOrderBenchmark {

    private static final int BOOKS = 1_000_000;
    private static final int STRAYED = BOOKS / 100;
    private static final int LENGTH = 18;
    /** Keys of one shelf have their beginning in common. */
    private static final int COMMON = 6;

    private List<ShelfKey> shelf;
    private List<ShelfKey> heap;

    @Setup
    public void shelve() {
        Random random = new Random(20_260_101);
        shelf = new ArrayList<>(BOOKS);
        byte[] bytes = new byte[LENGTH];
        for (int i = 0; i < BOOKS; i++) {
            random.nextBytes(bytes);
            for (int at = 0; at < COMMON; at++) {
                bytes[at] = (byte) at;
            }
            shelf.add(ShelfKey.of(bytes));
        }
        heap = List.copyOf(shelf);
        Collections.sort(shelf);
        for (int i = 0; i < STRAYED; i++) {
            Collections.swap(shelf, random.nextInt(BOOKS), random.nextInt(BOOKS));
        }
        if (ShelfOrder.of(shelf).misplaced().size() < STRAYED) {
            throw new IllegalStateException("the shelf is in order");
        }
    }

    @Benchmark
    public Object strayed() {
        return ShelfOrder.of(shelf);
    }

    @Benchmark
    public Object shuffled() {
        return ShelfOrder.of(heap);
    }
}
