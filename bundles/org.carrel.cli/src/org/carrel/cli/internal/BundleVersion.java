/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.Optional;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import picocli.CommandLine.IVersionProvider;

/** The version of this program, for {@code --version}. */
final class BundleVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        Optional<Bundle> bundle = Optional.ofNullable(FrameworkUtil.getBundle(BundleVersion.class));
        return new String[] { "Carrel " + bundle.map(b -> b.getVersion().toString()).orElse("(unpacked)") };
    }
}
