/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.internal.StandardCallNumbers;
import org.carrel.inventory.comparison.ListedItems;
import org.carrel.inventory.writeback.InventoryPush;
import org.carrel.inventory.writeback.Planned;
import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.Origin;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.model.inventory.WriteBackRules;
import org.carrel.model.port.Branch;
import org.carrel.model.port.InventoryProjects.Recorded;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.Secrets;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.practice.PracticeLibrary;
import org.carrel.practice.PracticeServer;
import org.carrel.practice.PracticeServerBuilder;
import org.carrel.store.Store;
import org.carrel.wms.WmsConnection;

/**
 * A branch that pushes to a practice server over real HTTP. Its item file has the practice items from 1, of which every
 * fifth belongs to another institution and every seventh to another branch.
 */
record Pushing(BranchProfile profile, Path folder) implements Branch {

    static final CallNumbers NUMBERS = StandardCallNumbers.table();
    static final String PROJECT = "Spring";
    static final Patience HASTY = new Patience(3, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(60),
            3);

    private static final String SCOPES = "WMS_NCIP WMS_CIRCULATION";

    /** A practice server that is down, with so many items. */
    static PracticeServer server(int items) {
        return PracticeServer.builder().library(PracticeLibrary.ofSize(1, items)).scopes(Set.of(SCOPES.split(" ")))
                .build();
    }

    static Pushing at(int port, int lanes, Duration answerTimeout, Path folder) {
        URI base = URI.create("http://127.0.0.1:" + port);
        BranchProfile profile = new BranchProfile("practice", "Practice", true, ZoneOffset.UTC,
                new BranchProfile.Registry("900001", "900000"),
                new BranchProfile.LibrarySystem(base.resolve("/ncip"), base.resolve("/token"), Duration.ofSeconds(1),
                        answerTimeout, false, true, Optional.empty()),
                new BranchProfile.SignIn(BranchProfile.SignIn.Method.OAUTH, PracticeServerBuilder.DEFAULT_KEY,
                        SCOPES, "", ""),
                new BranchProfile.BarcodeRules(Optional.empty(), Optional.empty(),
                        BranchProfile.BarcodeRules.CheckDigit.NONE),
                new BranchProfile.DueDates(List.of(new BranchProfile.Preset.Offset("+1 day", Period.ofDays(1))), 0,
                        LocalTime.of(21, 0)),
                new BranchProfile.Upload(Rule.LATEST_ONLY, 4, false), new BranchProfile.Features(true),
                BranchProfile.Safety.STANDARD, BranchProfile.Retention.STANDARD, Optional.empty());
        return new Pushing(profile.withWriteBack(new WriteBackRules(
                base + "/circ/items/{barcode}/routings/inventories", "{\"location\":\"{branch}\"}", Duration.ZERO,
                lanes,
                Optional.of("XYZ"))), folder);
    }

    /** The item with that number, from 1. */
    static ItemRecord item(int number) {
        return ItemRecord.of(PracticeBarcodes.item(number), "Title " + number, "QA" + number,
                new ItemGroup(isOwned(number) ? "XYZ" : "ABC", isHere(number) ? "MAIN" : "EAST", "STACKS", "", "BOOK",
                        "Book", "AVAILABLE"));
    }

    static boolean isOwned(int number) {
        return number % 5 != 0;
    }

    static boolean isHere(int number) {
        return number % 7 != 0;
    }

    /** Whether the library system may be told of it. */
    static boolean isToBeTold(int number) {
        return isOwned(number) && isHere(number);
    }

    static ItemSnapshot snapshot(int items) {
        return new ListedItems(IntStream.rangeClosed(1, items).mapToObj(Pushing::item).toList(), NUMBERS);
    }

    /** Makes the project in which all items were read. */
    static InventoryProject readAll(Store store, int items) {
        InventoryProject project = store.makeProject(PROJECT, Scope.of("MAIN")).orElseThrow();
        InventorySession session = store.session(project.number(), "ab", "wand").orElseThrow();
        List<Mark> marks = new ArrayList<>();
        for (int number = 1; number <= items; number++) {
            marks.add(new Mark(Kind.ITEM, PracticeBarcodes.item(number).value(), Instant.EPOCH));
        }
        if (!(store.record(session.number(), marks) instanceof Recorded.Stored)) {
            throw new AssertionError("not recorded");
        }
        return project;
    }

    InventoryPush service(Store store, WmsConnection connection) {
        return new PushService(store, store, connection, NUMBERS, store, this, Clock.systemUTC(), HASTY);
    }

    WmsConnection connection(Clock signInClock) {
        return WmsConnection.open(this, new PracticeSecret(), signInClock);
    }

    static PushPlan plan(InventoryPush service, Store store, ItemSnapshot snapshot) {
        return switch (service.plan(store.project(PROJECT).orElseThrow(), snapshot)) {
            case Planned.Ready ready -> ready.plan();
            case Planned.Refused refused -> throw new AssertionError(refused.sentence());
        };
    }

    /** Plans and pushes once, with a connection of its own. */
    Pushed push(Store store, ItemSnapshot snapshot, PushMonitor monitor, Clock signInClock) {
        try (WmsConnection connection = connection(signInClock)) {
            InventoryPush service = service(store, connection);
            return service.push(plan(service, store, snapshot), monitor);
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
        return new Origin("desk", "ab");
    }

    /** The secret that protects nothing. */
    private record PracticeSecret() implements Secrets {

        @Override
        public Optional<char[]> wsKeySecret() {
            return Optional.of(PracticeServerBuilder.DEFAULT_SECRET.toCharArray());
        }

        @Override
        public void supplyWsKeySecret(char[] secret) {
            throw new UnsupportedOperationException("a push supplies nothing");
        }

        @Override
        public void forget() {
            throw new UnsupportedOperationException("a push forgets nothing of this");
        }
    }
}
