/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Where the program is installed. */
public final class InstallArea {

    private InstallArea() {}

    /** Where this bundle runs; empty on a plain class path. */
    public static Optional<Path> ofThisBundle() {
        return Optional.ofNullable(FrameworkUtil.getBundle(InstallArea.class)).map(Bundle::getBundleContext)
                .flatMap(InstallArea::of);
    }

    /** From Equinox's {@code osgi.install.area}, a URL that need not be encoded; empty when it is not a folder. */
    static Optional<Path> of(BundleContext bundle) {
        return Optional.ofNullable(bundle.getProperty("osgi.install.area")).flatMap(InstallArea::folder);
    }

    static Optional<Path> folder(String url) {
        try {
            return Optional.of(Path.of(URI.create(url.replace(" ", "%20"))));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
