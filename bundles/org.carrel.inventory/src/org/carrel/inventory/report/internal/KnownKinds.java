/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.carrel.inventory.report.ReportKind;
import org.carrel.inventory.report.ReportKinds;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The kinds that are registered as services. Made anew when one comes or goes. */
@Component
public final class KnownKinds implements ReportKinds {

    private final List<ReportKind> kinds;

    @Activate
    public KnownKinds(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReportKind> kinds) {
        Map<String, ReportKind> byId = new LinkedHashMap<>();
        kinds.forEach(kind -> byId.putIfAbsent(kind.id(), kind));
        this.kinds = byId.values().stream().sorted(Comparator.comparing(ReportKind::name)).toList();
    }

    @Override
    public List<ReportKind> all() {
        return kinds;
    }
}
