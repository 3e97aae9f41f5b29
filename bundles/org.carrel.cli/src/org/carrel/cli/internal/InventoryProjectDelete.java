/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.List;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventorySession;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes an inventory project for ever, after naming what would be lost. */
@Command(name = "delete")
final class InventoryProjectDelete implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryProjectDelete.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "project.project")
    private String name;

    @Option(names = "--yes", descriptionKey = "project.yes")
    private boolean yes;

    InventoryProjectDelete(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        InventoryProject project = ProjectWork.find(session, name);
        List<InventorySession> sessions = session.inventoryProjects().sessions(project.number());
        session.terminal().err().println(TEXTS.get("project.loss", project.name(),
                sessions.stream().mapToInt(InventorySession::reads).sum(), sessions.size()));
        if (!yes && !session.terminal().confirm(TEXTS.get("project.deleteQuestion", project.name()))
                .orElseThrow(() -> new CommandFailure(Exit.USAGE, TEXTS.get("project.nobody")))) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("project.kept"));
        }
        session.inventoryProjects().deleteProject(project.number(), session.branch().origin());
        session.terminal().out().println(TEXTS.get("project.deleted", project.name()));
        return Exit.OK;
    }
}
