/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.TransactionId;
import org.carrel.model.port.QueueView;

/** Finds rows by what people call them: the number in the list, or the id. */
final class RowNames {

    private static final Texts TEXTS = Texts.of(RowNames.class);

    private RowNames() {}

    /** @throws CommandFailure when one of them is no name or names no row */
    static List<QueueEntry> find(QueueView view, List<String> names) throws CommandFailure {
        List<QueueEntry> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(find(view, name).orElseThrow(
                    () -> new CommandFailure(Exit.REFUSED, TEXTS.get("row.missing", name))));
        }
        return rows;
    }

    private static Optional<QueueEntry> find(QueueView view, String name) throws CommandFailure {
        if (name.matches("\\d{1,18}")) {
            return view.entries(Long.parseLong(name)).stream().findFirst();
        }
        try {
            return view.find(TransactionId.parse(name));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("row.badName", name));
        }
    }
}
