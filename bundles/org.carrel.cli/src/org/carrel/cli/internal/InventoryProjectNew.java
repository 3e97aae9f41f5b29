/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.carrel.inventory.project.Preview;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.Texts;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemSnapshot;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an inventory project, and says what its scope comes to. */
@Command(name = "new")
final class InventoryProjectNew implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryProjectNew.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "project.name")
    private String name;

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(names = "--uncounted", descriptionKey = "project.uncounted")
    private boolean uncounted;

    @Option(names = "--preview", descriptionKey = "project.preview")
    private boolean preview;

    InventoryProjectNew(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > InventoryProjects.LONGEST_NAME) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("project.badName", InventoryProjects.LONGEST_NAME));
        }
        ItemSnapshot snapshot = session.itemSnapshot();
        ScopedItems items = scope.items(snapshot, session.callNumbers());
        show(items.preview(), snapshot.description());
        if (preview) {
            return Exit.OK;
        }
        if (session.inventoryProjects().makeProject(wanted, items.scope(), !uncounted, session.branch().origin())
                .isEmpty()) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("project.taken", wanted));
        }
        session.terminal().out().println(TEXTS.get("project.made", wanted));
        return Exit.OK;
    }

    private void show(Preview found, ItemSnapshot.Description file) {
        PrintWriter out = session.terminal().out();
        out.println(TEXTS.get("project.scope", found.items(), found.expected(), file.name(), file.asOf().toString()));
        for (Map.Entry<String, Integer> location : new TreeMap<>(found.byLocation()).entrySet()) {
            out.println(TEXTS.get("inventory.count",
                    location.getKey().isEmpty() ? TEXTS.get("inventory.unsaid") : location.getKey(),
                    location.getValue()));
        }
    }
}
