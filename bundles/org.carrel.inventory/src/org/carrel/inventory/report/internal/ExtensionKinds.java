/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import org.carrel.extension.contribution.ContributedServices;
import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.Troubles;
import org.carrel.inventory.report.ReportKind;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Makes services of the kinds of report that are contributed as extensions, for as long as they are contributed. */
@Component(service = {}, immediate = true)
public final class ExtensionKinds {

    static final String POINT = "org.carrel.inventory.reports";

    private final ContributedServices<ReportKind> services;

    @Activate
    public ExtensionKinds(BundleContext context, @Reference IExtensionRegistry registry, @Reference Troubles troubles) {
        this.services = new ContributedServices<>(context, registry,
                new ContributedServices.Kind<>(POINT, "report", ReportKind.class,
                        element -> new ExtensionKind(new Contribution<>(element, ReportKind.class, troubles))));
    }

    @Deactivate
    public void close() {
        services.close();
    }
}
