/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.carrel.inventory.callnumber.CallNumber;
import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.model.CallNumberRules;
import org.marc4j.callnum.DeweyCallNumber;
import org.marc4j.callnum.LCCallNumber;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Shelf keys of the same call numbers by a branch's whole table (prefixes, all schemes) and by marc4j, which is told
 * the scheme.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ShelfKeyBenchmark {

    private static final int NUMBERS = 1_000;

    private final CallNumbers table = new CallNumberTable(CallNumberRules.STANDARD, List.of(new LcScheme(),
            new NlmScheme(), new DeweyScheme(), new SuDocScheme(), new LocalScheme()));
    private List<String> lc;
    private List<String> dewey;

    @Setup
    public void write() {
        Random random = new Random(20_260_101);
        lc = new ArrayList<>();
        dewey = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i++) {
            String letters = List.of("B", "DS", "E", "HD", "KF", "N", "PR", "PS", "QA", "Z").get(random.nextInt(10));
            lc.add(letters + (1 + random.nextInt(9000)) + fraction(random) + " ." + tail(random));
            dewey.add(String.format("%03d", random.nextInt(1000)) + fraction(random) + " " + tail(random));
        }
        if (!lc.stream().map(table::read).allMatch(CallNumber::isUnderstood)
                || !dewey.stream().map(table::read).allMatch(CallNumber::isUnderstood)) {
            throw new IllegalStateException("a call number is not understood");
        }
    }

    private static String fraction(Random random) {
        return random.nextBoolean() ? "" : "." + (1 + random.nextInt(99));
    }

    private static String tail(Random random) {
        StringBuilder tail = new StringBuilder(cutter(random));
        tail.append(random.nextBoolean() ? "" : " " + cutter(random)).append(' ').append(1900 + random.nextInt(125));
        tail.append(random.nextInt(4) > 0 ? "" : " v." + (1 + random.nextInt(30)));
        return tail.toString();
    }

    private static String cutter(Random random) {
        return (char) ('A' + random.nextInt(26)) + Integer.toString(1 + random.nextInt(999));
    }

    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public void lc(Blackhole sink) {
        for (String callNumber : lc) {
            sink.consume(table.read(callNumber).key());
        }
    }

    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public void lcByMarc4j(Blackhole sink) {
        for (String callNumber : lc) {
            sink.consume(new LCCallNumber(callNumber).getShelfKey());
        }
    }

    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public void dewey(Blackhole sink) {
        for (String callNumber : dewey) {
            sink.consume(table.read(callNumber).key());
        }
    }

    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public void deweyByMarc4j(Blackhole sink) {
        for (String callNumber : dewey) {
            sink.consume(new DeweyCallNumber(callNumber).getShelfKey());
        }
    }
}
