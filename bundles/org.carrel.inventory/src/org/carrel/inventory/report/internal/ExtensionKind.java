/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import java.time.Instant;
import java.util.Optional;

import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportKind;
import org.carrel.model.Texts;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;

/** A kind of report that an extension describes. Its class is made when the first report is wanted. */
final class ExtensionKind implements ReportKind {

    private final IConfigurationElement element;
    private Optional<ReportKind> made = Optional.empty();

    ExtensionKind(IConfigurationElement element) {
        this.element = element;
    }

    @Override
    public String id() {
        return attribute("id").orElse("");
    }

    @Override
    public String name() {
        return attribute("name").orElseGet(this::id);
    }

    private Optional<String> attribute(String name) {
        return Optional.ofNullable(element.getAttribute(name)).filter(value -> !value.isBlank());
    }

    /** @throws UnusableKindException when the class cannot be made */
    @Override
    public Report of(InventoryResults results, Instant madeAt) {
        return kind().of(results, madeAt);
    }

    private synchronized ReportKind kind() {
        if (made.isEmpty()) {
            try {
                made = Optional.of((ReportKind) element.createExecutableExtension("class"));
            } catch (CoreException | ClassCastException e) {
                throw new UnusableKindException(Texts.of(ExtensionKind.class).get("kind.unusable", name(),
                        element.getContributor().getName()), e);
            }
        }
        return made.get();
    }
}
