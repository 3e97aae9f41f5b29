/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;
import org.carrel.model.scan.SecurityReport;
import org.carrel.model.scan.ToFix;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerService;
import org.carrel.ui.Moments;

/** The items whose tags are to be put right. Safe for use by several threads; what writes waits for disk and pad. */
final class FixList {

    private static final Texts TEXTS = Texts.of(FixList.class);

    private final ScannerService scanners;
    private final Moments moments;

    FixList(ScannerService scanners, Moments moments) {
        this.scanners = Objects.requireNonNull(scanners, "scanners");
        this.moments = Objects.requireNonNull(moments, "moments");
    }

    /**
     * Something to show.
     *
     * @param pads the devices that can write tags now
     */
    record State(List<ToFix> items, List<DeviceView> pads) {

        /** What to do, for the desk. */
        String sentence() {
            if (items.isEmpty()) {
                return TEXTS.get("fix.none");
            }
            return TEXTS.get(pads.isEmpty() ? "fix.noPad" : "fix.lay", items.size());
        }
    }

    State read() {
        return new State(scanners.toFix(), scanners.devices().stream().filter(DeviceView::securesItems).toList());
    }

    String shouldBe(ToFix item) {
        return TEXTS.get(item.secured() ? "fix.secured" : "fix.cleared");
    }

    String since(ToFix item) {
        return moments.inTable(item.since());
    }

    /** Tries those again that lie on a pad now, and says what came of it. Waits for the pads. */
    String tryAgain(List<DeviceView> pads) {
        int done = 0;
        Optional<String> why = Optional.empty();
        for (DeviceView pad : pads) {
            SecurityReport report = scanners.fix(pad.settings().id());
            done += report.done().size();
            if (why.isEmpty()) {
                why = report.toFix().stream().map(ToFix::reason).findFirst();
            }
        }
        int left = scanners.toFix().size();
        if (left == 0) {
            return TEXTS.get("fix.allDone", done);
        }
        String sentence = TEXTS.get(done == 0 ? "fix.noneDone" : "fix.someDone", done, left);
        return why.map(reason -> sentence + ' ' + reason).orElse(sentence);
    }

    /** Strikes off items that somebody put right elsewhere, and says so; a failure, too. Waits for the disk. */
    String strikeOff(List<ItemBarcode> items) {
        int done = 0;
        try {
            for (ItemBarcode item : items) {
                scanners.fixed(item);
                done++;
            }
        } catch (IOException e) {
            return TEXTS.get("fix.unwritable", e.getMessage());
        }
        return TEXTS.get("fix.struck", done);
    }
}
