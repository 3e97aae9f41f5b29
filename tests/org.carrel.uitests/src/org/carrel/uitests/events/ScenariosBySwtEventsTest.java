/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.events;

import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.scenarios.EveryScenario;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.DisplayName;

/** All scenarios, driven by SWT events. */
@DisplayName("By SWT events:")
class ScenariosBySwtEventsTest extends EveryScenario {

    private static final UiDriver DRIVER = new EventDriver(PlatformUI.getWorkbench().getDisplay());

    ScenariosBySwtEventsTest() {
        super(DRIVER);
    }
}
