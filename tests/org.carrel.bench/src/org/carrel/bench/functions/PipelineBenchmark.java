/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.functions;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.scanner.pipeline.Pipeline;
import org.carrel.scanner.pipeline.PipelineSettings;
import org.carrel.scanner.pipeline.PipelineSettings.CheckDigit;
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
 * From the bytes of a read to a scan, with all that a scanner can be set up for: prefix and suffix, AIM identifier,
 * Codabar's letters, a check digit, and patterns for everything that there is to tell apart. A desk's mixture: a patron
 * for four items, now and then a condition code or the label of a shelf.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PipelineBenchmark {

    private static final int READS = 1_000;

    private final byte[][] reads = new byte[READS][];
    private Pipeline pipeline;

    @Setup
    public void scanOnce() {
        BarcodeRules branch = new BarcodeRules(pattern("2[0-9]{13}"), pattern("3[0-9]{13}"),
                BarcodeRules.CheckDigit.LUHN_14);
        PipelineSettings settings = PipelineSettings.STANDARD.withEnds("\u0002", "\r").withCheckDigit(CheckDigit.NONE)
                .withPatterns(pattern("SHELF-[A-Z0-9.-]+"), pattern("C[0-9]{2}"), pattern("TEST.*"));
        for (int i = 0; i < READS; i++) {
            reads[i] = read(i).getBytes(StandardCharsets.US_ASCII);
        }
        pipeline = Pipeline.of(settings, branch, DeviceRole.ANY);
        for (byte[] read : reads) {
            Scan scan = pipeline.scan(read);
            if (scan instanceof Scan.Unknown || scan instanceof Scan.Unreadable) {
                throw new IllegalStateException("the pipeline does not do what is measured: " + scan);
            }
        }
        pipeline = Pipeline.of(settings.withCheckDigit(CheckDigit.LUHN), branch, DeviceRole.ANY);
    }

    private static Optional<Pattern> pattern(String regex) {
        return Optional.of(Pattern.compile(regex));
    }

    private static String read(int i) {
        String barcode = i % 50 == 7 ? "C0" + i % 10
                : i % 50 == 8 ? "SHELF-QA76." + i : numbered(i % 5 == 0 ? "21000" : "31000", i);
        return "\u0002" + (i % 10 == 3 ? "]F0A" + barcode + "B" : "]C0" + barcode) + "\r";
    }

    /** As on library labels: 14 digits, the last one by Luhn. */
    private static String numbered(String prefix, int n) {
        String digits = prefix + String.format("%08d", n);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits + (10 - sum % 10) % 10;
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public void scan(Blackhole heap) {
        for (byte[] read : reads) {
            heap.consume(pipeline.scan(read));
        }
    }
}
