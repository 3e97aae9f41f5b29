/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Closes an inventory project, or opens it again. */
@Command
final class InventoryProjectClose implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryProjectClose.class);

    private final Session session;
    private final boolean close;

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "project.project")
    private String name;

    InventoryProjectClose(Session session, boolean close) {
        this.session = session;
        this.close = close;
    }

    @Override
    public Integer call() throws CommandFailure {
        InventoryProject project = ProjectWork.find(session, name);
        session.inventoryProjects().setClosed(project.number(), close, session.branch().origin());
        session.terminal().out().println(TEXTS.get(close ? "project.closed" : "project.reopened", project.name()));
        return Exit.OK;
    }
}
