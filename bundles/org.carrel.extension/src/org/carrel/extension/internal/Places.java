/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.carrel.extension.ExtensionPlaces;
import org.carrel.extension.Extensions;
import org.carrel.extension.contribution.Troubles;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Extensions in the framework of this program. Immediate: what was started is known for as long as it runs. */
@Component(immediate = true)
public final class Places implements ExtensionPlaces {

    private final BundleContext context;
    private final Troubles troubles;
    private final Map<Path, Extensions> known = new ConcurrentHashMap<>();

    @Activate
    public Places(BundleContext context, @Reference Troubles troubles) {
        this.context = context;
        this.troubles = troubles;
    }

    @Override
    public Extensions at(Path data) {
        return known.computeIfAbsent(data.toAbsolutePath().normalize(),
                folder -> Extensions.in(folder, context, troubles, Clock.systemUTC()));
    }
}
