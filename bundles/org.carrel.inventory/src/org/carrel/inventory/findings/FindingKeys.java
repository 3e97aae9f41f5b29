/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import java.util.List;
import java.util.Locale;

import org.carrel.inventory.comparison.Finding;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemRecord;
import org.carrel.model.inventory.FindingKey;
import org.carrel.model.port.ItemSnapshot;

/** By what a finding is known again when it is made anew. */
final class FindingKeys {

    private FindingKeys() {}

    /** Of {@code finding}; barcodes that several items have are looked up in {@code snapshot}. */
    static FindingKey of(Finding finding, ItemSnapshot snapshot) {
        String kind = finding.kind().name();
        return switch (finding) {
            case Finding.Missing missing -> new FindingKey(kind, missing.item().barcode(),
                    snapshot.numbersOf(missing.item().barcode()).length > 1 ? ItemIdentity.of(missing.item()) : "");
            case Finding.InCondition said -> new FindingKey(kind, said.said().barcode(), code(said.said().code()));
            case Finding.OfRead read -> new FindingKey(kind, read.read().barcode());
        };
    }

    /** Codes of a branch fit; what somebody typed may not. */
    private static String code(String code) {
        return code.length() <= FindingKey.LONGEST_ITEM ? code.toLowerCase(Locale.ROOT)
                : ItemIdentity.hash(code);
    }

    /** The barcode it is about. */
    static ItemBarcode barcode(Finding finding) {
        return switch (finding) {
            case Finding.Missing missing -> missing.item().barcode();
            case Finding.InCondition said -> said.said().barcode();
            case Finding.OfRead read -> read.read().barcode();
        };
    }

    /** The items it is about; several when nobody knows which of them it is, none when nobody knows any. */
    static List<ItemRecord> items(Finding finding) {
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
            case Finding.DuplicateScan twice -> List.of();
        };
    }
}
