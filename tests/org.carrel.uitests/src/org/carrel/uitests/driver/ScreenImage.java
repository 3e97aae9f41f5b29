/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;

/** Pictures of the screen. */
public final class ScreenImage {

    private ScreenImage() {}

    /** Writes the whole screen as PNG. Not from the UI thread. */
    public static void write(Display display, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] { display.syncCall(() -> {
            Image image = new Image(display, display.getBounds().width, display.getBounds().height);
            GC gc = new GC(display);
            try {
                gc.copyArea(image, 0, 0);
                return image.getImageData();
            } finally {
                gc.dispose();
                image.dispose();
            }
        }) };
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }
}
