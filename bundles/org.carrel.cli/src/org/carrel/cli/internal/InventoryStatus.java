/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.carrel.model.ItemGroup;
import org.carrel.model.Texts;
import org.carrel.model.port.ItemFileServer;
import org.carrel.model.port.ItemFileUpdates;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshot.Description;
import org.carrel.sync.QueueFiles;

import com.google.gson.GsonBuilder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says which item file there is, and counts its items. */
@Command(name = "status")
final class InventoryStatus implements Callable<Integer> {

    /** What to count items by. */
    enum By {
        BRANCH, LOCATION, TYPE, STATUS
    }

    private static final Texts TEXTS = Texts.of(InventoryStatus.class);

    private final Session session;

    @Option(names = "--by", paramLabel = "WHAT", defaultValue = "LOCATION", descriptionKey = "inventory.by")
    private By by;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "TABLE", descriptionKey = "format")
    private QueueFiles.Format format;

    InventoryStatus(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        Optional<ItemFileUpdates.Status> fetching = session.branch().profile().itemFile().server().isEmpty()
                ? Optional.empty()
                : Optional.of(session.itemFileUpdates().status());
        if (format == QueueFiles.Format.TABLE && fetching.isPresent()) {
            fetching(fetching.get());
        }
        ItemSnapshot snapshot = session.itemSnapshot();
        Map<String, Integer> counts = counts(snapshot);
        PrintWriter out = session.terminal().out();
        switch (format) {
            case TABLE -> table(snapshot, counts, out);
            case JSON -> out.println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create()
                    .toJson(fields(snapshot.description(), counts, fetching)));
            case CSV -> {
                CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
                printer.printRecord(by.name().toLowerCase(Locale.ROOT), "items");
                for (Map.Entry<String, Integer> count : counts.entrySet()) {
                    printer.printRecord(count.getKey(), count.getValue());
                }
                printer.flush();
            }
        }
        return Exit.OK;
    }

    /** Also when there are no items yet: this is why. */
    private void fetching(ItemFileUpdates.Status status) throws CommandFailure {
        PrintWriter out = session.terminal().out();
        ZoneId zone = session.branch().profile().zone();
        String host = status.server().map(ItemFileServer.Place::host).orElse("");
        out.println(status.last().map(last -> TEXTS.get("inventory.fetched", host, Words.minutes(last.at(), zone),
                last.sentence())).orElseGet(() -> TEXTS.get("inventory.neverFetched", host)));
        out.println(status.next().map(next -> TEXTS.get("inventory.nextFetch", Words.minutes(next, zone)))
                .orElseGet(() -> TEXTS.get("inventory.noNextFetch")));
    }

    private void table(ItemSnapshot snapshot, Map<String, Integer> counts, PrintWriter out) throws CommandFailure {
        Description description = snapshot.description();
        out.println(TEXTS.get("inventory.status", description.items(), description.name(),
                description.asOf().toString(),
                Words.minutes(description.importedAt(), session.branch().profile().zone())));
        if (description.badRows() > 0) {
            out.println(TEXTS.get("inventory.status.bad", description.badRows()));
        }
        if (!description.keys().equals(session.shelfKeys().version())) {
            out.println(TEXTS.get("inventory.status.keys"));
        }
        counts.forEach((name, count) -> out
                .println(TEXTS.get("inventory.count", name.isEmpty() ? TEXTS.get("inventory.unsaid") : name, count)));
    }

    private Map<String, Integer> counts(ItemSnapshot snapshot) {
        Function<ItemGroup, String> name = switch (by) {
            case BRANCH -> ItemGroup::branch;
            case LOCATION -> group -> group.branch() + " " + group.location();
            case TYPE -> ItemGroup::itemType;
            case STATUS -> group -> ItemWords.of(group.status());
        };
        Map<String, Integer> counts = new TreeMap<>(Comparator.naturalOrder());
        snapshot.groups().forEach((group, items) -> counts.merge(name.apply(group).strip(), items, Integer::sum));
        return counts;
    }

    private static Map<String, Object> fields(Description description, Map<String, Integer> counts,
            Optional<ItemFileUpdates.Status> fetching) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", description.name());
        fields.put("as-of", description.asOf().toString());
        fields.put("imported-at", description.importedAt().toString());
        fields.put("items", description.items());
        fields.put("bad-rows", description.badRows());
        fetching.flatMap(ItemFileUpdates.Status::last).ifPresent(last -> fields.put("last-fetch",
                Map.of("at", last.at().toString(), "result", last.result().name().toLowerCase(Locale.ROOT), "file",
                        last.file(), "sentence", last.sentence())));
        fetching.flatMap(ItemFileUpdates.Status::next).ifPresent(next -> fields.put("next-fetch", next.toString()));
        fields.put("counts", counts);
        return fields;
    }
}
