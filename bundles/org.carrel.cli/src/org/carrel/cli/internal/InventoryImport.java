/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemFiles.Look;
import org.carrel.model.port.ItemSnapshot.Description;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.ItemSnapshots.Imported;
import org.carrel.model.port.ItemSource;
import org.carrel.model.port.ItemSource.Reason;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the items of a file in the place of those from before. */
@Command(name = "import")
final class InventoryImport implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryImport.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "inventory.file")
    private Path file;

    @Mixin
    private LayoutOptions layout;

    @Option(names = "--look", descriptionKey = "inventory.look")
    private boolean lookOnly;

    @Option(names = "--bad-rows", paramLabel = "FILE", descriptionKey = "inventory.badRowsFile")
    private Path badRows;

    @Option(names = "--force", descriptionKey = "inventory.force")
    private boolean force;

    InventoryImport(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        Look look = look();
        if (lookOnly) {
            new LookTable(session.terminal().out()).write(look);
            return look.problem().isEmpty() ? Exit.OK : Exit.REFUSED;
        }
        if (look.layout().format() != ItemFiles.Format.WMS) {
            new LookTable(session.terminal().err()).columns(look);
        }
        if (look.problem().isPresent()) {
            throw new CommandFailure(Exit.REFUSED, look.problem().get());
        }
        ItemSnapshots snapshots = session.itemSnapshots();
        return switch (snapshots.replace(source(look.layout()), session.shelfKeys(),
                new PercentProgress(session.terminal().err()))) {
            case Imported.Done done -> report(snapshots, done);
            case Imported.Failed failed -> throw new CommandFailure(Exit.REFUSED, failed.sentence());
            case Imported.TooFew few -> throw new IllegalStateException("any number was asked for");
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

    private Look look() throws CommandFailure, IOException {
        try {
            return session.itemFiles().look(file, layout.choices());
        } catch (ItemSource.UnreadableItemFileException e) {
            throw new CommandFailure(Exit.USAGE, e.getMessage());
        }
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
