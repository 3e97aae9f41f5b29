/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.carrel.model.TransactionState;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scanning")
public abstract class ScanDuringUploadScenario extends Scenario {

    protected ScanDuringUploadScenario(UiDriver ui) {
        super(ui);
    }

    @Test
    void goes_on_while_an_upload_runs() {
        practice().misbehave("ncip latency 1s");
        desk.toCheckIn();
        for (int item = 1; item <= 20; item++) {
            desk.scan(Practice.item(item));
        }
        practice().holds(20);
        desk.upload();
        Waiting.until("the upload runs", practice()::isUploading);

        desk.toCheckOut().servePatron(Practice.patron(14));
        for (int item = 72; item <= 76; item++) {
            desk.scan(Practice.item(item)).hears("Checked out  " + Practice.item(item));
        }
        practice().holds(25);
        assertTrue(practice().isUploading(), "the upload was still running when the last scan was on disk");

        practice().misbehave("");
        Waiting.until("the upload is over", () -> !practice().isUploading());
        for (int item = 72; item <= 76; item++) {
            practice().settles(Practice.item(item), TransactionState.AWAITING_SYNC);
        }
    }
}
