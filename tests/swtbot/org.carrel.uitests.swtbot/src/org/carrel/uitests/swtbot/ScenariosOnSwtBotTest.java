/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.swtbot;

import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.scenarios.DeleteScenario;
import org.carrel.uitests.scenarios.DeskDayScenario;
import org.carrel.uitests.scenarios.DueDateScenario;
import org.carrel.uitests.scenarios.FilterAndColumnsScenario;
import org.carrel.uitests.scenarios.KeyboardScenario;
import org.carrel.uitests.scenarios.ScanDuringUploadScenario;
import org.carrel.uitests.scenarios.UploadScenario;
import org.carrel.uitests.scenarios.WrongBarcodesScenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** All scenarios, driven by SWTBot. */
@DisplayName("On SWTBot:")
class ScenariosOnSwtBotTest {

    private static final UiDriver DRIVER = new SwtBotDriver();

    @Nested
    class DeskDay extends DeskDayScenario {
        DeskDay() {
            super(DRIVER);
        }
    }

    @Nested
    class DueDate extends DueDateScenario {
        DueDate() {
            super(DRIVER);
        }
    }

    @Nested
    class WrongBarcodes extends WrongBarcodesScenario {
        WrongBarcodes() {
            super(DRIVER);
        }
    }

    @Nested
    class Deleting extends DeleteScenario {
        Deleting() {
            super(DRIVER);
        }
    }

    @Nested
    class Upload extends UploadScenario {
        Upload() {
            super(DRIVER);
        }
    }

    @Nested
    class ScanDuringUpload extends ScanDuringUploadScenario {
        ScanDuringUpload() {
            super(DRIVER);
        }
    }

    @Nested
    class Keyboard extends KeyboardScenario {
        Keyboard() {
            super(DRIVER);
        }
    }

    @Nested
    class FilterAndColumns extends FilterAndColumnsScenario {
        FilterAndColumns() {
            super(DRIVER);
        }
    }
}
