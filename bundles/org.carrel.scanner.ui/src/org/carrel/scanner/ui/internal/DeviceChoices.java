/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.util.List;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerService;

/**
 * What can be done with the devices that are selected, and what is to be asked before one is forgotten. Immutable.
 *
 * @param selected at most one, as the list has it
 */
record DeviceChoices(Optional<DeviceView> selected) {

    private static final Texts TEXTS = Texts.of(DeviceChoices.class);

    boolean canChange() {
        return selected.isPresent();
    }

    /** Whether there is something to try again. */
    boolean canReconnect() {
        return selected.filter(device -> device.status().state() == State.LOST
                || device.status().state() == State.CONNECTING).isPresent();
    }

    boolean isOn() {
        return selected.filter(device -> device.settings().enabled()).isPresent();
    }

    /** What the switch reads. */
    String switchLabel() {
        return TEXTS.get(isOn() ? "devices.switchOff" : "devices.switchOn");
    }

    /** What would be lost with the device, and what would not, in whole sentences. */
    static String lossOf(DeviceView device, List<DeviceView> all, ScannerService scanners) {
        StringBuilder text = new StringBuilder(TEXTS.get("remove.loss", device.settings().name()));
        boolean last = all.stream().map(DeviceView::settings)
                .noneMatch(other -> other.enabled() && !other.id().equals(device.settings().id()));
        if (last) {
            text.append("\n\n").append(TEXTS.get("remove.last"));
        }
        int tags = scanners.toFix().size();
        if (tags > 0 && device.securesItems()) {
            text.append("\n\n").append(TEXTS.get("remove.tags", tags));
        }
        return text.append("\n\n").append(TEXTS.get("remove.kept")).toString();
    }
}
