/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that all of the scope of a project was read, or takes that back. */
@Command(name = "whole")
final class InventoryProjectWhole implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryProjectWhole.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "project.project")
    private String name;

    @Option(names = "--not", descriptionKey = "project.notWhole")
    private boolean not;

    InventoryProjectWhole(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        InventoryProject project = ProjectWork.find(session, name);
        session.inventoryProjects().setWhole(project.number(), !not, session.branch().origin());
        session.terminal().out().println(TEXTS.get(not ? "project.notWhole" : "project.whole", project.name()));
        return Exit.OK;
    }
}
