/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.findings.ComparedProject;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.ReportFiles.Destination;
import org.carrel.inventory.report.ReportFiles.Monitor;
import org.carrel.inventory.report.ReportFiles.Written;
import org.carrel.inventory.report.ReportKind;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.inventory.writeback.InventoryPush;
import org.carrel.inventory.writeback.Planned;
import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.ItemSnapshots.Imported;
import org.carrel.model.port.PracticeSystem;
import org.carrel.sync.QueueFiles;

/** An inventory of the practice library's stacks: the item file, two people who scan, what they find, who is told. */
final class DemoInventory {

    private static final Texts TEXTS = Texts.of(DemoInventory.class);
    private static final String BRANCH = "MAIN";
    private static final String LOCATION = "Stacks";
    private static final Duration AGO = Duration.ofHours(2);
    private static final Duration PER_BOOK = Duration.ofSeconds(15);

    private final Session session;
    private final PrintWriter out;
    private final Clock clock = Clock.systemUTC();

    DemoInventory(Session session) {
        this.session = session;
        this.out = session.terminal().out();
    }

    /**
     * Plays it.
     *
     * @throws CommandFailure when it did not come to what was meant
     */
    void play(PracticeSystem practice) throws CommandFailure {
        out.println(TEXTS.get("inventoryDemo.begin"));
        Path folder = session.branch().dataFolder().resolve("inventory-demo");
        ItemSnapshot snapshot = itemFile(practice, folder);
        ScopedItems items = ScopeOptions.found(snapshot, Scope.of(BRANCH, Set.of(LOCATION)), session.callNumbers());
        InventoryProject project = session.inventoryProjects()
                .makeProject(TEXTS.get("inventoryDemo.project"), items.scope())
                .orElseThrow(() -> failure("inventoryDemo.notFresh"));
        out.println(TEXTS.get("inventoryDemo.scope", project.name(), items.preview().items(),
                items.preview().expected()));
        DemoShelves shelves = DemoShelves.of(snapshot, items);
        Instant begin = clock.instant().minus(AGO);
        scan(project, TEXTS.get("inventoryDemo.first"), shelves.first(), begin);
        scan(project, TEXTS.get("inventoryDemo.second"), shelves.second(),
                begin.plus(PER_BOOK.multipliedBy(shelves.first().size() / 2)));
        ComparedProject compared = ProjectWork.compare(session, snapshot, project.name(), false);
        table(compared.comparison());
        judge(compared.comparison(), shelves);
        report(compared, folder);
        push(compared, snapshot);
        out.println();
    }

    private ItemSnapshot itemFile(PracticeSystem practice, Path folder) throws CommandFailure {
        try {
            Path file = practice.writeItemFile(folder);
            Imported ended = session.itemSnapshots().replace(session.itemFiles().open(file, new ItemFiles.Layout.Wms()),
                    session.shelfKeys(), ItemSnapshots.Monitor.SILENT);
            if (ended instanceof Imported.Failed failed) {
                throw new CommandFailure(Exit.REFUSED, failed.sentence());
            }
            ItemSnapshot snapshot = session.itemSnapshot();
            out.println(TEXTS.get("inventory.imported", snapshot.size(), snapshot.description().name(),
                    snapshot.description().asOf().toString()));
            return snapshot;
        } catch (IOException e) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("inventoryDemo.file", folder, e.getMessage()));
        }
    }

    /** One read, one commit, as at the shelves; the times are those of somebody who handles each book. */
    private void scan(InventoryProject project, String person, List<String> barcodes, Instant begin)
            throws CommandFailure {
        InventoryProjects projects = session.inventoryProjects();
        InventorySession mine = projects.session(project.number(), person, TEXTS.get("inventoryDemo.device"))
                .orElseThrow(() -> failure("inventoryDemo.notFresh"));
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(InventoryRead.Kind.SHELF, LOCATION, begin));
        Instant at = begin;
        for (String barcode : barcodes) {
            at = at.plus(PER_BOOK);
            marks.add(new Mark(InventoryRead.Kind.ITEM, barcode, at));
        }
        for (Mark mark : marks) {
            if (projects.record(mine.number(), List.of(mark)) instanceof InventoryProjects.Recorded.NotSaved not) {
                throw new CommandFailure(Exit.STORE_UNAVAILABLE, not.sentence());
            }
        }
        out.println(TEXTS.get("inventoryDemo.scanned", person, barcodes.size()));
    }

    private void table(Comparison comparison) throws CommandFailure {
        out.println();
        Rows rows = new Rows("finding", "barcode", "call-number", "title", "next-step");
        comparison.findings().forEach(finding -> rows.add(finding.kind().label(), FindingWords.barcode(finding),
                FindingWords.callNumbers(finding), FindingWords.titles(finding), finding.nextStep()));
        try {
            rows.write(QueueFiles.Format.TABLE, out);
        } catch (IOException e) {
            throw new CommandFailure(Exit.UNEXPECTED, e.getMessage());
        }
        out.println();
    }

    private void judge(Comparison comparison, DemoShelves shelves) throws CommandFailure {
        Map<Kind, Integer> found = new EnumMap<>(Kind.class);
        comparison.findings().forEach(finding -> found.merge(finding.kind(), 1, Integer::sum));
        String counts = found.entrySet().stream()
                .map(entry -> TEXTS.get("inventoryDemo.count", entry.getKey().label(), entry.getValue()))
                .collect(Collectors.joining(", "));
        if (!found.equals(new EnumMap<>(shelves.meant()))) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("inventoryDemo.surprise", counts));
        }
        out.println(TEXTS.get("inventoryDemo.verdict", comparison.reads(), counts));
    }

    private void report(ComparedProject compared, Path folder) throws CommandFailure {
        ReportKind missing = session.reportKinds().find("missing")
                .orElseThrow(() -> failure("inventoryDemo.noReport"));
        Path file = folder.resolve(TEXTS.get("inventoryDemo.workbook"));
        InventoryResults results = compared.forReports(session.branch().profile().name(), compared.project().name());
        Destination destination = new Destination(file, "xlsx",
                ReportSettings.standard(session.branch().profile().zone()));
        switch (session.reportFiles().write(missing, results, clock.instant(), destination, Monitor.SILENT)) {
            case Written.Done done -> out.println(TEXTS.get("inventoryDemo.report", done.rows(), done.file()));
            case Written.Failed failed -> throw new CommandFailure(Exit.REFUSED, failed.sentence());
            case Written.Cancelled cancelled -> throw new CommandFailure(Exit.REFUSED, TEXTS.get("report.cancelled"));
        }
    }

    /** What was found is told to the library system, item by item, over HTTP. */
    private void push(ComparedProject compared, ItemSnapshot snapshot) throws CommandFailure {
        InventoryPush push = session.inventoryPush();
        PushPlan plan = switch (push.plan(compared.project(), snapshot)) {
            case Planned.Ready ready -> ready.plan();
            case Planned.Refused refused -> throw new CommandFailure(Exit.REFUSED, refused.sentence());
        };
        Pushed pushed = push.push(plan, PushMonitor.SILENT);
        if (pushed.ending() != Pushed.Ending.COMPLETED || pushed.told() != plan.items().size()) {
            throw new CommandFailure(Exit.REFUSED,
                    TEXTS.get("inventoryDemo.notPushed", pushed.told(), plan.items().size(), pushed.detail()));
        }
        out.println(TEXTS.get("inventoryDemo.pushed", pushed.told(), plan.read() - plan.items().size()));
    }

    private static CommandFailure failure(String key) {
        return new CommandFailure(Exit.REFUSED, TEXTS.get(key));
    }
}
