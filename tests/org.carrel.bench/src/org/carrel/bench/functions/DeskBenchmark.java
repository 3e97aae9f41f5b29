/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.functions;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.internal.RecordingDesk;
import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.BranchProfile.DueDates;
import org.carrel.model.BranchProfile.LibrarySystem;
import org.carrel.model.BranchProfile.SignIn;
import org.carrel.model.BranchProfile.Upload;
import org.carrel.model.Origin;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Subscription;
import org.carrel.model.port.TransactionQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * All the rules that a scan passes, without keeping it: the scan is the second of the same item within a minute, so
 * that the desk asks first.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DeskBenchmark {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant DUE = NOW.plus(Duration.ofDays(14));
    private static final String PATRON = "21000000000013";
    private static final String ITEM = "31000000000011";

    private CirculationDesk desk;

    @Setup
    public void scanOnce() {
        Branch branch = fake(Branch.class, Map.of("profile", none -> profile(), "origin",
                none -> new Origin("bench", ""), "dataFolder", none -> Path.of("")));
        TransactionQueue queue = fake(TransactionQueue.class, Map.of("add", DeskBenchmark::store));
        Subscription subscription = () -> {
            // Nothing is observed that could end.
        };
        QueueView view = fake(QueueView.class, Map.of("observe", none -> subscription, "index", none -> new long[0],
                "count", none -> 0, "entries", none -> List.of()));
        desk = RecordingDesk.withoutRules(queue, view, branch, Clock.fixed(NOW, ZoneOffset.UTC));
        if (!(desk.checkOut(PATRON, ITEM, DUE, Set.of()) instanceof DeskAnswer.Recorded)
                || !(rules() instanceof DeskAnswer.Doubtful)) {
            throw new IllegalStateException("the desk does not do what is measured");
        }
    }

    @Benchmark
    public Object rules() {
        return desk.checkOut(PATRON, ITEM, DUE, Set.of());
    }

    private static Acknowledgement store(Object[] arguments) {
        Transaction transaction = arguments[0] instanceof List<?> several ? (Transaction) several.getFirst()
                : (Transaction) arguments[0];
        return new Acknowledgement.Stored(
                List.of(new QueueEntry(1, transaction, Standing.awaitingSync(transaction.occurredAt()))));
    }

    /** Answers the calls that are named, and fails on any other. */
    private static <T> T fake(Class<T> port, Map<String, Function<Object[], Object>> answers) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] { port },
                (proxy, method, arguments) -> {
                    Function<Object[], Object> answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answer.apply(arguments);
                }));
    }

    private static BranchProfile profile() {
        URI nowhere = URI.create("http://127.0.0.1/");
        return new BranchProfile("bench", "Bench", true, ZoneOffset.UTC, new BranchProfile.Registry("900001", "900000"),
                new LibrarySystem(nowhere, nowhere, Duration.ofSeconds(1), Duration.ofSeconds(1), false, false,
                        Optional.empty()),
                new SignIn(SignIn.Method.OAUTH, "key", "WMS_NCIP", "", ""),
                new BarcodeRules(Optional.of(Pattern.compile("2[0-9]{13}")), Optional.of(Pattern.compile("3[0-9]{13}")),
                        BarcodeRules.CheckDigit.LUHN_14),
                new DueDates(List.of(new BranchProfile.Preset.Offset("+2 weeks", Period.ofWeeks(2))), 0,
                        LocalTime.of(21, 0)),
                new Upload(Upload.Rule.LATEST_ONLY, 8, false), new BranchProfile.Features(true),
                BranchProfile.Safety.STANDARD, BranchProfile.Retention.STANDARD, Optional.empty());
    }
}
