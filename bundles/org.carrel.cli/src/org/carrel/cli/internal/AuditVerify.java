/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.port.AuditTrail;
import org.carrel.model.port.AuditTrail.Flaw;
import org.carrel.model.port.AuditTrail.Verdict;

import picocli.CommandLine.Command;

/** Says which lines of the audit trail were changed, removed or put in. */
@Command(name = "verify")
final class AuditVerify implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(AuditVerify.class);

    private final Session session;

    AuditVerify(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        AuditTrail trail = session.audit();
        Verdict verdict = trail.verify();
        PrintWriter out = session.terminal().out();
        if (verdict.isWhole()) {
            out.println(TEXTS.get(session.branch().dataKey().isPresent() ? "audit.whole" : "audit.wholeUnkeyed",
                    verdict.lines()));
            return Exit.OK;
        }
        verdict.flaws().forEach(flaw -> out.println(sentence(flaw)));
        session.terminal().err().println(TEXTS.get("audit.broken", verdict.lines()));
        return Exit.REFUSED;
    }

    private static String sentence(Flaw flaw) {
        return switch (flaw) {
            case Flaw.Changed changed -> TEXTS.get("audit.changed", Long.toString(changed.sequence()));
            case Flaw.Inserted inserted -> TEXTS.get("audit.inserted", Long.toString(inserted.sequence()));
            case Flaw.RemovedBehind removed -> removed.sequence() == 0 ? TEXTS.get("audit.removedFirst")
                    : TEXTS.get("audit.removed", Long.toString(removed.sequence()));
        };
    }
}
