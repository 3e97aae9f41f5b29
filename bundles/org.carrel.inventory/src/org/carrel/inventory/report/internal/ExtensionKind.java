/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import java.time.Instant;

import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.UnusableException;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportKind;
import org.carrel.model.Texts;

/** A kind of report that an extension describes. Its class is made when the first report is wanted. */
final class ExtensionKind implements ReportKind {

    private final Contribution<ReportKind> kind;

    ExtensionKind(Contribution<ReportKind> kind) {
        this.kind = kind;
    }

    @Override
    public String id() {
        return kind.id();
    }

    @Override
    public String name() {
        return kind.name();
    }

    /** @throws UnusableKindException when the class cannot be made */
    @Override
    public Report of(InventoryResults results, Instant madeAt) {
        return kind().of(results, madeAt);
    }

    private ReportKind kind() {
        try {
            return kind.get();
        } catch (UnusableException e) {
            throw new UnusableKindException(
                    Texts.of(ExtensionKind.class).get("kind.unusable", name(), kind.contributor()), e);
        }
    }
}
