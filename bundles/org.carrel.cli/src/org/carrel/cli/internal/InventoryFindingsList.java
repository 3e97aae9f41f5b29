/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.carrel.inventory.findings.ComparedProject;
import org.carrel.inventory.findings.ListedFinding;
import org.carrel.inventory.findings.Standing;
import org.carrel.model.Texts;
import org.carrel.sync.QueueFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what a project found, with what people did about it. */
@Command(name = "findings")
final class InventoryFindingsList implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryFindingsList.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "project.project")
    private String name;

    @Mixin
    private FindingOptions options = new FindingOptions();

    @Option(names = "--whole", descriptionKey = "report.whole")
    private boolean whole;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "TABLE", descriptionKey = "format")
    private QueueFiles.Format format;

    InventoryFindingsList(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        ComparedProject compared = ProjectWork.compare(session, session.itemSnapshot(), name, whole);
        List<ListedFinding> wanted = compared.findings().matching(options.filter());
        if (format == QueueFiles.Format.TABLE) {
            summary(compared, session.terminal().out());
        }
        FindingRows.of(wanted, format, session.branch().profile().zone()).write(format, session.terminal().out());
        return Exit.OK;
    }

    private static void summary(ComparedProject compared, PrintWriter out) {
        out.println(TEXTS.get("findings.title", compared.project().name(), compared.findings().open(),
                compared.comparison().itemFile().name(), compared.comparison().itemFile().asOf().toString()));
        compared.findings().counts().forEach((kind, counts) -> out.println(TEXTS.get("findings.count", kind.label(),
                words(counts))));
    }

    private static String words(Map<Standing, Integer> counts) {
        StringBuilder words = new StringBuilder();
        new TreeMap<>(counts).forEach((standing, count) -> words.append(words.isEmpty() ? "" : ", ")
                .append(TEXTS.get("findings.standing", count, standing.label())));
        return words.toString();
    }
}
