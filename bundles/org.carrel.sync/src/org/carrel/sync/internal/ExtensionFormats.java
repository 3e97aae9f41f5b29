/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import org.carrel.extension.contribution.ContributedServices;
import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.Troubles;
import org.carrel.sync.exchange.ExchangeFormat;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Makes services of the formats that are contributed as extensions, for as long as they are contributed. */
@Component(service = {}, immediate = true)
public final class ExtensionFormats {

    static final String POINT = "org.carrel.sync.exchangeFormats";

    private final ContributedServices<ContributedFormat> services;

    @Activate
    public ExtensionFormats(BundleContext context, @Reference IExtensionRegistry registry,
            @Reference Troubles troubles) {
        this.services = new ContributedServices<>(context, registry, new ContributedServices.Kind<>(POINT, "format",
                ContributedFormat.class,
                element -> new ContributedFormat(new Contribution<>(element, ExchangeFormat.class, troubles),
                        troubles)));
    }

    @Deactivate
    public void close() {
        services.close();
    }
}
