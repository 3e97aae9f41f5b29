/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import org.carrel.uitests.driver.UiDriver;
import org.junit.jupiter.api.Nested;

/** Every scenario there is, on one driver: a test class per driver extends this. */
public abstract class EveryScenario {

    private final UiDriver driver;

    protected EveryScenario(UiDriver driver) {
        this.driver = driver;
    }

    @Nested
    class DeskDay extends DeskDayScenario {
        DeskDay() {
            super(driver);
        }
    }

    @Nested
    class DueDate extends DueDateScenario {
        DueDate() {
            super(driver);
        }
    }

    @Nested
    class WrongBarcodes extends WrongBarcodesScenario {
        WrongBarcodes() {
            super(driver);
        }
    }

    @Nested
    class Deleting extends DeleteScenario {
        Deleting() {
            super(driver);
        }
    }

    @Nested
    class Upload extends UploadScenario {
        Upload() {
            super(driver);
        }
    }

    @Nested
    class ScanDuringUpload extends ScanDuringUploadScenario {
        ScanDuringUpload() {
            super(driver);
        }
    }

    @Nested
    class Scanners extends ScannersScenario {
        Scanners() {
            super(driver);
        }
    }

    @Nested
    class SetUpScanners extends SetUpScannersScenario {
        SetUpScanners() {
            super(driver);
        }
    }

    @Nested
    class Inventory extends InventoryScenario {
        Inventory() {
            super(driver);
        }
    }

    @Nested
    class Shelf extends ShelfScenario {
        Shelf() {
            super(driver);
        }
    }

    @Nested
    class Findings extends FindingsScenario {
        Findings() {
            super(driver);
        }
    }

    @Nested
    class Keyboard extends KeyboardScenario {
        Keyboard() {
            super(driver);
        }
    }

    @Nested
    class FilterAndColumns extends FilterAndColumnsScenario {
        FilterAndColumns() {
            super(driver);
        }
    }

    @Nested
    class Restart extends RestartScenario {
        Restart() {
            super(driver);
        }
    }

    @Nested
    class Extensions extends ExtensionsScenario {
        Extensions() {
            super(driver);
        }
    }

    @Nested
    class Window extends WindowScenario {
        Window() {
            super(driver);
        }
    }

    @Nested
    class AccessibleNames extends AccessibleNamesScenario {
        AccessibleNames() {
            super(driver);
        }
    }
}
