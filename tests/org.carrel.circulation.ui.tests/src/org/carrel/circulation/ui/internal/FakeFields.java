/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Fields without a window. */
final class FakeFields implements DeskFields {

    boolean checkIn;
    String patron = "";
    boolean patronRefused;
    Optional<Instant> due = Optional.of(FakeDesk.NOON.plus(Duration.ofDays(14)));

    @Override
    public boolean isCheckIn() {
        return checkIn;
    }

    @Override
    public String patron() {
        return patron;
    }

    @Override
    public void showPatron(String barcode, boolean refused) {
        patron = barcode;
        patronRefused = refused;
    }

    @Override
    public Optional<Instant> due() {
        return due;
    }
}
