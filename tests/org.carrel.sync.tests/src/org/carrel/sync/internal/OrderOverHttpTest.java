/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionIds;
import org.carrel.model.port.QueueQuery;
import org.carrel.practice.Applied;
import org.carrel.practice.Loan;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.practice.PracticeLibrary;
import org.carrel.practice.PracticeServer;
import org.carrel.store.Store;
import org.carrel.sync.UploadMonitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random histories of several items, from several desks, uploaded over several lanes by the real store and the real
 * transport to the practice server, whose line is bad.
 */
@DisplayName("Over a bad line, the practice server ends")
@Timeout(300)
class OrderOverHttpTest {

    private static final int ITEMS = 12;
    private static final int ROUNDS = 4;
    private static final String BAD_LINE = "ncip drop-before chance 8%; ncip drop-after chance 8%; ncip 503 chance 5%;"
            + " ncip malformed chance 5%; ncip problem \"Temporary Processing Failure\" chance 5%; token 503 chance 5%";

    @TempDir
    Path folder;

    private final TransactionIds ids = new TransactionIds(Clock.systemUTC());
    private final Set<Instant> moments = new HashSet<>();

    @ParameterizedTest
    @CsvSource({ "LATEST_ONLY, 1", "LATEST_ONLY, 2", "LATEST_ONLY, 3", "FULL_HISTORY, 4", "FULL_HISTORY, 5",
            "FULL_HISTORY, 6" })
    void as_the_desk_last_saw_each_item(Rule rule, long fixedSeed) throws Exception {
        long seed = Long.getLong("carrel.seed", 0) + fixedSeed;
        Random random = new Random(seed);
        String name = rule + ", seed " + seed + ": ";
        Map<ItemBarcode, Optional<PatronBarcode>> beginning = new HashMap<>();
        try (PracticeServer server = PracticeServer.builder().library(library(random, beginning)).build()) {
            server.bringUp();
            Practising branch = Practising.at(server.address().getPort(), rule, 4, Duration.ofSeconds(20), folder);
            try (Store store = new Store(branch, Clock.systemUTC())) {
                for (int round = 0; round < ROUNDS; round++) {
                    store.add(history(random, round));
                    server.misbehave(BAD_LINE);
                    branch.upload(store, UploadMonitor.SILENT);
                }
                server.misbehave("");
                branch.upload(store, UploadMonitor.SILENT);
                assertEquals(List.of(), store.pending(), name + "nothing is pending");
                store.retry(rows(store).stream()
                        .filter(row -> LastSeen.isRefusedAsOut(row) && !row.standing().outcomeUnknown())
                        .map(QueueEntry::id).toList());
                branch.upload(store, UploadMonitor.SILENT);
                check(name, server, rows(store), beginning);
            }
        }
    }

    private static PracticeLibrary library(Random random, Map<ItemBarcode, Optional<PatronBarcode>> beginning) {
        PracticeLibrary plain = PracticeLibrary.ofSize(20, ITEMS);
        List<PracticeLibrary.OpenLoan> loans = new ArrayList<>();
        for (PracticeLibrary.Item item : plain.items()) {
            boolean out = random.nextBoolean();
            PatronBarcode former = PracticeBarcodes.patron(11 + random.nextInt(9));
            beginning.put(item.barcode(), out ? Optional.of(former) : Optional.empty());
            if (out) {
                loans.add(new PracticeLibrary.OpenLoan(item.barcode(), former, 5));
            }
        }
        return new PracticeLibrary(plain.here(), plain.currency(), plain.maxLoans(), plain.patrons(), plain.items(),
                plain.holds(), loans);
    }

    /** Each at a moment of its own, by which the server's list of what was applied names it. */
    private List<Transaction> history(Random random, int round) {
        List<Transaction> transactions = new ArrayList<>();
        for (int i = 15 + random.nextInt(15); i > 0; i--) {
            int minute = random.nextInt(10) < 8 ? round * 100 + random.nextInt(100) : random.nextInt(400);
            Instant at = Desk.at(minute);
            while (!moments.add(at)) {
                at = at.plusSeconds(1);
            }
            ItemBarcode item = PracticeBarcodes.item(1 + random.nextInt(ITEMS));
            Origin origin = new Origin("desk" + random.nextInt(3), "");
            PatronBarcode patron = PracticeBarcodes.patron(random.nextInt(8) == 0 ? 999 : 1 + random.nextInt(4));
            transactions.add(random.nextInt(5) < 2 ? new CheckIn(ids.next(), item, at, origin)
                    : new CheckOut(ids.next(), patron, item, Desk.DUE, at, origin));
        }
        return transactions;
    }

    private static List<QueueEntry> rows(Store store) {
        return store.entries(store.index(QueueQuery.all()));
    }

    private static void check(String name, PracticeServer server, List<QueueEntry> rows,
            Map<ItemBarcode, Optional<PatronBarcode>> beginning) {
        List<Applied> applied = server.applied();
        beginning.forEach((item, former) -> new LastSeen(name + item,
                Optional.ofNullable(server.loans().get(item)).map(Loan::patron),
                transaction -> (int) applied.stream().filter(one -> one.item().equals(transaction.item())
                        && one.occurredAt().equals(Optional.of(transaction.occurredAt()))).count(),
                former).check(rows.stream().filter(row -> row.transaction().item().equals(item)).toList()));
    }
}
