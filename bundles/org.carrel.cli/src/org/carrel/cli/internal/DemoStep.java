/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.List;

import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.TransactionState;

/**
 * One scan of the demo's day and how it is meant to end. The barcodes are those of the shipped practice library.
 *
 * @param key  of the sentence that says what happens at the desk
 * @param scan what is scanned
 * @param end  how it is meant to end
 */
record DemoStep(String key, ScanLine scan, End end) {

    /** How a scan is meant to end. */
    enum End {
        UPLOADED, DUE_DATE_SHORTENED, UNKNOWN_PATRON, SUPERSEDED
    }

    private static final String STANDARD = "";

    /** A desk's day while the library system is away. */
    static List<DemoStep> day() {
        return List.of(
                out("demo.first", "21000000000013", "31000000000011", STANDARD, End.UPLOADED),
                out("demo.second", "21000000000013", "31000000000029", STANDARD, End.UPLOADED),
                in("demo.overdue", "31000000001183"),
                out("demo.week", "21000000000021", "31000000000037", "+1 week", End.UPLOADED),
                out("demo.short", "21000000000021", "31000000000813", "+2 weeks", End.DUE_DATE_SHORTENED),
                out("demo.unknown", "21000000009998", "31000000000045", STANDARD, End.UNKNOWN_PATRON),
                out("demo.wrongCard", "21000000000039", "31000000000052", STANDARD, End.SUPERSEDED),
                out("demo.rightCard", "21000000000047", "31000000000052", STANDARD, End.UPLOADED),
                in("demo.hold", "31000000001118"),
                in("demo.transit", "31000000001068"),
                out("demo.day", "21000000000054", "31000000000060", "+1 day", End.UPLOADED),
                in("demo.mend", "31000000001167"));
    }

    private static DemoStep out(String key, String patron, String item, String due, End end) {
        return new DemoStep(key, new ScanLine.Out(patron, item, due), end);
    }

    private static DemoStep in(String key, String item) {
        return new DemoStep(key, new ScanLine.In(item), End.UPLOADED);
    }

    /** The scan; with the branch's standard due date where it has no such preset. */
    ScanLine scanAt(DueWords dueWords) {
        return scan instanceof ScanLine.Out out && dueWords.read(out.due()).isEmpty()
                ? new ScanLine.Out(out.patron(), out.item(), STANDARD)
                : scan;
    }

    /** Whether {@code entry} ended as this step is meant to end. */
    boolean endedAsMeant(QueueEntry entry) {
        TransactionState state = entry.state();
        boolean shortened = DemoTable.dueDateChanged(entry);
        return switch (end) {
            case UPLOADED -> state == TransactionState.UPLOADED && !shortened;
            case DUE_DATE_SHORTENED -> state == TransactionState.UPLOADED && shortened;
            case SUPERSEDED -> state == TransactionState.SUPERSEDED;
            case UNKNOWN_PATRON -> state == TransactionState.UPLOAD_FAILED && entry.standing().problem()
                    .filter(problem -> problem.kind() == Problem.Kind.UNKNOWN_PATRON).isPresent();
        };
    }
}
