/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.Origin;
import org.carrel.model.UploadRun;
import org.carrel.model.port.Branch;
import org.carrel.model.port.Secrets;
import org.carrel.model.port.UploadLedger;
import org.carrel.practice.PracticeServerBuilder;
import org.carrel.sync.UploadMonitor;
import org.carrel.wms.WmsConnection;

/**
 * A branch that uploads to a practice server over real HTTP.
 *
 * @param folder for data and journal; nothing is written there without a store
 */
record Practising(BranchProfile profile, Path folder) implements Branch {

    static Practising at(int port, Rule rule, int lanes, Duration answerTimeout, Path folder) {
        URI base = URI.create("http://127.0.0.1:" + port);
        return new Practising(new BranchProfile("practice", "Practice", true, ZoneOffset.UTC,
                new BranchProfile.Registry("900001", "900000"),
                new BranchProfile.LibrarySystem(base.resolve("/ncip"), base.resolve("/token"), Duration.ofSeconds(1),
                        answerTimeout, false, true, Optional.empty()),
                new BranchProfile.SignIn(BranchProfile.SignIn.Method.OAUTH, PracticeServerBuilder.DEFAULT_KEY,
                        "WMS_NCIP", "", ""),
                new BranchProfile.BarcodeRules(Optional.empty(), Optional.empty(),
                        BranchProfile.BarcodeRules.CheckDigit.NONE),
                new BranchProfile.DueDates(List.of(new BranchProfile.Preset.Offset("+1 day", Period.ofDays(1))), 0,
                        LocalTime.of(21, 0)),
                new BranchProfile.Upload(rule, lanes, false), new BranchProfile.Features(true),
                BranchProfile.Safety.STANDARD, BranchProfile.Retention.STANDARD, Optional.empty()), folder);
    }

    /** Uploads once, with a connection of its own. */
    UploadRun upload(UploadLedger ledger, UploadMonitor monitor) {
        return upload(ledger, monitor, Clock.systemUTC());
    }

    /** @param signInClock decides when the workstation may try to sign in again */
    UploadRun upload(UploadLedger ledger, UploadMonitor monitor, Clock signInClock) {
        try (WmsConnection connection = WmsConnection.open(this, new PracticeSecret(), signInClock)) {
            return new UploadService(ledger, connection, this, Clock.systemUTC(), UploadServiceTest.HASTY).run(monitor);
        }
    }

    @Override
    public Path dataFolder() {
        return folder;
    }

    @Override
    public Path journalFolder() {
        return folder.resolve("journal");
    }

    @Override
    public Origin origin() {
        return new Origin("desk", "");
    }

    /** The secret that protects nothing. */
    private record PracticeSecret() implements Secrets {

        @Override
        public Optional<char[]> wsKeySecret() {
            return Optional.of(PracticeServerBuilder.DEFAULT_SECRET.toCharArray());
        }

        @Override
        public void supplyWsKeySecret(char[] secret) {
            throw new UnsupportedOperationException("an upload supplies nothing");
        }

        @Override
        public void forget() {
            throw new UnsupportedOperationException("an upload forgets nothing of this");
        }
    }
}
