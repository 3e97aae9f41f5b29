/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;

/** Tells the operating system's widgets when the theme is dark, so that menus and scroll bars are so as well. */
final class DarkGround {

    private final Display display;

    DarkGround(Display display) {
        this.display = display;
    }

    void follow(IEclipseContext context) {
        IThemeEngine themes = context.get(IThemeEngine.class);
        if (themes != null && themes.getActiveTheme() != null) {
            apply(themes.getActiveTheme());
        }
        context.get(IEventBroker.class).subscribe(IThemeEngine.Events.THEME_CHANGED,
                event -> apply((ITheme) event.getProperty(IThemeEngine.Events.THEME)));
    }

    private void apply(ITheme theme) {
        display.setDarkThemePreferred(theme.getId().contains("dark"));
    }
}
