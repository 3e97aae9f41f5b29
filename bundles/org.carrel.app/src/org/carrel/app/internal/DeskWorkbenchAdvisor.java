/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import org.eclipse.ui.application.WorkbenchAdvisor;

/** Opens the workbench on the desk perspective. */
final class DeskWorkbenchAdvisor extends WorkbenchAdvisor {

    @Override
    public String getInitialWindowPerspectiveId() {
        return "org.carrel.app.desk";
    }
}
