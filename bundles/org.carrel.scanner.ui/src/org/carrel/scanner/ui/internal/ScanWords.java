/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import org.carrel.model.Texts;
import org.carrel.model.scan.Scan;
import org.carrel.ui.Tone;

/**
 * What a read turned out to be, for the screen: it names barcodes. Immutable.
 *
 * @param headline what it is
 * @param sentence what that means
 */
public record ScanWords(Tone tone, String headline, String sentence) {

    private static final Texts TEXTS = Texts.of(ScanWords.class);

    /** The words for {@code scan}. */
    public static ScanWords of(Scan scan) {
        return switch (scan) {
            case Scan.Patron patron -> good("scan.patron", patron.barcode().value());
            case Scan.Item item -> good("scan.item", item.barcode().value());
            case Scan.ShelfLabel label -> good("scan.shelf", label.text());
            case Scan.Condition condition -> good("scan.condition", condition.code());
            case Scan.Unknown unknown -> new ScanWords(Tone.CAUTION, TEXTS.get("scan.unknown", unknown.text()),
                    unknown.sentence());
            case Scan.Ignored ignored -> new ScanWords(Tone.NEUTRAL, TEXTS.get("scan.ignored"), ignored.sentence());
            case Scan.Unreadable bad -> new ScanWords(Tone.BAD, TEXTS.get("scan.bad"), bad.sentence());
        };
    }

    private static ScanWords good(String key, String text) {
        return new ScanWords(Tone.GOOD, TEXTS.get(key, text), TEXTS.get(key + ".sentence"));
    }
}
