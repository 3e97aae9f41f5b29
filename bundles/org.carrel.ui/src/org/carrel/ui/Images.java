/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

/** Images of the icon set, held for as long as their owner lives. UI thread only. */
public final class Images {

    private final ResourceManager resources;

    private Images(ResourceManager resources) {
        this.resources = resources;
    }

    /** Images that are released when {@code owner} is disposed. */
    public static Images of(Control owner) {
        return new Images(new LocalResourceManager(JFaceResources.getResources(owner.getDisplay()), owner));
    }

    /** At 16 × 16 points; never dispose it. */
    public Image get(Icon icon) {
        return resources.get(icon.descriptor());
    }

    /** At 32 × 32 points; never dispose it. */
    public Image large(Icon icon) {
        return resources.get(icon.largeDescriptor());
    }
}
