/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.net.URL;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;

/**
 * The icon set: SVG drawings under {@code icons/}, made for this project, legible on light and on dark. An image of an
 * icon comes from {@link Images}. From a {@code plugin.xml}:
 * {@code platform:/plugin/org.carrel.ui/icons/upload.svg}.
 */
public enum Icon {
    CARREL, CHECK_OUT, CHECK_IN, PATRON, ITEM, CALENDAR,
    SAVED, WARNING, REFUSED, INFO, QUESTION, NOT_SAVED, JOURNAL,
    AWAITING, IN_FLIGHT, COMMS_FAILURE, UPLOADED, UPLOAD_FAILED, SUPERSEDED,
    UPLOAD, CLEAR, RETRY, CORRECT, SHELF, TODO, HISTORY, EXPORT, CANCEL, DONE,
    ONLINE, OFFLINE, CIRCULATION, SYNC, PRACTICE, PRACTICE_LIGHT, FAULT,
    FILTER, COLUMNS, COPY, SOUND, ZOOM_IN, ZOOM_OUT, ZOOM_RESET, SETTINGS, PROGRESS, SCANNER, INVENTORY;

    /** The drawing at its natural 16 × 16, sharp at every zoom of the display. */
    public ImageDescriptor descriptor() {
        return describe(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The same drawing at 32 × 32, for banners. */
    public ImageDescriptor largeDescriptor() {
        return describe(name().toLowerCase(Locale.ROOT).replace('_', '-') + "-large");
    }

    private static ImageDescriptor describe(String file) {
        URL url = Objects.requireNonNull(Icon.class.getResource("/icons/" + file + ".svg"), file);
        return ImageDescriptor.createFromURL(url);
    }
}
