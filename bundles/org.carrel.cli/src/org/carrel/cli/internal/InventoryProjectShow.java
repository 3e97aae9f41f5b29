/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.sync.QueueFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what an inventory project is about, and its sessions. */
@Command(name = "show")
final class InventoryProjectShow implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryProjectShow.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "project.project")
    private String name;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "TABLE", descriptionKey = "project.sessions")
    private QueueFiles.Format format;

    InventoryProjectShow(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        InventoryProject project = ProjectWork.find(session, name);
        ZoneId zone = session.branch().profile().zone();
        boolean people = format == QueueFiles.Format.TABLE;
        if (people) {
            describe(project, zone);
        }
        Rows rows = new Rows("person", "device", "begun", "reads");
        for (InventorySession one : session.inventoryProjects().sessions(project.number())) {
            rows.add(one.person(), one.device(),
                    people ? Words.minutes(one.begunAt(), zone) : one.begunAt().toString(), one.reads());
        }
        rows.write(format, session.terminal().out());
        return Exit.OK;
    }

    private void describe(InventoryProject project, ZoneId zone) {
        PrintWriter out = session.terminal().out();
        Scope scope = project.scope();
        out.println(TEXTS.get("project.title", project.name(), Words.minutes(project.madeAt(), zone)));
        project.closedAt().ifPresent(at -> out.println(TEXTS.get("project.closedAt", Words.minutes(at, zone))));
        out.println(TEXTS.get("project.branch", scope.branch()));
        names("project.locations", scope.locations());
        names("project.itemTypes", scope.itemTypes());
        scope.range().ifPresent(range -> out.println(TEXTS.get("project.range", range.from(), range.to())));
    }

    private void names(String key, Set<String> names) {
        if (!names.isEmpty()) {
            session.terminal().out().println(TEXTS.get(key, String.join(", ", new TreeSet<>(names))));
        }
    }
}
