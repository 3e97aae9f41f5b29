/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.time.ZoneId;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.sync.QueueFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the inventory projects, the newest first. */
@Command(name = "list")
final class InventoryProjectList implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryProjectList.class);

    private final Session session;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "TABLE", descriptionKey = "format")
    private QueueFiles.Format format;

    InventoryProjectList(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        Rows rows = new Rows("project", "state", "branch", "made");
        ZoneId zone = session.branch().profile().zone();
        for (InventoryProject project : session.inventoryProjects().projects()) {
            boolean people = format == QueueFiles.Format.TABLE;
            String state = project.isOpen() ? "open" : "closed";
            rows.add(project.name(), people ? TEXTS.get("project.state." + state) : state, project.scope().branch(),
                    people ? Words.minutes(project.madeAt(), zone) : project.madeAt().toString());
        }
        rows.write(format, session.terminal().out());
        return Exit.OK;
    }
}
