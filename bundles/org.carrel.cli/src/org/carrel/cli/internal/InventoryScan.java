/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.carrel.inventory.comparison.ShelfWatch;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.BranchProfile;
import org.carrel.model.Origin;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventoryRules;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.InventoryProjects.Recorded;
import org.carrel.model.port.ItemSnapshots;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what a person reads on the shelves, and says at once what is the matter. */
@Command(name = "scan")
final class InventoryScan implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryScan.class);

    private final Session session;
    private final Clock clock = Clock.systemUTC();
    private int recorded;
    private int journaled;
    private int refused;

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "project.project")
    private String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", defaultValue = "-", descriptionKey = "scan.file")
    private Path file;

    @Option(names = "--person", paramLabel = "NAME", descriptionKey = "scan.person")
    private Optional<String> person = Optional.empty();

    @Option(names = "--device", paramLabel = "NAME", descriptionKey = "scan.device")
    private Optional<String> device = Optional.empty();

    @Option(names = "--go-on", descriptionKey = "scan.goOn")
    private boolean goOn;

    @Option(names = "--reach", paramLabel = "BOOKS", descriptionKey = "scan.reach")
    private Optional<Integer> reach = Optional.empty();

    InventoryScan(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        if (reach.isPresent() && !Kind.REACH.takes(wand())) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("scan.badReach", Kind.FARTHEST));
        }
        InventoryProject project = ProjectWork.find(session, name);
        InventoryProjects projects = session.inventoryProjects();
        Origin here = session.branch().origin();
        InventorySession mine = projects
                .session(project.number(), said(person, here.operator(), "scan.who"),
                        said(device, here.workstation(), "scan.withWhat"))
                .orElseThrow(() -> new CommandFailure(Exit.REFUSED, TEXTS.get("scan.closed", project.name())));
        List<InventoryRead> before = projects.reads(project.number());
        Optional<ScanVerdicts> verdicts = verdicts(project, before, mine);
        boolean about = before.stream().anyMatch(read -> isOf(mine, read) && read.mark().kind().isOfItem());
        InventoryRules rules = session.branch().profile().inventory();
        List<Mark> pending = new ArrayList<>();
        int last = before.stream().filter(read -> isOf(mine, read) && read.mark().kind() == Kind.REACH)
                .mapToInt(read -> Integer.parseInt(read.mark().text())).reduce(0, (first, second) -> second);
        if (reach.filter(said -> said != last).isPresent()) {
            pending.add(new Mark(Kind.REACH, wand(), clock.instant()));
        }
        if (!goOn && before.stream().anyMatch(read -> isOf(mine, read))) {
            // Nobody knows whether it goes on from where the last one stopped.
            pending.add(new Mark(Kind.SHELF, "", clock.instant()));
        }
        try (BufferedReader opened = open()) {
            BoundedLines lines = new BoundedLines(opened);
            for (Optional<BoundedLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                if (ReadLine.isBlank(next.get())) {
                    continue;
                }
                Optional<Mark> mark = ReadLine.parse(next.get(), clock.instant()).map(read -> orCondition(rules, read));
                if (mark.isEmpty() || mark.get().kind() == Kind.CONDITION && !about) {
                    refuse(next.get().number(), mark.isEmpty() ? "scan.noRead" : "scan.aboutNothing");
                    continue;
                }
                about = (about || mark.get().kind().isOfItem()) && mark.get().kind() != Kind.TAKEN_BACK;
                pending.add(mark.get());
                record(projects, mine, pending, next.get().number());
                pending.forEach(one -> verdicts.map(watch -> watch.say(one)).filter(words -> !words.isEmpty())
                        .ifPresent(session.terminal().out()::println));
                pending.clear();
            }
        }
        session.terminal().err().println(
                TEXTS.get(journaled > 0 ? "scan.summary.journaled" : "scan.summary", recorded, refused, journaled));
        return refused > 0 ? Exit.REFUSED : Exit.OK;
    }

    private String wand() {
        return Integer.toString(reach.orElseThrow());
    }

    /** A barcode of the branch's list of conditions says something of the item before it. */
    private static Mark orCondition(InventoryRules rules, Mark mark) {
        return mark.kind() != Kind.ITEM ? mark
                : rules.ofBarcode(mark.text())
                        .map(condition -> new Mark(Kind.CONDITION, condition.code(), mark.at())).orElse(mark);
    }

    private static boolean isOf(InventorySession mine, InventoryRead read) {
        return read.session() == mine.number();
    }

    private static String said(Optional<String> option, String otherwise, String missing) throws CommandFailure {
        String value = option.orElse(otherwise).strip();
        if (value.isEmpty() || value.length() > Mark.LONGEST) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get(missing));
        }
        return value;
    }

    /** Without an item file that fits, reads are recorded all the same: they can be compared later. */
    private Optional<ScanVerdicts> verdicts(InventoryProject project, List<InventoryRead> before,
            InventorySession mine) throws CommandFailure {
        if (!(session.itemSnapshots().current() instanceof ItemSnapshots.State.Ready ready)) {
            session.terminal().err().println(TEXTS.get("scan.noVerdicts", TEXTS.get("inventory.none")));
            return Optional.empty();
        }
        BranchProfile profile = session.branch().profile();
        return switch (ScopedItems.of(ready.snapshot(), project.scope(), session.callNumbers())) {
            case ScopedItems.Found.Refused no -> {
                session.terminal().err().println(TEXTS.get("scan.noVerdicts", no.sentence()));
                yield Optional.empty();
            }
            case ScopedItems.Found.Ready found -> Optional.of(new ScanVerdicts(
                    () -> new ShelfWatch(found.items(), ProjectWork.judging(profile, false)), before,
                    mine.number(), mine.person()));
        };
    }

    private BufferedReader open() throws CommandFailure {
        return file.toString().equals("-") ? session.terminal().in() : TextFiles.reader(file);
    }

    private void record(InventoryProjects projects, InventorySession mine, List<Mark> marks, long line)
            throws CommandFailure {
        switch (projects.record(mine.number(), marks)) {
            case Recorded.Stored stored -> recorded++;
            case Recorded.Journaled kept -> {
                recorded++;
                if (journaled++ == 0) {
                    session.terminal().err().println(kept.reason());
                }
            }
            case Recorded.NotSaved not -> {
                session.terminal().err().println(not.sentence());
                throw new CommandFailure(Exit.STORE_UNAVAILABLE,
                        TEXTS.get("scan.stopped", Long.toString(line), recorded));
            }
        }
    }

    private void refuse(long line, String why) {
        refused++;
        session.terminal().err().println(TEXTS.get("line.refused", Long.toString(line), TEXTS.get(why)));
    }
}
