/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import java.util.Optional;
import java.util.regex.Pattern;

import org.carrel.model.Barcodes;
import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.Texts;

/** Tells a patron's barcode from an item's, by the branch's patterns. Immutable. */
final class BarcodeJudge {

    private final Texts texts = Texts.of(BarcodeJudge.class);
    private final BarcodeRules rules;

    BarcodeJudge(BarcodeRules rules) {
        this.rules = rules;
    }

    /** Why {@code barcode} cannot be a patron's; empty when it can. */
    Optional<String> objectionToPatron(String barcode) {
        return objection(barcode, rules.patron(), rules.item(), "patron");
    }

    /** Why {@code barcode} cannot be an item's; empty when it can. */
    Optional<String> objectionToItem(String barcode) {
        return objection(barcode, rules.item(), rules.patron(), "item");
    }

    /** Whether the check digit of {@code barcode} fits, as far as this branch uses check digits. */
    boolean checkDigitFits(String barcode) {
        return CheckDigits.fits(barcode, rules.checkDigit());
    }

    private Optional<String> objection(String barcode, Optional<Pattern> own, Optional<Pattern> other, String field) {
        if (barcode.isEmpty()) {
            return Optional.of(texts.get(field + ".missing"));
        }
        if (!Barcodes.isSound(barcode)) {
            return Optional.of(texts.get(field + ".unsound"));
        }
        if (own.isEmpty() || matches(barcode, own)) {
            return Optional.empty();
        }
        return Optional.of(texts.get(field + (matches(barcode, other) ? ".other" : ".pattern")));
    }

    private static boolean matches(String barcode, Optional<Pattern> pattern) {
        return pattern.isPresent() && pattern.get().matcher(barcode).matches();
    }
}
