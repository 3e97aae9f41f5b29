/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.inventory.InventoryProject;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this workstation worked on last, so that it goes on there after a restart. */
final class LastWork {

    private static final Logger LOG = LoggerFactory.getLogger(LastWork.class);
    private static final String PROJECT = "last.project";
    private static final String NEVER = "never";
    private static final String PERSON = "last.person";
    private static final String DEVICE = "last.device";

    private final Preferences preferences;

    LastWork(Preferences preferences) {
        this.preferences = Objects.requireNonNull(preferences, "preferences");
    }

    /**
     * The one of {@code there} that was open last; empty when it is gone or closed. Where none was ever open, the only
     * one that there is.
     */
    Optional<InventoryProject> among(List<InventoryProject> there) {
        String key = preferences.get(PROJECT, NEVER);
        if (key.equals(NEVER) && there.size() == 1) {
            // Somebody made it elsewhere, at another desk or by a script, and there is no other to choose.
            return there.stream().filter(InventoryProject::isOpen).findFirst();
        }
        return there.stream().filter(project -> project.isOpen() && key(project).equals(key)).findFirst();
    }

    void opened(Optional<InventoryProject> project) {
        preferences.put(PROJECT, project.map(LastWork::key).orElse(""));
        keep();
    }

    /** Who scanned last; empty when nobody did. */
    String person() {
        return preferences.get(PERSON, "");
    }

    /** With what; empty when nobody scanned. */
    String device() {
        return preferences.get(DEVICE, "");
    }

    void scanned(String person, String device) {
        preferences.put(PERSON, person);
        preferences.put(DEVICE, device);
        keep();
    }

    private void keep() {
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            LOG.warn("What was worked on last is forgotten at the end", e);
        }
    }

    /** Two branches may have the same number: the moment tells them apart. */
    private static String key(InventoryProject project) {
        return project.number() + "." + project.madeAt().toEpochMilli();
    }
}
