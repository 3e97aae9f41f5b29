/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.findings.ComparedProject;
import org.carrel.model.Texts;
import org.carrel.sync.QueueFiles;

import com.google.gson.GsonBuilder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares what was read for a project with the item file: counts what was found, and lists it. */
@Command(name = "compare")
final class InventoryCompare implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryCompare.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "project.project")
    private String name;

    @Option(names = "--whole", descriptionKey = "report.whole")
    private boolean whole;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "TABLE", descriptionKey = "compare.format")
    private QueueFiles.Format format;

    InventoryCompare(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        ComparedProject compared = ProjectWork.compare(session, session.itemSnapshot(), name, whole);
        PrintWriter out = session.terminal().out();
        Rows rows = new Rows("finding", "barcode", "call-number", "title", "location", "person", "next-step");
        compared.comparison().findings().forEach(finding -> add(rows, finding));
        switch (format) {
            case TABLE -> {
                summary(compared, out);
                rows.write(format, out);
            }
            case CSV -> rows.write(format, out);
            case JSON -> out.println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create()
                    .toJson(fields(compared, rows)));
        }
        return Exit.OK;
    }

    private static void summary(ComparedProject compared, PrintWriter out) {
        out.println(TEXTS.get("compare.title", compared.project().name(), compared.comparison().reads(),
                compared.comparison().inventoried().count(), compared.comparison().itemFile().name(),
                compared.comparison().itemFile().asOf().toString()));
        counts(compared).forEach((kind, count) -> out.println(TEXTS.get("inventory.count", kind.label(), count)));
    }

    private static Map<Finding.Kind, Integer> counts(ComparedProject compared) {
        Map<Finding.Kind, Integer> counts = new LinkedHashMap<>();
        for (Finding.Kind kind : Finding.Kind.values()) {
            counts.put(kind, compared.comparison().findings(kind).size());
        }
        return counts;
    }

    private static Map<String, Object> fields(ComparedProject compared, Rows rows) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", compared.project().name());
        fields.put("item-file", compared.comparison().itemFile().name());
        fields.put("as-of", compared.comparison().itemFile().asOf().toString());
        fields.put("reads", compared.comparison().reads());
        fields.put("inventoried", compared.comparison().inventoried().count());
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts(compared).forEach((kind, count) -> counts.put(option(kind.name()), count));
        fields.put("counts", counts);
        fields.put("findings", rows.maps());
        return fields;
    }

    private void add(Rows rows, Finding finding) {
        rows.add(label(finding.kind().name(), finding.kind().label()), FindingWords.barcode(finding),
                FindingWords.callNumbers(finding), FindingWords.titles(finding), FindingWords.locations(finding),
                FindingWords.person(finding), finding.nextStep());
    }

    /** Programs read names that never change. */
    private String label(String kind, String forPeople) {
        return format == QueueFiles.Format.TABLE ? forPeople : option(kind);
    }

    private static String option(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
