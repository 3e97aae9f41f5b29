/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.model.ItemRecord;

/** What a finding is about, in the words of a table; empty where it says nothing. */
final class FindingWords {

    private FindingWords() {}

    static String barcode(Finding finding) {
        return finding instanceof Finding.InCondition of ? of.said().barcode().value()
                : read(finding).map(ShelfRead::barcode)
                        .or(() -> items(finding).stream().map(ItemRecord::barcode).findFirst())
                        .map(found -> found.value()).orElse("");
    }

    static String callNumbers(Finding finding) {
        return joined(finding, ItemRecord::callNumber);
    }

    static String titles(Finding finding) {
        return joined(finding, ItemRecord::title);
    }

    static String locations(Finding finding) {
        return joined(finding, ItemRecord::location);
    }

    static String person(Finding finding) {
        return finding instanceof Finding.InCondition of ? of.said().person()
                : read(finding).map(ShelfRead::person).orElse("");
    }

    private static Optional<ShelfRead> read(Finding finding) {
        return finding instanceof Finding.OfRead of ? Optional.of(of.read()) : Optional.empty();
    }

    private static String joined(Finding finding, Function<ItemRecord, String> text) {
        return items(finding).stream().map(text).distinct().collect(Collectors.joining(" | "));
    }

    private static List<ItemRecord> items(Finding finding) {
        return switch (finding) {
            case Finding.Missing missing -> List.of(missing.item());
            case Finding.Misplaced misplaced -> List.of(misplaced.item());
            case Finding.OutOfRange out -> List.of(out.item());
            case Finding.WrongLocation wrong -> List.of(wrong.item());
            case Finding.WrongBranch wrong -> List.of(wrong.item());
            case Finding.WrongStatus wrong -> List.of(wrong.item());
            case Finding.DuplicateBarcode duplicate -> duplicate.items();
            case Finding.InCondition said -> said.items();
            case Finding.UnknownBarcode unknown -> List.of();
            case Finding.Uncataloged uncataloged -> List.of();
            case Finding.DuplicateScan again -> List.of();
        };
    }
}
