/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.carrel.inventory.findings.ComparedProject;
import org.carrel.inventory.findings.Deed;
import org.carrel.inventory.findings.Done;
import org.carrel.inventory.findings.FindingFilter;
import org.carrel.inventory.findings.FindingList;
import org.carrel.inventory.findings.ListedFinding;
import org.carrel.model.Barcodes;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;
import org.carrel.sync.QueueFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what was done about findings of a project: about some, or about all that options let through. */
@Command(name = "handle")
final class InventoryHandle implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryHandle.class);
    private static final int SHOWN = 20;

    private final Session session;

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "project.project")
    private String name;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "BARCODE", descriptionKey = "handle.barcodes")
    private List<String> barcodes = new ArrayList<>();

    @Option(names = "--from", paramLabel = "FILE", descriptionKey = "handle.from")
    private Optional<Path> from = Optional.empty();

    @Mixin
    private FindingOptions options = new FindingOptions();

    @Option(names = "--as", paramLabel = "WHAT", required = true, descriptionKey = "handle.as")
    private String as;

    @Option(names = "--note", paramLabel = "NOTE", descriptionKey = "handle.noteText")
    private Optional<String> note = Optional.empty();

    @Option(names = "--whole", descriptionKey = "report.whole")
    private boolean whole;

    @Option(names = "--yes", descriptionKey = "handle.yes")
    private boolean yes;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "handle.format")
    private QueueFiles.Format format;

    InventoryHandle(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        Set<ItemBarcode> named = named();
        if (named.isEmpty() && !options.isNarrow()) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("handle.what"));
        }
        ComparedProject compared = ProjectWork.compare(session, session.itemSnapshot(), name, whole);
        List<ListedFinding> chosen = chosen(compared.findings(), named, options.filter());
        Deed deed = FindingDeed.of(as, note, session.branch().profile().inventory(), chosen);
        List<ListedFinding> fitting = deed.fitting(chosen);
        int left = chosen.size() - fitting.size();
        if (left > 0) {
            session.terminal().err().println(TEXTS.get("handle.left", left));
        }
        if (fitting.isEmpty()) {
            session.terminal().err().println(TEXTS.get("handle.nothing"));
            return named.isEmpty() ? Exit.OK : Exit.REFUSED;
        }
        if (named.isEmpty() && !yes) {
            confirm(fitting);
        }
        Done done = session.findingsDesk().perform(compared.project().number(), deed, fitting,
                session.branch().origin());
        return switch (done) {
            case Done.Kept kept -> ended(kept, compared, fitting);
            case Done.NotSaved not -> throw new CommandFailure(Exit.STORE_UNAVAILABLE, not.sentence());
        };
    }

    private Set<ItemBarcode> named() throws CommandFailure, IOException {
        Set<ItemBarcode> named = new HashSet<>();
        for (String barcode : barcodes) {
            if (!Barcodes.isSound(barcode)) {
                throw new CommandFailure(Exit.USAGE, TEXTS.get("filter.badItem"));
            }
            named.add(new ItemBarcode(barcode));
        }
        if (from.isPresent()) {
            ScanList.read(from.get(), session.terminal()).reads().forEach(read -> named.add(read.barcode()));
        }
        return named;
    }

    private List<ListedFinding> chosen(FindingList findings, Set<ItemBarcode> named, FindingFilter filter) {
        List<ListedFinding> chosen = findings
                .matching(one -> filter.test(one) && (named.isEmpty() || named.contains(one.key().barcode())));
        Set<ItemBarcode> there = new HashSet<>();
        chosen.forEach(one -> there.add(one.key().barcode()));
        named.stream().filter(barcode -> !there.contains(barcode)).map(ItemBarcode::value).sorted()
                .forEach(barcode -> session.terminal().err().println(TEXTS.get("handle.none", barcode)));
        return chosen;
    }

    private void confirm(List<ListedFinding> fitting) throws CommandFailure, IOException {
        FindingRows.of(fitting.subList(0, Math.min(SHOWN, fitting.size())), QueueFiles.Format.TABLE,
                session.branch().profile().zone()).write(QueueFiles.Format.TABLE, session.terminal().err());
        if (fitting.size() > SHOWN) {
            session.terminal().err().println(TEXTS.get("delete.more", fitting.size() - SHOWN));
        }
        if (!session.terminal().confirm(TEXTS.get("handle.question", fitting.size()))
                .orElseThrow(() -> new CommandFailure(Exit.USAGE, TEXTS.get("handle.nobody")))) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("handle.kept"));
        }
    }

    private int ended(Done.Kept kept, ComparedProject before, List<ListedFinding> fitting)
            throws CommandFailure, IOException {
        session.terminal().err().println(TEXTS.get("handle.done", kept.findings()));
        if (format != null) {
            FindingList now = session.projectFindings().compare(before.project(), before.items(),
                    before.coverage()).findings();
            List<ListedFinding> rows = fitting.stream().map(one -> now.find(one.key()).orElse(one)).toList();
            FindingRows.of(rows, format, session.branch().profile().zone()).write(format, session.terminal().out());
        }
        return Exit.OK;
    }
}
