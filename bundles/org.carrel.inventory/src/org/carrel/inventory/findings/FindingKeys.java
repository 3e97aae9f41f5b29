/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import java.util.Locale;

import org.carrel.inventory.comparison.Finding;
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
}
