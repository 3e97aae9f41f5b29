/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.swtbot;

import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.scenarios.EveryScenario;
import org.junit.jupiter.api.DisplayName;

/** All scenarios, driven by SWTBot. */
@DisplayName("On SWTBot:")
class ScenariosOnSwtBotTest extends EveryScenario {

    private static final UiDriver DRIVER = new SwtBotDriver();

    ScenariosOnSwtBotTest() {
        super(DRIVER);
    }
}
