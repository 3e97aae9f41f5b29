/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.inventory.internal.ExtensionServices;
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

    private final ExtensionServices<CallNumberScheme> services;

    @Activate
    public ExtensionSchemes(BundleContext context, @Reference IExtensionRegistry registry) {
        this.services = new ExtensionServices<>(context, registry,
                new ExtensionServices.Kind<>(POINT, "scheme", CallNumberScheme.class, ExtensionScheme::new));
    }

    @Deactivate
    public void close() {
        services.close();
    }
}
