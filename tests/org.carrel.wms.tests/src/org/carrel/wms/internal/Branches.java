/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.SignIn;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.TransactionId;
import org.carrel.model.port.Secrets;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.practice.PracticeServerBuilder;

/** Profiles, secrets and transactions for tests. */
final class Branches {

    static final Instant DUE = Instant.parse("2099-04-01T17:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private Branches() {}

    /** A practice branch. */
    static BranchProfile at(URI ncip, URI token, Duration answer, SignIn.Method method) {
        return profile(true, ncip, token, answer, method, Optional.empty());
    }

    /** A branch whose key can be lost. */
    static BranchProfile real(URI ncip, URI token, SignIn.Method method) {
        return profile(false, ncip, token, Duration.ofSeconds(20), method, Optional.empty());
    }

    /** A branch of a library with certificates of its own. */
    static BranchProfile trusting(Path caFile, URI address) {
        return profile(false, address, address, Duration.ofSeconds(5), SignIn.Method.HMAC, Optional.of(caFile));
    }

    private static BranchProfile profile(boolean practice, URI ncip, URI token, Duration answer, SignIn.Method method,
            Optional<Path> caFile) {
        return new BranchProfile("main", "Main", practice, ZoneOffset.UTC, new BranchProfile.Registry("1", "2"),
                new BranchProfile.LibrarySystem(ncip, token, Duration.ofSeconds(2), answer, false, false, caFile),
                new SignIn(method, PracticeServerBuilder.DEFAULT_KEY, "WMS_NCIP", "principal", "urn:oclc:ns"),
                new BranchProfile.BarcodeRules(Optional.empty(), Optional.empty(),
                        BranchProfile.BarcodeRules.CheckDigit.NONE),
                new BranchProfile.DueDates(List.of(new BranchProfile.Preset.Offset("+1 day", Period.ofDays(1))), 0,
                        LocalTime.of(21, 0)),
                new BranchProfile.Upload(BranchProfile.Upload.Rule.LATEST_ONLY, 4, false),
                new BranchProfile.Features(true), BranchProfile.Safety.STANDARD, BranchProfile.Retention.STANDARD,
                Optional.empty());
    }

    /** Secrets that always hold the same; empty for none. */
    static Secrets secret(Optional<String> secret) {
        return new Secrets() {
            @Override
            public Optional<char[]> wsKeySecret() {
                return secret.map(String::toCharArray);
            }

            @Override
            public void supplyWsKeySecret(char[] supplied) {
                throw new UnsupportedOperationException("a transport supplies nothing");
            }

            @Override
            public void forget() {
                throw new UnsupportedOperationException("a transport forgets nothing of this");
            }
        };
    }

    static CheckOut checkOut(long patron, long item) {
        return checkOut(PracticeBarcodes.patron(patron), PracticeBarcodes.item(item));
    }

    static CheckOut checkOut(PatronBarcode patron, ItemBarcode item) {
        return new CheckOut(new TransactionId(UUID.randomUUID()), patron, item, DUE, NOW, new Origin("desk", ""));
    }

    static CheckIn checkIn(long item) {
        return new CheckIn(new TransactionId(UUID.randomUUID()), PracticeBarcodes.item(item), NOW,
                new Origin("desk", ""));
    }
}
