/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.model.ItemRecord;
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
        ProjectWork.Compared compared = ProjectWork.compare(session, session.itemSnapshot(), name, whole);
        PrintWriter out = session.terminal().out();
        Rows rows = new Rows("finding", "barcode", "call-number", "title", "location", "person", "next-step");
        compared.comparison().findings().forEach(finding -> add(rows, finding));
        compared.reads().conditions()
                .forEach(said -> rows.add(label("CONDITION", TEXTS.get("compare.condition", said.code())),
                        said.barcode().value(), "", "", "", said.person(), said.code()));
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

    private static void summary(ProjectWork.Compared compared, PrintWriter out) {
        out.println(TEXTS.get("compare.title", compared.project().name(), compared.comparison().reads(),
                compared.comparison().inventoried().count(), compared.comparison().itemFile().name(),
                compared.comparison().itemFile().asOf().toString()));
        counts(compared).forEach((kind, count) -> out.println(TEXTS.get("inventory.count", kind.label(), count)));
        if (!compared.reads().conditions().isEmpty()) {
            out.println(TEXTS.get("inventory.count", TEXTS.get("compare.conditions"),
                    compared.reads().conditions().size()));
        }
    }

    private static Map<Finding.Kind, Integer> counts(ProjectWork.Compared compared) {
        Map<Finding.Kind, Integer> counts = new LinkedHashMap<>();
        for (Finding.Kind kind : Finding.Kind.values()) {
            counts.put(kind, compared.comparison().findings(kind).size());
        }
        return counts;
    }

    private static Map<String, Object> fields(ProjectWork.Compared compared, Rows rows) {
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
        Optional<ShelfRead> read = finding instanceof Finding.OfRead of ? Optional.of(of.read()) : Optional.empty();
        List<ItemRecord> items = items(finding);
        String barcode = read.map(ShelfRead::barcode).or(() -> items.stream().map(ItemRecord::barcode).findFirst())
                .map(found -> found.value()).orElse("");
        rows.add(label(finding.kind().name(), finding.kind().label()), barcode,
                joined(items.stream().map(ItemRecord::callNumber).toList()),
                joined(items.stream().map(ItemRecord::title).toList()),
                joined(items.stream().map(ItemRecord::location).toList()), read.map(ShelfRead::person).orElse(""),
                finding.nextStep());
    }

    private static List<ItemRecord> items(Finding finding) {
        return switch (finding) {
            case Finding.Missing missing -> List.of(missing.item());
            case Finding.Misplaced misplaced -> List.of(misplaced.item());
            case Finding.OutOfRange out -> List.of(out.item());
            case Finding.WrongLocation wrong -> List.of(wrong.item());
            case Finding.WrongBranch wrong -> List.of(wrong.item());
            case Finding.WrongStatus wrong -> List.of(wrong.item());
            case Finding.DuplicateBarcode duplicate -> duplicate.items();
            case Finding.UnknownBarcode unknown -> List.of();
            case Finding.Uncataloged uncataloged -> List.of();
            case Finding.DuplicateScan again -> List.of();
        };
    }

    private static String joined(List<String> texts) {
        return texts.stream().distinct().collect(Collectors.joining(" | "));
    }

    /** Programs read names that never change. */
    private String label(String kind, String forPeople) {
        return format == QueueFiles.Format.TABLE ? forPeople : option(kind);
    }

    private static String option(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
