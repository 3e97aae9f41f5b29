/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemSnapshot.Description;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.ItemSnapshots.Imported;
import org.carrel.model.port.ItemSource;
import org.carrel.model.port.ItemSource.Reason;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the items of a file in the place of those from before. */
@Command(name = "import")
final class InventoryImport implements Callable<Integer> {

    /** How the file is laid out. */
    enum LayoutName {
        WMS, CSV
    }

    private static final Texts TEXTS = Texts.of(InventoryImport.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "inventory.file")
    private Path file;

    @Option(names = "--layout", paramLabel = "LAYOUT", defaultValue = "WMS", descriptionKey = "inventory.layout")
    private LayoutName layout;

    @Option(names = "--delimiter", paramLabel = "CHARACTER", defaultValue = ",", descriptionKey = "inventory.delimiter")
    private String delimiter;

    @Option(names = "--column", paramLabel = "COLUMN=NAME", descriptionKey = "inventory.column")
    private Map<String, String> columns = new HashMap<>();

    @Option(names = "--bad-rows", paramLabel = "FILE", descriptionKey = "inventory.badRowsFile")
    private Path badRows;

    @Option(names = "--force", descriptionKey = "inventory.force")
    private boolean force;

    InventoryImport(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        ItemFiles.Layout how = layout();
        ItemSnapshots snapshots = session.itemSnapshots();
        return switch (snapshots.replace(source(how), session.shelfKeys(),
                new PercentProgress(session.terminal().err()))) {
            case Imported.Done done -> report(snapshots, done);
            case Imported.Failed failed -> throw new CommandFailure(Exit.REFUSED, failed.sentence());
            case Imported.Cancelled cancelled -> throw new CommandFailure(Exit.REFUSED,
                    TEXTS.get("inventory.cancelled"));
        };
    }

    private ItemSource source(ItemFiles.Layout how) throws CommandFailure, IOException {
        try {
            return session.itemFiles().open(file, how);
        } catch (ItemSource.UnreadableItemFileException e) {
            throw new CommandFailure(Exit.USAGE, e.getMessage());
        }
    }

    private ItemFiles.Layout layout() throws CommandFailure {
        if (layout == LayoutName.WMS) {
            return new ItemFiles.Layout.Wms();
        }
        String character = delimiter.equalsIgnoreCase("tab") ? "\t" : delimiter;
        if (character.length() != 1 || Character.isLetterOrDigit(character.charAt(0)) || character.equals("\"")) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("inventory.badDelimiter"));
        }
        Map<Column, String> named = new EnumMap<>(Column.class);
        for (Map.Entry<String, String> column : columns.entrySet()) {
            named.put(column(column.getKey()), column.getValue());
        }
        return new ItemFiles.Layout.Csv(character.charAt(0), named);
    }

    private static Column column(String name) throws CommandFailure {
        for (Column column : Column.values()) {
            if (option(column.name()).equals(name)) {
                return column;
            }
        }
        StringBuilder all = new StringBuilder();
        for (Column column : Column.values()) {
            all.append(all.isEmpty() ? "" : ", ").append(option(column.name()));
        }
        throw new CommandFailure(Exit.USAGE, TEXTS.get("inventory.badColumn", name, all));
    }

    private static String option(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private int report(ItemSnapshots snapshots, Imported.Done done) throws CommandFailure, IOException {
        Description description = done.snapshot().description();
        session.terminal().out().println(TEXTS.get("inventory.imported", description.items(), description.name(),
                description.asOf().toString()));
        Map<Reason, Long> bad = new EnumMap<>(Reason.class);
        bad.putAll(done.bad());
        bad.forEach((reason, count) -> session.terminal().err()
                .println(TEXTS.get("inventory.bad", count, ItemWords.of(reason))));
        if (badRows != null) {
            new BadRowsTable(session).write(snapshots, badRows, force);
        } else if (!bad.isEmpty()) {
            session.terminal().err().println(TEXTS.get("inventory.badHint"));
        }
        return bad.keySet().stream().allMatch(ItemWords::isOnlyRemark) ? Exit.OK : Exit.REFUSED;
    }
}
