/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.Origin;
import org.carrel.model.port.Branch;
import org.carrel.model.port.DataKey;

/** A branch with its folders under one folder. */
record TestBranch(Path dataFolder, Path journalFolder, Optional<DataKey> dataKey) implements Branch {

    static final Origin DESK = new Origin("desk-1", "ab");

    static {
        // Derby keeps its log open until the JVM ends, so that it must not lie in a folder that a test removes.
        System.setProperty("derby.stream.error.file",
                Path.of(System.getProperty("java.io.tmpdir"), "carrel-derby-" + ProcessHandle.current().pid() + ".log")
                        .toString());
        new File(System.getProperty("derby.stream.error.file")).deleteOnExit();
    }

    /** A branch that seals nothing. */
    TestBranch(Path dataFolder, Path journalFolder) {
        this(dataFolder, journalFolder, Optional.empty());
    }

    /** The same branch when somebody signed in. */
    TestBranch with(DataKey key) {
        return new TestBranch(dataFolder, journalFolder, Optional.of(key));
    }

    /** The two folders {@code data} and {@code journal} in {@code folder}; only the first is made. */
    static TestBranch in(Path folder) {
        try {
            return new TestBranch(Files.createDirectories(folder.resolve("data")), folder.resolve("journal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with an empty queue, which saves the test the time to make one. */
    static TestBranch withQueue(Path folder) {
        TestBranch branch = in(folder);
        SavedFolder.emptyQueue().copyTo(branch.queue());
        return branch;
    }

    Path queue() {
        return dataFolder.resolve("queue");
    }

    @Override
    public BranchProfile profile() {
        return new BranchProfile("main", "Main Library", true, ZoneId.of("Europe/Amsterdam"),
                new BranchProfile.Registry("128807", "91475"),
                new BranchProfile.LibrarySystem(URI.create("http://localhost/ncip"),
                        URI.create("http://localhost/token"), Duration.ofSeconds(5), Duration.ofSeconds(30), false,
                        false, Optional.empty()),
                new BranchProfile.SignIn(BranchProfile.SignIn.Method.OAUTH, "key", "WMS_NCIP", "", ""),
                new BranchProfile.BarcodeRules(Optional.empty(), Optional.empty(),
                        BranchProfile.BarcodeRules.CheckDigit.NONE),
                new BranchProfile.DueDates(
                        List.of(new BranchProfile.Preset.Offset("+2 weeks", Period.ofWeeks(2))), 0,
                        LocalTime.of(23, 59)),
                new BranchProfile.Upload(BranchProfile.Upload.Rule.LATEST_ONLY, 4, false),
                new BranchProfile.Features(true), BranchProfile.Safety.STANDARD,
                BranchProfile.Retention.STANDARD, Optional.empty());
    }

    @Override
    public Origin origin() {
        return DESK;
    }
}
