/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import org.eclipse.core.runtime.IProduct;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a branch shows while its data is opened: the picture that its product names as {@code startupPicture}. The
 * platform's own needs a native launcher, which this product does without. UI thread only.
 */
final class StartupPicture implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartupPicture.class);
    private static final String PROPERTY = "startupPicture";

    private final Optional<Shell> shell;

    private StartupPicture(Optional<Shell> shell) {
        this.shell = shell;
    }

    /** Shows it until it is closed; nothing when the product has none, or one that cannot be shown. */
    static StartupPicture show(Display display) {
        IProduct product = Platform.getProduct();
        String named = product == null ? null : product.getProperty(PROPERTY);
        if (named == null) {
            return new StartupPicture(Optional.empty());
        }
        try (InputStream in = new URI(named).toURL().openStream()) {
            Image picture = new Image(display, in);
            Shell shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
            shell.addDisposeListener(event -> picture.dispose());
            shell.addPaintListener(event -> event.gc.drawImage(picture, 0, 0));
            Rectangle size = picture.getBounds();
            Rectangle screen = display.getPrimaryMonitor().getClientArea();
            shell.setBounds(screen.x + (screen.width - size.width) / 2, screen.y + (screen.height - size.height) / 2,
                    size.width, size.height);
            shell.open();
            // Nobody dispatches events while the data is opened: what there is now is what is seen.
            while (display.readAndDispatch()) {
                shell.update();
            }
            return new StartupPicture(Optional.of(shell));
        } catch (IOException | URISyntaxException | IllegalArgumentException | SWTException e) {
            LOG.warn("The picture {} of this product cannot be shown", named, e);
            return new StartupPicture(Optional.empty());
        }
    }

    @Override
    public void close() {
        shell.filter(shown -> !shown.isDisposed()).ifPresent(Shell::dispose);
    }
}
