/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Judging;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.findings.FindingList;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.ui.internal.MemoryProjects;
import org.carrel.inventory.ui.internal.PlainNumbers;
import org.carrel.inventory.ui.internal.ShelfItems;
import org.carrel.inventory.ui.internal.open.OpenProject;
import org.carrel.inventory.ui.internal.open.Result;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.Origin;
import org.carrel.model.inventory.ConditionCode;
import org.carrel.model.inventory.InventoryChange;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRules;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.ItemLookup;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanEvent;
import org.carrel.testkit.TestBranch;
import org.carrel.ui.Sounds;

/**
 * A shelf of fifty books with the barcodes 1 to 50 and the call numbers QA101 to QA150, an inventory of it, and a
 * presenter whose disk works when it is told to.
 */
final class ShelfInTest {

    static final Instant NOON = MemoryProjects.NOON;
    static final int BOOKS = 50;

    final MemoryProjects projects = new MemoryProjects();
    final OpenProject open = new OpenProject();
    final FakeShelfScreen screen = new FakeShelfScreen();
    final List<Sounds.Sound> heard = new ArrayList<>();
    final Queue<Runnable> disk = new ArrayDeque<>();
    final Queue<Runnable> thoughts = new ArrayDeque<>();
    final List<Throwable> failures = new ArrayList<>();
    final List<Integer> commits = new ArrayList<>();
    final Map<String, CompletableFuture<ItemLookup.Answer>> questions = new HashMap<>();
    final ScopedItems items;
    final InventoryProject project;
    /** What was on the disk when each sound was heard. */
    final List<Integer> onDiskWhenHeard = new ArrayList<>();
    int reach;
    private final ShelfPresenter presenter;

    ShelfInTest() {
        this(new Origin("desk", "anna"), false);
    }

    ShelfInTest(Origin origin, boolean online) {
        TestBranch standard = TestBranch.standard();
        TestBranch branch = new TestBranch(standard.profile(), standard.dataFolder(), standard.journalFolder(), origin);
        items = items();
        project = projects.makeProject("Autumn", Scope.of("MAIN", Set.of("Stacks"))).orElseThrow();
        projects.observeInventories(change -> {
            if (change instanceof InventoryChange.Reads reads) {
                commits.add(reads.reads().size());
            }
        });
        InventoryRules rules = InventoryRules.standard();
        Sounds sounds = new Sounds() {
            @Override
            public void play(Sound sound) {
                heard.add(sound);
                onDiskWhenHeard.add(commits.stream().mapToInt(Integer::intValue).sum());
            }

            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public void setOn(boolean on) {
                throw new UnsupportedOperationException();
            }
        };
        Judge judge = new Judge(projects, thoughts::add, Runnable::run, failures::add);
        presenter = new ShelfPresenter(
                new ShelfPresenter.Services(open, new ShelfRecorder(projects, open, branch, () -> reach), judge,
                        new Marks(text -> rules.ofBarcode(text).map(ConditionCode::code)),
                        new ShelfWords(code -> rules.ofCode(code).map(ConditionCode::label).orElse(code)), sounds,
                        new OnlineDetails(online ? Optional.of(new Asked()) : Optional.empty(), Runnable::run), () -> {
                        }, () -> reach, Clock.fixed(NOON, ZoneOffset.UTC)),
                screen,
                new ShelfPresenter.Threads(disk::add, Runnable::run, failures::add));
    }

    /** A library system that answers when the test says so. */
    private final class Asked implements ItemLookup {

        @Override
        public boolean isSetUp() {
            return true;
        }

        @Override
        public CompletableFuture<Answer> lookUp(ItemBarcode item) {
            return questions.computeIfAbsent(item.value(), barcode -> new CompletableFuture<>());
        }
    }

    static ItemRecord book(String barcode, String callNumber, String location, String status) {
        return ItemRecord.of(new ItemBarcode(barcode), "Title " + barcode, callNumber,
                new ItemGroup("XYZ", "MAIN", location, "", "BOOK", "Book", status));
    }

    /** Besides the fifty: 900 is on loan and belongs behind 20, 901 belongs to another location, 902 are two. */
    private static ScopedItems items() {
        List<ItemRecord> records = new ArrayList<>(IntStream.rangeClosed(1, BOOKS)
                .mapToObj(i -> book(Integer.toString(i), "QA" + (100 + i), "Stacks", "AVAILABLE")).toList());
        records.add(book("900", "QA120 A", "Stacks", "ON_LOAN"));
        records.add(book("901", "QA130", "Reference", "AVAILABLE"));
        records.add(book("902", "QA140 A", "Stacks", "AVAILABLE"));
        records.add(book("902", "QA140 B", "Stacks", "AVAILABLE"));
        PlainNumbers numbers = new PlainNumbers();
        return switch (ScopedItems.of(new ShelfItems(records, numbers),
                Scope.of("MAIN", Set.of("Stacks")), numbers)) {
            case ScopedItems.Found.Ready ready -> ready.items();
            case ScopedItems.Found.Refused refused -> throw new AssertionError(refused.sentence());
        };
    }

    /** The inventory is open, anna scans, and the item file is there. */
    ShelfInTest begun() {
        open.open(project);
        open.goOn(session());
        refresh();
        settle();
        return this;
    }

    InventorySession session() {
        return projects.session(project.number(), "anna", "desk").orElseThrow();
    }

    /** As when the results of the project were compared again. */
    void refresh() {
        presenter.refresh(Optional.of(result()), this::basis);
    }

    void refreshWithout() {
        presenter.refresh(Optional.empty(), this::basis);
    }

    /** The result as of now. */
    Result.Ready result() {
        return result(Coverage.WHAT_WAS_READ);
    }

    Result.Ready result(Coverage coverage) {
        ProjectReads reads = ProjectReads.of(projects.sessions(project.number()), projects.reads(project.number()));
        Comparison comparison = Comparison.of(items, reads.stretches(),
                Judging.of(coverage).notFound(reads.notFound()));
        return new Result.Ready(project, projects.sessions(project.number()), items, reads, coverage,
                comparison, FindingList.of(items.snapshot(), comparison, reads, List.of()));
    }

    void refresh(Result.Ready result) {
        presenter.refresh(Optional.of(result), this::basis);
        settle();
    }

    private JudgedShelf.Basis basis(Result.Ready result) {
        return new JudgedShelf.Basis(result.items(), judging(), "anna");
    }

    private static Judging judging() {
        return Judging.of(Coverage.WHAT_WAS_READ);
    }

    ShelfPresenter presenter() {
        return presenter;
    }

    /** All that is in line is done. */
    void settle() {
        while (!disk.isEmpty() || !thoughts.isEmpty()) {
            if (disk.isEmpty()) {
                thoughts.remove().run();
            } else {
                disk.remove().run();
            }
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.getFirst());
        }
    }

    /** Types barcodes, one after the other; each is on the disk and judged before the next one. */
    Said read(String... barcodes) {
        for (String barcode : barcodes) {
            presenter.typed(barcode);
            settle();
        }
        return screen.last();
    }

    Said read(IntStream barcodes) {
        return read(barcodes.mapToObj(Integer::toString).toArray(String[]::new));
    }

    static ScanEvent event(boolean stack, Scan... scans) {
        return new ScanEvent("wand", "The wand", DeviceRole.ANY, NOON, List.of(scans), stack);
    }

    static Scan[] scans(String... barcodes) {
        return Arrays.stream(barcodes).map(one -> new Scan.Item(new ItemBarcode(one))).toArray(Scan[]::new);
    }

    Said sweep(String... barcodes) {
        presenter.scanned(event(true, scans(barcodes)));
        settle();
        return screen.last();
    }

    RowState state(int row) {
        return expected(row).state();
    }

    ExpectedRow expected(int row) {
        List<ExpectedRow> rows = new ArrayList<>();
        presenter.expected(row, 1, rows::addAll);
        settle();
        return rows.getFirst();
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        presenter.read(0, Integer.MAX_VALUE / 2, entries::addAll);
        settle();
        return entries;
    }

    Sounds.Sound lastSound() {
        return heard.getLast();
    }
}
