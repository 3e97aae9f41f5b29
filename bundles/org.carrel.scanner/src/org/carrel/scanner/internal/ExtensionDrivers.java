/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import org.carrel.extension.contribution.ContributedServices;
import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.Troubles;
import org.carrel.scanner.driver.ScannerDriver;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Makes services of the drivers that are contributed as extensions, for as long as they are contributed. */
@Component(service = {}, immediate = true)
public final class ExtensionDrivers {

    static final String POINT = "org.carrel.scanner.scannerDrivers";

    private final ContributedServices<ScannerDriver> services;

    @Activate
    public ExtensionDrivers(BundleContext context, @Reference IExtensionRegistry registry,
            @Reference Troubles troubles) {
        this.services = new ContributedServices<>(context, registry,
                new ContributedServices.Kind<>(POINT, "driver", ScannerDriver.class,
                        element -> new ExtensionDriver(new Contribution<>(element, ScannerDriver.class, troubles))));
    }

    @Deactivate
    public void close() {
        services.close();
    }
}
