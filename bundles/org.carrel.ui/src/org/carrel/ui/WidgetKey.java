/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import org.eclipse.swt.widgets.Widget;

/**
 * Names a widget for those who look for it by name: scenarios that drive the window, whatever they are driven with. The
 * name is kept where SWTBot looks by itself. It is never shown and never translated. UI thread only.
 */
public final class WidgetKey {

    /** The key under which {@link Widget#getData(String)} holds the name. */
    public static final String KEY = "org.eclipse.swtbot.widget.key";

    private WidgetKey() {}

    /** Names {@code widget} and gives it back; {@code name} is like {@code circulation.item}: view, dot, widget. */
    public static <T extends Widget> T mark(T widget, String name) {
        widget.setData(KEY, name);
        return widget;
    }
}
