/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Arrays;
import java.util.Optional;

import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.eclipse.core.runtime.IProduct;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

/** The picture beside the name of a branch: the logo that its product has for windows, or Carrel's own. */
final class Logo {

    private static final String WINDOW_IMAGES = "windowImages";
    private static final String SIZE = "-32.png";
    /** Carrel's own is sharper drawn than as a picture. */
    private static final String OURS = "/org.carrel.app/";

    private Logo() {}

    /** At 32 × 32 points, released with {@code owner}; never dispose it. UI thread. */
    static Image large(Control owner) {
        return ofProduct(Optional.ofNullable(Platform.getProduct())).map(logo -> new LocalResourceManager(
                JFaceResources.getResources(owner.getDisplay()), owner).create(ImageDescriptor.createFromURL(logo)))
                .orElseGet(() -> Images.of(owner).large(Icon.CARREL));
    }

    /** Where the product of a branch has its logo; empty when it has none of its own. */
    static Optional<URL> ofProduct(Optional<IProduct> product) {
        return product.flatMap(is -> Optional.ofNullable(is.getProperty(WINDOW_IMAGES))
                .flatMap(images -> Arrays.stream(images.split(",")).map(String::strip)
                        .filter(image -> image.endsWith(SIZE) && !image.contains(OURS)).findFirst())
                .flatMap(image -> address(is, image)));
    }

    private static Optional<URL> address(IProduct product, String image) {
        if (!image.startsWith("platform:")) {
            return Optional.ofNullable(product.getDefiningBundle()).map(bundle -> bundle.getEntry(image));
        }
        try {
            return Optional.of(new URI(image).toURL());
        } catch (MalformedURLException | URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
