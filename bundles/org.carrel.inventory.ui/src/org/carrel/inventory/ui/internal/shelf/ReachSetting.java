/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.Objects;

import org.carrel.model.inventory.InventoryRead.Kind;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far out of order the device of this workstation reads: 0 for scanners, which read one book after the other; some
 * books for a wand that reads RFID tags. Kept per workstation. Any thread.
 */
final class ReachSetting {

    private static final Logger LOG = LoggerFactory.getLogger(ReachSetting.class);
    private static final String REACH = "reach";

    private final Preferences preferences;

    ReachSetting(Preferences preferences) {
        this.preferences = Objects.requireNonNull(preferences, "preferences");
    }

    int get() {
        return Math.clamp(preferences.getInt(REACH, 0), 0, Kind.FARTHEST);
    }

    void set(int reach) {
        preferences.putInt(REACH, Math.clamp(reach, 0, Kind.FARTHEST));
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            LOG.warn("How far the wand reaches is forgotten at the end", e);
        }
    }
}
