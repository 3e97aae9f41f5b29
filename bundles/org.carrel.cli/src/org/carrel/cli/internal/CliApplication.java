/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Runs one command without a window; what it returns becomes the exit code of the process. */
public final class CliApplication implements IApplication {

    /** The store opens within seconds, also when a journal is merged; a service that takes longer is not there. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public Object start(IApplicationContext context) {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        BundleContext bundle = FrameworkUtil.getBundle(CliApplication.class).getBundleContext();
        try (OsgiServices services = new OsgiServices(bundle, PATIENCE)) {
            return new Cli(new Session(services, Terminal.real(), standardData())).run(arguments);
        }
    }

    /** Where the workbench keeps its data too, unless the environment says otherwise. */
    private static Path standardData() {
        return Optional.ofNullable(System.getenv("CARREL_DATA")).filter(folder -> !folder.isBlank()).map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".carrel"));
    }

    @Override
    public void stop() {
        // A command ends by itself; what was acknowledged is on disk whenever the process ends.
    }
}
