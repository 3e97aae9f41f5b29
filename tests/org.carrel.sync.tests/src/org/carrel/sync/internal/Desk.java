/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.TransactionId;
import org.carrel.model.port.Branch;

/** Records transactions for tests: minute by minute, with ids that count. */
final class Desk {

    static final Instant OPENING = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant DUE = Instant.parse("2026-04-01T17:00:00Z");

    private long recorded;

    CheckOut checkOut(String patron, String item, int minute) {
        return new CheckOut(nextId(), new PatronBarcode(patron), new ItemBarcode(item), DUE, at(minute),
                new Origin("desk", ""));
    }

    CheckIn checkIn(String item, int minute) {
        return new CheckIn(nextId(), new ItemBarcode(item), at(minute), new Origin("desk", ""));
    }

    static Instant at(int minute) {
        return OPENING.plus(Duration.ofMinutes(minute));
    }

    private TransactionId nextId() {
        return new TransactionId(new UUID(0x7000L, ++recorded));
    }

    /** A branch that uploads like this. */
    static Branch branch(Rule rule, int lanes) {
        BranchProfile profile = new BranchProfile("main", "Main", true, ZoneId.of("Europe/Amsterdam"),
                new BranchProfile.Registry("1", "2"),
                new BranchProfile.LibrarySystem(URI.create("http://127.0.0.1:9/ncip"),
                        URI.create("http://127.0.0.1:9/token"), Duration.ofSeconds(1), Duration.ofSeconds(1), false,
                        false, Optional.empty()),
                new BranchProfile.SignIn(BranchProfile.SignIn.Method.OAUTH, "key", "WMS_NCIP", "", ""),
                new BranchProfile.BarcodeRules(Optional.empty(), Optional.empty(),
                        BranchProfile.BarcodeRules.CheckDigit.NONE),
                new BranchProfile.DueDates(List.of(new BranchProfile.Preset.Offset("+1 day", Period.ofDays(1))), 0,
                        LocalTime.of(17, 0)),
                new BranchProfile.Upload(rule, lanes, false), new BranchProfile.Features(true),
                BranchProfile.Safety.STANDARD, BranchProfile.Retention.STANDARD, Optional.empty());
        return of(profile);
    }

    static Branch of(BranchProfile profile) {
        return new Branch() {
            @Override
            public BranchProfile profile() {
                return profile;
            }

            @Override
            public Path dataFolder() {
                throw new UnsupportedOperationException("no upload needs a folder");
            }

            @Override
            public Path journalFolder() {
                throw new UnsupportedOperationException("no upload needs a folder");
            }

            @Override
            public Origin origin() {
                return new Origin("desk", "");
            }
        };
    }
}
