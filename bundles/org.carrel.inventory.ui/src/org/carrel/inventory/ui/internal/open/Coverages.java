/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.open;

import java.util.Objects;

import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.model.inventory.InventoryProject;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Of which projects somebody said that all of the scope was read. Kept per workstation. Any thread. */
final class Coverages {

    private static final Logger LOG = LoggerFactory.getLogger(Coverages.class);
    private static final String WHOLE = "whole.";

    private final Preferences preferences;

    Coverages(Preferences preferences) {
        this.preferences = Objects.requireNonNull(preferences, "preferences");
    }

    Coverage of(InventoryProject project) {
        return preferences.getBoolean(key(project), false) ? Coverage.WHOLE_SCOPE : Coverage.WHAT_WAS_READ;
    }

    void set(InventoryProject project, Coverage coverage) {
        preferences.putBoolean(key(project), coverage == Coverage.WHOLE_SCOPE);
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            LOG.warn("Whether all of a scope was read is forgotten at the end", e);
        }
    }

    /** Numbers are never used again, but two branches may have the same: the moment tells them apart. */
    private static String key(InventoryProject project) {
        return WHOLE + project.number() + '.' + project.madeAt().toEpochMilli();
    }
}
