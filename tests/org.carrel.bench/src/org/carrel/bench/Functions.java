/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What is a function is measured by JMH, each against what no implementation could do without. */
final class Functions {

    private static final String ALL = "org\\.carrel\\..*Benchmark\\..*";

    private final int iterations;
    private final Path work;

    /** @param work for what JMH says of it all, {@code jmh.out} */
    Functions(int iterations, Path work) {
        this.iterations = iterations;
        this.work = work;
    }

    List<Measure> measure() throws RunnerException {
        Map<String, Double> nanos = new HashMap<>();
        OptionsBuilder options = new OptionsBuilder();
        options.include(ALL).forks(1).warmupIterations(iterations).warmupTime(TimeValue.seconds(1))
                .measurementIterations(iterations).measurementTime(TimeValue.milliseconds(500))
                .shouldFailOnError(true).output(work.resolve("jmh.out").toString());
        for (RunResult result : new Runner(options.build()).run()) {
            String[] name = result.getParams().getBenchmark().split("\\.");
            nanos.put(name[name.length - 2] + "." + name[name.length - 1], result.getPrimaryResult().getScore());
        }
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.atMost(4, "plan of 10,000 rows: against sorting them",
                ratio(nanos, "UploadPlanBenchmark.plan", "UploadPlanBenchmark.sort"), "×"));
        measures.add(Measure.atMost(3, "NCIP decode: against a skim",
                ratio(nanos, "NcipBenchmark.decode", "NcipBenchmark.skimAnswer"), "×"));
        measures.add(Measure.atMost(2, "NCIP encode: against a skim",
                ratio(nanos, "NcipBenchmark.encode", "NcipBenchmark.skimRequest"), "×"));
        measures.add(Measure.atLeast(1, "pipeline of a scanner: throughput",
                1e3 / score(nanos, "PipelineBenchmark.scan"), "million scans/s"));
        measures.add(Measure.atMost(0.5, "shelf keys of LC: against marc4j",
                ratio(nanos, "ShelfKeyBenchmark.lc", "ShelfKeyBenchmark.lcByMarc4j"), "×"));
        measures.add(Measure.atMost(0.5, "shelf keys of Dewey: against marc4j",
                ratio(nanos, "ShelfKeyBenchmark.dewey", "ShelfKeyBenchmark.deweyByMarc4j"), "×"));
        measures.add(Measure.atMost(1, "order of 1,000,000 books, one in a hundred strayed",
                score(nanos, "ShelfOrderBenchmark.strayed") / 1e9, "s"));
        measures.add(Measure.figure("order of 1,000,000 books in no order",
                score(nanos, "ShelfOrderBenchmark.shuffled") / 1e9, "s"));
        measures.add(Measure.figure("rules of a scan", score(nanos, "DeskBenchmark.rules") / 1e3, "µs"));
        return measures;
    }

    private static double ratio(Map<String, Double> nanos, String value, String base) {
        return score(nanos, value) / score(nanos, base);
    }

    private static double score(Map<String, Double> nanos, String name) {
        Double score = nanos.get(name);
        if (score == null) {
            throw new IllegalStateException("JMH did not measure " + name);
        }
        return score;
    }
}
