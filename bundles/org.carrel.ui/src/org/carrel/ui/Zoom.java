/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import org.eclipse.swt.widgets.Composite;

/**
 * The size of text in Carrel's views, in per cent of the ordinary size. A service. Kept per workstation. UI thread
 * only.
 */
public interface Zoom {

    int MINIMUM = 70;
    int ORDINARY = 100;
    int MAXIMUM = 250;

    /** The data of a table whose columns are as wide as the ordinary size needs, whatever the size is now. */
    String ORDINARY_COLUMNS = "org.carrel.ui.ordinaryColumns";

    /** Per cent. */
    int percent();

    /** One step larger. */
    void in();

    /** One step smaller. */
    void out();

    /** Back to {@link #ORDINARY}. */
    void reset();

    /**
     * Lets {@code root} and everything in it follow the zoom, now and until it is disposed. Call it at the end of
     * making a view, and {@link #refresh} after controls were added to it.
     */
    void follow(Composite root);

    /** Takes in controls that were added to a {@code root} that follows already. */
    void refresh(Composite root);
}
