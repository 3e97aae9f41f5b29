/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.internal.StandardCallNumbers;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.ListedItems;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.Origin;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.InventoryProjects.Recorded;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.store.Store;
import org.carrel.testkit.TestBranch;

/** A small library with a store on the disk, for tests of what people do about findings. */
final class Library implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Origin ANNA = new Origin("desk-1", "anna");
    static final CallNumbers NUMBERS = StandardCallNumbers.table();

    final Store store;
    final ProjectFindings work;
    final FindingsDesk desk;
    InventoryProject project;
    private final long session;
    private final List<ItemRecord> items = new ArrayList<>();

    /** A project of the stacks of MAIN, which somebody reads. */
    Library(Path folder) {
        TestBranch standard = TestBranch.standard();
        TestBranch branch = new TestBranch(standard.profile(), folder, folder.resolve("journal"),
                standard.origin());
        this.store = new Store(branch, CLOCK);
        this.work = new ProjectFindings(store, store, branch);
        this.desk = new FindingsDesk(store, store, CLOCK);
        this.project = store.makeProject("Autumn", Scope.of("MAIN", Set.of("STACKS"))).orElseThrow();
        this.session = store.session(project.number(), "anna", "wand").orElseThrow().number();
    }

    /** Items 1 to {@code count} in the stacks, QA1 and so on. */
    Library numbered(int count) {
        IntStream.rangeClosed(1, count).forEach(i -> add(Integer.toString(i), "QA" + i + " .A2", "STACKS",
                "AVAILABLE"));
        return this;
    }

    Library add(String barcode, String callNumber, String location, String status) {
        items.add(ItemRecord.of(new ItemBarcode(barcode), "Title " + callNumber, callNumber,
                new ItemGroup("XYZ", "MAIN", location, "", "BOOK", "Book", status)));
        return this;
    }

    /** As another item file has it: without the items with these barcodes. */
    void remove(String... barcodes) {
        items.removeIf(item -> List.of(barcodes).contains(item.barcode().value()));
    }

    ItemSnapshot snapshot() {
        return new ListedItems(items, NUMBERS);
    }

    void scan(String... barcodes) {
        record(Arrays.stream(barcodes).map(barcode -> new Mark(Kind.ITEM, barcode, NOW)).toList());
    }

    void mark(Kind kind, String text) {
        record(List.of(new Mark(kind, text, NOW)));
    }

    private void record(List<Mark> marks) {
        if (store.record(session, marks) instanceof Recorded.NotSaved not) {
            throw new AssertionError(not.sentence());
        }
    }

    /** What the inventory came to, when all of the scope was read. */
    ComparedProject compare() {
        return compare(Coverage.WHOLE_SCOPE);
    }

    ComparedProject compare(Coverage coverage) {
        return switch (ScopedItems.of(snapshot(), project.scope(), NUMBERS)) {
            case ScopedItems.Found.Ready ready -> work.compare(project, ready.items(), coverage);
            case ScopedItems.Found.Refused refused -> throw new AssertionError(refused.sentence());
        };
    }

    FindingList findings() {
        return compare().findings();
    }

    /** Each as its kind, barcode and standing. */
    List<String> said() {
        return findings().all().stream()
                .map(one -> one.kind() + " " + one.key().barcode() + " " + one.standing()).toList();
    }

    ListedFinding of(Finding.Kind kind, String barcode) {
        return findings().all().stream()
                .filter(one -> one.kind() == kind && one.key().barcode().value().equals(barcode)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " of " + barcode + " in " + said()));
    }

    Done.Kept perform(Deed deed, ListedFinding... about) {
        return kept(desk.perform(project.number(), deed, List.of(about), ANNA));
    }

    Done.Kept takeBack(Done.Kept done) {
        return kept(desk.takeBack(done.back(), ANNA));
    }

    private static Done.Kept kept(Done done) {
        return switch (done) {
            case Done.Kept kept -> kept;
            case Done.NotSaved not -> throw new AssertionError(not.sentence());
        };
    }

    @Override
    public void close() {
        store.close();
    }
}
