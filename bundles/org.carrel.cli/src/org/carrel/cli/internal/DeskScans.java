/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.Set;

import org.carrel.circulation.Caution;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer;
import org.carrel.model.Texts;

/** Brings a line of scans before the desk. */
final class DeskScans {

    private static final Texts TEXTS = Texts.of(DeskScans.class);

    private DeskScans() {}

    /** The desk's answer; a line that it cannot be asked about is refused in its manner. */
    static DeskAnswer record(CirculationDesk desk, DueWords dueWords, ScanLine scan, Set<Caution> overridden) {
        return switch (scan) {
            case ScanLine.Bad bad -> new DeskAnswer.Refused(DeskAnswer.Field.ITEM, bad.sentence());
            case ScanLine.In in -> desk.checkIn(in.item(), overridden);
            case ScanLine.Out out -> dueWords.read(out.due())
                    .map(due -> desk.checkOut(out.patron(), out.item(), due, overridden))
                    .orElseGet(() -> new DeskAnswer.Refused(DeskAnswer.Field.DUE_DATE, TEXTS.get("line.due")));
        };
    }

    /** What the desk says of a scan that it did not simply record; empty otherwise. */
    static String sentence(DeskAnswer answer) {
        return switch (answer) {
            case DeskAnswer.Recorded recorded -> "";
            case DeskAnswer.Journaled journaled -> journaled.warning();
            case DeskAnswer.Doubtful doubtful -> doubtful.sentence();
            case DeskAnswer.Refused refused -> refused.sentence();
            case DeskAnswer.NotSaved not -> not.sentence();
        };
    }
}
