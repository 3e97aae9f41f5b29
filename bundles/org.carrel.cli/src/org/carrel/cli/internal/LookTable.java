/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemFiles.Look;

/** Tells people how a file would be read. */
final class LookTable {

    private static final Texts TEXTS = Texts.of(LookTable.class);
    private static final int ROWS = 3;

    private final PrintWriter to;

    LookTable(PrintWriter to) {
        this.to = to;
    }

    /** All of it: what it is, what is taken for what, what else there is, and the first rows. */
    void write(Look look) {
        columns(look);
        List<String> other = look.header().stream().filter(name -> !look.columns().containsValue(name.strip()))
                .toList();
        if (!other.isEmpty()) {
            to.println(TEXTS.get("look.other", String.join(", ", other)));
        }
        look.sample().stream().limit(ROWS).forEach(row -> to.println(TEXTS.get("look.row", String.join(" | ", row))));
        look.problem().ifPresent(to::println);
    }

    /** What it is, and what is taken for what. */
    void columns(Look look) {
        to.println(switch (look.layout()) {
            case Layout.Wms wms -> TEXTS.get("look.wms");
            case Layout.Csv csv -> TEXTS.get(csv.quoted() ? "look.csv" : "look.csvUnquoted",
                    csv.delimiter() == '\t' ? TEXTS.get("look.tab") : String.valueOf(csv.delimiter()), csv.encoding());
            case Layout.Marc marc -> marc.xml() ? TEXTS.get("look.marcxml")
                    : TEXTS.get("look.marc", marc.encoding().orElse(TEXTS.get("look.eachSays")));
        });
        new TreeMap<>(look.columns()).forEach((column, name) -> to.println(
                TEXTS.get(look.guessed().contains(column) ? "look.guessed" : "look.column", column.word(), name)));
    }
}
