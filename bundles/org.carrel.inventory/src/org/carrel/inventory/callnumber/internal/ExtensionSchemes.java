/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import org.carrel.extension.contribution.ContributedServices;
import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.Troubles;
import org.carrel.inventory.callnumber.CallNumberScheme;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Makes services of the schemes that are contributed as extensions, for as long as they are contributed. */
@Component(service = {}, immediate = true)
public final class ExtensionSchemes {

    static final String POINT = "org.carrel.inventory.callNumberSchemes";

    private final ContributedServices<CallNumberScheme> services;

    @Activate
    public ExtensionSchemes(BundleContext context, @Reference IExtensionRegistry registry,
            @Reference Troubles troubles) {
        this.services = new ContributedServices<>(context, registry,
                new ContributedServices.Kind<>(POINT, "scheme", CallNumberScheme.class,
                        element -> new ExtensionScheme(new Contribution<>(element, CallNumberScheme.class, troubles))));
    }

    @Deactivate
    public void close() {
        services.close();
    }
}
