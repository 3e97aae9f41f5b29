/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

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
        return finding.barcode().value();
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
        return finding.items().stream().map(text).distinct().collect(Collectors.joining(" | "));
    }
}
