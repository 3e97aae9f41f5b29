/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import org.carrel.circulation.barcode.BarcodeRule;
import org.carrel.extension.contribution.ContributedServices;
import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.Troubles;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Makes services of the rules that are contributed as extensions, for as long as they are contributed. */
@Component(service = {}, immediate = true)
public final class ExtensionRules {

    static final String POINT = "org.carrel.circulation.barcodeRules";

    private final ContributedServices<ContributedRule> services;

    @Activate
    public ExtensionRules(BundleContext context, @Reference IExtensionRegistry registry,
            @Reference Troubles troubles) {
        this.services = new ContributedServices<>(context, registry, new ContributedServices.Kind<>(POINT, "rule",
                ContributedRule.class,
                element -> new ContributedRule(new Contribution<>(element, BarcodeRule.class, troubles), troubles)));
    }

    @Deactivate
    public void close() {
        services.close();
    }
}
