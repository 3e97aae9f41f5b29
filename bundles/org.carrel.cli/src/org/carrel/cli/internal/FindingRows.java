/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.carrel.inventory.findings.ListedFinding;
import org.carrel.model.ItemRecord;
import org.carrel.sync.QueueFiles;

/** Findings as rows, for people or for programs. */
final class FindingRows {

    private FindingRows() {}

    static Rows of(List<ListedFinding> findings, QueueFiles.Format format, ZoneId zone) {
        boolean people = format == QueueFiles.Format.TABLE;
        Rows rows = new Rows("finding", "barcode", "call-number", "title", "location", "where", "state", "note",
                "conditions", "person", "at", "next-step");
        for (ListedFinding one : findings) {
            rows.add(people ? one.kind().label() : FindingOptions.name(one.kind()), one.key().barcode().value(),
                    items(one, item -> (item.callNumber() + " " + item.enumeration()).strip()),
                    items(one, ItemRecord::title), items(one, ItemRecord::location), one.whereTo(),
                    people ? one.standing().label() : FindingOptions.name(one.standing()), one.note(),
                    one.conditions().stream().map(said -> said.code()).distinct().collect(Collectors.joining(" ")),
                    one.last().map(kept -> kept.person()).orElseGet(() -> one.finding().map(FindingWords::person)
                            .orElse("")),
                    one.last().map(kept -> people ? Words.minutes(kept.at(), zone) : kept.at().toString()).orElse(""),
                    one.nextStep());
        }
        return rows;
    }

    private static String items(ListedFinding finding, Function<ItemRecord, String> text) {
        return finding.items().stream().map(text).distinct().collect(Collectors.joining(" | "));
    }
}
