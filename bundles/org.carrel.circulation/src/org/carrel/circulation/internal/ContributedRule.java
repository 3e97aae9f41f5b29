/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import java.time.Duration;
import java.util.Optional;

import org.carrel.circulation.barcode.BarcodeRule;
import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.Guarded;
import org.carrel.extension.contribution.Troubles;

/** A rule that an extension describes, asked so that it cannot stop the desk. Safe for use by several threads. */
final class ContributedRule implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Guarded<BarcodeRule> rule;

    ContributedRule(Contribution<BarcodeRule> rule, Troubles troubles) {
        this.rule = new Guarded<>(rule, LIMIT, troubles);
    }

    /** What it says; empty when it says nothing, now or any more. */
    Optional<BarcodeRule.Verdict> judge(BarcodeRule.Kind kind, String barcode) {
        return rule.ask(asked -> asked.judge(kind, barcode));
    }

    @Override
    public void close() {
        rule.close();
    }
}
