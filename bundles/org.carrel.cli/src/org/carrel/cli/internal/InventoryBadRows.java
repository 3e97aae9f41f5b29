/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the rows of the item file that somebody should look at. */
@Command(name = "bad-rows")
final class InventoryBadRows implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "FILE", defaultValue = "-", descriptionKey = "inventory.badRowsFile")
    private Path file;

    @Option(names = "--force", descriptionKey = "inventory.force")
    private boolean force;

    InventoryBadRows(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        session.itemSnapshot();
        new BadRowsTable(session).write(session.itemSnapshots(), file, force);
        return Exit.OK;
    }
}
