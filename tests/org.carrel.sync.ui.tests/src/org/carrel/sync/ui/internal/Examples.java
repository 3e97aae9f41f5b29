/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.carrel.model.BranchProfile;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionIds;
import org.carrel.ui.Moments;

/** A small library to test with. */
final class Examples {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final Moments MOMENTS = new Moments(ZONE, Locale.UK);
    static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");
    static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);
    static final TransactionIds IDS = new TransactionIds(AT_NOON);
    static final Origin DESK = new Origin("desk-1", "ann");

    private Examples() {}

    static CheckOut checkOut(String patron, String item, Instant occurredAt) {
        return new CheckOut(IDS.next(), new PatronBarcode(patron), new ItemBarcode(item),
                NOON.plus(Duration.ofDays(14)), occurredAt, DESK);
    }

    static CheckIn checkIn(String item, Instant occurredAt) {
        return new CheckIn(IDS.next(), new ItemBarcode(item), occurredAt, DESK);
    }

    static QueueEntry waiting(long sequence, Transaction transaction) {
        return new QueueEntry(sequence, transaction, Standing.awaitingSync(transaction.occurredAt()));
    }

    static QueueEntry failed(long sequence, Transaction transaction, Problem.Kind kind) {
        return new QueueEntry(sequence, transaction, Standing.awaitingSync(transaction.occurredAt()).inFlight(NOON)
                .uploadFailed(NOON, new Problem(kind, "Type of the server", "Detail of the server")));
    }

    static QueueEntry uploaded(long sequence, Transaction transaction, Optional<Instant> serverDueAt) {
        return new QueueEntry(sequence, transaction, Standing.awaitingSync(transaction.occurredAt()).inFlight(NOON)
                .uploaded(NOON, serverDueAt, false));
    }

    static QueueEntry unanswered(long sequence, Transaction transaction) {
        return new QueueEntry(sequence, transaction, Standing.awaitingSync(transaction.occurredAt()).inFlight(NOON)
                .commsFailure(NOON, "connection reset", true));
    }

    static BranchProfile profile(boolean practice) {
        var system = new BranchProfile.LibrarySystem(URI.create("http://127.0.0.1:1/ncip"),
                URI.create("http://127.0.0.1:1/token"), Duration.ofSeconds(1), Duration.ofSeconds(1), false, false,
                Optional.empty());
        var barcodes = new BranchProfile.BarcodeRules(Optional.of(Pattern.compile("P\\d{3}")),
                Optional.of(Pattern.compile("I\\d{3}")), BranchProfile.BarcodeRules.CheckDigit.NONE);
        var dueDates = new BranchProfile.DueDates(
                List.of(new BranchProfile.Preset.Offset("+2 weeks", Period.ofWeeks(2))), 0, LocalTime.of(18, 0));
        return new BranchProfile("main", "Main Library", practice, ZONE, new BranchProfile.Registry("1", "2"), system,
                new BranchProfile.SignIn(BranchProfile.SignIn.Method.OAUTH, "key", "WMS_NCIP", "", ""), barcodes,
                dueDates, new BranchProfile.Upload(BranchProfile.Upload.Rule.LATEST_ONLY, 4, !practice),
                new BranchProfile.Features(true), BranchProfile.Safety.STANDARD, BranchProfile.Retention.STANDARD,
                Optional.empty());
    }
}
