/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** From light to dark and back. */
public final class ThemeHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        IThemeEngine themes = window == null ? null
                : window.getService(IEclipseContext.class).get(IThemeEngine.class);
        if (themes != null) {
            boolean dark = themes.getActiveTheme() != null && themes.getActiveTheme().getId().equals(GeneralPage.DARK);
            themes.setTheme(dark ? GeneralPage.LIGHT : GeneralPage.DARK, true);
        }
        return null;
    }
}
