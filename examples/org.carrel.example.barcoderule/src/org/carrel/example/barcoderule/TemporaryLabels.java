/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.example.barcoderule;

import org.carrel.circulation.barcode.BarcodeRule;
import org.carrel.model.Texts;

/**
 * Looks after temporary labels: items with one go out only when somebody has looked twice, and a range of labels that
 * was withdrawn is refused.
 */
public final class TemporaryLabels implements BarcodeRule {

    private static final String TEMPORARY = "39999";
    private static final String WITHDRAWN = "39998";

    private final Texts texts = Texts.of(TemporaryLabels.class);

    @Override
    public Verdict judge(Kind kind, String barcode) {
        if (kind == Kind.ITEM && barcode.startsWith(WITHDRAWN)) {
            return new Verdict.Refused(texts.get("withdrawn"));
        }
        if (kind == Kind.ITEM && barcode.startsWith(TEMPORARY)) {
            return new Verdict.Doubtful(texts.get("temporary"));
        }
        return Verdict.FINE;
    }
}
