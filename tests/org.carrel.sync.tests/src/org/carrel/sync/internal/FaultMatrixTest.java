/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.Origin;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionIds;
import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun.Ending;
import org.carrel.practice.Applied;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.practice.PracticeLibrary;
import org.carrel.practice.PracticeServer;
import org.carrel.store.Store;
import org.carrel.sync.UploadMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of the practice server, once and for good, on a check-out and a check-in, over HTTP and with the real
 * store: where the row stands, what the library system has, and where both end after an upload without faults.
 */
@DisplayName("With a fault")
@Timeout(120)
class FaultMatrixTest {

    /** What the fault does to the request that it strikes. */
    private enum Strike {
        /** Nothing that matters. */
        HARMLESS,
        /** Not applied, and that is certain. */
        NOT_APPLIED,
        /** Not applied, for there was no token; after two attempts to get one nobody tries any more for a while. */
        NO_TOKEN,
        /** Not applied, but that is not certain. */
        PERHAPS_NOT_APPLIED,
        /** Applied, and the answer is of no use. */
        APPLIED,
        /** Applied, and the answer is of no use; but the answer to its repetition is. */
        APPLIED_THEN_ANSWERED,
        /** The sign-in is refused. */
        SIGN_IN_REFUSED,
        /** Refused for good: an administrator is needed. */
        REFUSED
    }

    @TempDir
    static Path folder;

    private static Store store;
    private static long number;

    private final TransactionIds ids = new TransactionIds(Clock.systemUTC());

    @BeforeAll
    static void open() {
        store = new Store(Practising.at(1, Rule.LATEST_ONLY, 1, Duration.ofSeconds(1), folder), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    static Stream<Arguments> faults() {
        List<Arguments> cases = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (String fault : List.of("latency 20ms", "wrong-type")) {
                cases.add(Arguments.of(kind, "ncip " + fault, Strike.HARMLESS));
            }
            for (String fault : List.of("429", "429 retry-after 1s", "problem \"Temporary Processing Failure\" busy")) {
                cases.add(Arguments.of(kind, "ncip " + fault, Strike.NOT_APPLIED));
            }
            for (String fault : List.of("drop-before", "status 500", "502", "503", "503 retry-after 1s", "504", "html",
                    "latency 20s")) {
                cases.add(Arguments.of(kind, "ncip " + fault, Strike.PERHAPS_NOT_APPLIED));
            }
            for (String fault : List.of("drop-after", "status-after 502", "malformed", "truncated", "cut", "empty",
                    "slow 20s", "huge 100")) {
                cases.add(Arguments.of(kind, "ncip " + fault, Strike.APPLIED));
            }
            cases.add(Arguments.of(kind, "ncip wrong-item", Strike.APPLIED_THEN_ANSWERED));
            for (String fault : List.of("ncip 401", "ncip 403", "token 401", "token 403", "token status 400")) {
                cases.add(Arguments.of(kind, fault, Strike.SIGN_IN_REFUSED));
            }
            for (String fault : List.of("404", "problem \"Unknown Agency\"",
                    "problem \"Agency Authentication Failed\" \"securityContext is null\"")) {
                cases.add(Arguments.of(kind, "ncip " + fault, Strike.REFUSED));
            }
            for (String fault : List.of("token drop-before", "token 503", "token malformed", "token html",
                    "token empty",
                    "token slow 20s")) {
                cases.add(Arguments.of(kind, fault, Strike.NO_TOKEN));
            }
            cases.add(Arguments.of(kind, "down", Strike.NOT_APPLIED));
        }
        return cases.stream();
    }

    /** A server cannot be down for one request. */
    static Stream<Arguments> faultsThatCanPass() {
        return faults().filter(fault -> !fault.get()[1].equals("down"));
    }

    private enum Kind {
        CHECK_OUT, CHECK_IN
    }

    @ParameterizedTest(name = "{1} that passes, a {0} ends as it should on both sides")
    @MethodSource("faultsThatCanPass")
    void that_passes(Kind kind, String fault, Strike strike) throws Exception {
        try (Play play = new Play(kind, fault + " times 1")) {
            play.upload();
            switch (strike) {
                case HARMLESS -> play.expect(TransactionState.UPLOADED, 1, false, 1);
                case NOT_APPLIED, PERHAPS_NOT_APPLIED, NO_TOKEN -> play.expect(TransactionState.UPLOADED, 1, false, 2);
                case APPLIED, APPLIED_THEN_ANSWERED -> play.expectReconciled(2);
                case SIGN_IN_REFUSED -> play.expect(TransactionState.AWAITING_SYNC, 0, false, 0);
                case REFUSED -> play.expect(TransactionState.UPLOAD_FAILED, 0, false, 1);
            }
            play.recover();
            switch (strike) {
                case SIGN_IN_REFUSED -> play.expect(TransactionState.UPLOADED, 1, false, 1);
                case REFUSED -> play.expect(TransactionState.UPLOADED, 1, false, 2);
                case APPLIED, APPLIED_THEN_ANSWERED -> play.expectReconciled(kind == Kind.CHECK_OUT ? 3 : 2);
                case HARMLESS, NOT_APPLIED, PERHAPS_NOT_APPLIED, NO_TOKEN -> assertEquals(1, play.applied());
            }
        }
    }

    @ParameterizedTest(name = "{1} that stays, a {0} ends as it should on both sides")
    @MethodSource("faults")
    void that_stays(Kind kind, String fault, Strike strike) throws Exception {
        try (Play play = new Play(kind, fault)) {
            Optional<Ending> ending = play.upload();
            switch (strike) {
                case HARMLESS -> play.expect(TransactionState.UPLOADED, 1, false, 1);
                case NOT_APPLIED -> play.expect(TransactionState.COMMS_FAILURE, 0, false, 3);
                case NO_TOKEN -> {
                    play.expect(TransactionState.COMMS_FAILURE, 0, false, 2);
                    assertEquals(Optional.of(Ending.SIGN_IN_REFUSED), ending);
                }
                case PERHAPS_NOT_APPLIED -> play.expect(TransactionState.COMMS_FAILURE, 0, true, 3);
                case APPLIED -> play.expect(TransactionState.COMMS_FAILURE, 1, true, 3);
                case APPLIED_THEN_ANSWERED -> play.expectReconciled(2);
                case SIGN_IN_REFUSED -> {
                    play.expect(TransactionState.AWAITING_SYNC, 0, false, 0);
                    assertEquals(Optional.of(Ending.SIGN_IN_REFUSED), ending);
                }
                case REFUSED -> play.expect(TransactionState.UPLOAD_FAILED, 0, false, 1);
            }
            play.recover();
            switch (strike) {
                case APPLIED -> play.expectReconciled(4);
                case APPLIED_THEN_ANSWERED -> play.expectReconciled(kind == Kind.CHECK_OUT ? 3 : 2);
                case REFUSED -> play.expect(TransactionState.UPLOADED, 1, false, 2);
                case NOT_APPLIED, PERHAPS_NOT_APPLIED -> play.expect(TransactionState.UPLOADED, 1, false, 4);
                case NO_TOKEN -> play.expect(TransactionState.UPLOADED, 1, false, 3);
                case HARMLESS, SIGN_IN_REFUSED -> play.expect(TransactionState.UPLOADED, 1, false, 1);
            }
        }
    }

    /** One transaction on an item of its own, and a server that misbehaves. */
    private final class Play implements AutoCloseable {

        private final PracticeServer server;
        private final Practising branch;
        private final Transaction transaction;
        private final Kind kind;
        private Clock clock = Clock.systemUTC();

        Play(Kind kind, String script) throws Exception {
            this.kind = kind;
            number++;
            Origin origin = new Origin("desk", "");
            Instant now = Clock.systemUTC().instant();
            transaction = switch (kind) {
                case CHECK_OUT -> new CheckOut(ids.next(), PracticeBarcodes.patron(1), PracticeBarcodes.item(number),
                        now.plus(Duration.ofDays(7)), now, origin);
                case CHECK_IN -> new CheckIn(ids.next(), PracticeBarcodes.item(number), now, origin);
            };
            PracticeLibrary plain = PracticeLibrary.ofSize(2, 200);
            List<PracticeLibrary.OpenLoan> loans = kind == Kind.CHECK_IN
                    ? List.of(new PracticeLibrary.OpenLoan(transaction.item(), PracticeBarcodes.patron(2), 5))
                    : List.of();
            server = PracticeServer.builder()
                    .library(new PracticeLibrary(plain.here(), plain.currency(), plain.maxLoans(),
                            plain.patrons(), plain.items(), plain.holds(), loans))
                    .build();
            server.bringUp();
            server.misbehave(script);
            boolean timesOut = script.contains(" 20s");
            branch = Practising.at(server.address().getPort(), Rule.LATEST_ONLY, 4,
                    timesOut ? Duration.ofMillis(800) : Duration.ofSeconds(20),
                    Files.createDirectory(folder.resolve("desk-" + number)));
            store.add(transaction);
        }

        Optional<Ending> upload() {
            return branch.upload(store, UploadMonitor.SILENT, clock).ending();
        }

        /** The fault is over, ten minutes later; what was refused is sent again by the desk. */
        void recover() {
            server.misbehave("");
            store.retry(List.of(transaction.id()));
            clock = Clock.offset(clock, Duration.ofMinutes(10));
            upload();
            assertFalse(row().state().isPending(), shown());
        }

        QueueEntry row() {
            return store.find(transaction.id()).orElseThrow();
        }

        private long applied() {
            return server.timesApplied(
                    kind == Kind.CHECK_OUT ? Applied.Kind.CHECK_OUT : Applied.Kind.CHECK_IN, transaction.item());
        }

        private String shown() {
            return row().standing() + ", applied " + applied();
        }

        void expect(TransactionState state, int applied, boolean unknown, int attempts) {
            Standing standing = row().standing();
            assertEquals(state, standing.state(), shown());
            assertEquals(applied, applied(), shown());
            assertEquals(unknown, standing.outcomeUnknown(), shown());
            assertEquals(attempts, standing.attempts(), shown());
            assertFalse(standing.alreadyApplied(), shown());
            boolean out = server.loans().containsKey(transaction.item());
            assertEquals((kind == Kind.CHECK_OUT) == (applied == 1), out, shown());
        }

        /** It was applied once, and the repeated request was refused for that very reason. */
        void expectReconciled(int attempts) {
            Standing standing = row().standing();
            assertEquals(1, applied(), shown());
            assertEquals(attempts, standing.attempts(), shown());
            if (kind == Kind.CHECK_IN) {
                assertEquals(TransactionState.UPLOADED, standing.state(), shown());
                assertTrue(standing.alreadyApplied(), shown());
                assertFalse(server.loans().containsKey(transaction.item()), shown());
            } else {
                assertTrue(LastSeen.isRefusedAsOut(row()), shown());
                assertTrue(standing.outcomeUnknown(), shown());
                assertEquals(PracticeBarcodes.patron(1), server.loans().get(transaction.item()).patron(), shown());
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
