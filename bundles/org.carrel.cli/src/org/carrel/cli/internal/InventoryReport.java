/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.inventory.findings.ComparedProject;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.ReportFiles;
import org.carrel.inventory.report.ReportFiles.Destination;
import org.carrel.inventory.report.ReportFiles.Written;
import org.carrel.inventory.report.ReportKind;
import org.carrel.inventory.report.ReportKinds;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;
import org.carrel.model.port.ItemSnapshot;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares lists of scanned barcodes, or a project, with the item file, and writes a report of what was found. */
@Command(name = "report")
final class InventoryReport implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryReport.class);

    private final Session session;
    private final Clock clock = Clock.systemUTC();

    @Parameters(index = "0", paramLabel = "KIND", descriptionKey = "report.kind")
    private String kind;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "report.file")
    private Path file;

    @Option(names = "--scans", paramLabel = "FILE", descriptionKey = "report.scans")
    private List<Path> scans = new ArrayList<>();

    @Option(names = "--project", paramLabel = "PROJECT", descriptionKey = "report.project")
    private Optional<String> project = Optional.empty();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(names = "--whole", descriptionKey = "report.whole")
    private boolean whole;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "", descriptionKey = "report.name")
    private String name;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "report.format")
    private Optional<String> format = Optional.empty();

    @Option(names = "--bare", descriptionKey = "report.bare")
    private boolean bare;

    @Option(names = "--force", descriptionKey = "inventory.force")
    private boolean force;

    InventoryReport(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        ItemSnapshot snapshot = session.itemSnapshot();
        ReportKind wanted = kind(session.reportKinds());
        if (!force && Files.exists(file)) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("file.exists", file));
        }
        if (project.isPresent() == !scans.isEmpty() || project.isPresent() && scope.isGiven()) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("report.ofWhat"));
        }
        BranchProfile profile = session.branch().profile();
        InventoryResults results = project.isPresent() ? ofProject(snapshot, profile) : ofLists(snapshot, profile);
        ReportSettings settings = bare ? ReportSettings.bare(profile.zone()) : ReportSettings.standard(profile.zone());
        ReportFiles files = session.reportFiles();
        return ended(files.write(wanted, results, clock.instant(), new Destination(file, format(), settings),
                ReportFiles.Monitor.SILENT), results.comparison());
    }

    private InventoryResults ofLists(ItemSnapshot snapshot, BranchProfile profile) throws CommandFailure, IOException {
        List<Stretch> stretches = new ArrayList<>();
        for (Path list : scans) {
            stretches.add(ScanList.read(list, session.terminal()));
        }
        ScopedItems items = scope.items(snapshot, session.callNumbers());
        Comparison comparison = Comparison.of(items, stretches, ProjectWork.judging(profile, whole));
        return new InventoryResults(profile.name(), name, items, stretches, comparison);
    }

    private InventoryResults ofProject(ItemSnapshot snapshot, BranchProfile profile) throws CommandFailure {
        ComparedProject compared = ProjectWork.compare(session, snapshot, project.get(), whole);
        return compared.forReports(profile.name(), name.isEmpty() ? compared.project().name() : name);
    }

    private ReportKind kind(ReportKinds kinds) throws CommandFailure {
        return kinds.find(kind).orElseThrow(() -> new CommandFailure(Exit.USAGE, TEXTS.get("report.badKind", kind,
                String.join(", ", kinds.all().stream().map(ReportKind::id).sorted().toList()))));
    }

    /** The one that was said, or else the one that the name of the file says. */
    private String format() {
        String ending = file.toString();
        return format.orElse(ending.substring(ending.lastIndexOf('.') + 1)).toLowerCase(Locale.ROOT);
    }

    private int ended(Written written, Comparison comparison) throws CommandFailure {
        return switch (written) {
            case Written.Done done -> {
                session.terminal().out().println(TEXTS.get("report.done", done.rows(), done.file(),
                        comparison.itemFile().name(), comparison.itemFile().asOf().toString(), comparison.reads()));
                yield Exit.OK;
            }
            case Written.Failed failed -> throw new CommandFailure(Exit.REFUSED, failed.sentence());
            case Written.Cancelled cancelled -> throw new CommandFailure(Exit.REFUSED, TEXTS.get("report.cancelled"));
        };
    }
}
