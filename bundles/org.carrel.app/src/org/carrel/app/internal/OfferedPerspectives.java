/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.carrel.model.BranchProfile.Features;
import org.carrel.model.BranchProfile.Features.Perspective;
import org.carrel.ui.CarrelIds;

/** What the workbench of a branch has: the perspectives of its profile, in that order. Immutable. */
final class OfferedPerspectives {

    /** In expressions of the {@code plugin.xml}, followed by the name of a perspective in small letters. */
    static final String PROPERTY = "org.carrel.app.perspective.";

    /** Whether there is check-in; in {@code visibleWhen}. */
    static final String CHECK_IN = "org.carrel.app.checkIn";

    private static final Map<Perspective, String> IDS = Map.of(
            Perspective.CIRCULATION, CarrelIds.PERSPECTIVE_CIRCULATION, Perspective.SYNC, CarrelIds.PERSPECTIVE_SYNC,
            Perspective.INVENTORY, CarrelIds.PERSPECTIVE_INVENTORY,
            Perspective.SCANNERS, CarrelIds.PERSPECTIVE_SCANNERS);

    private final Features features;

    OfferedPerspectives(Features features) {
        this.features = features;
    }

    /** Their identifiers, in order. */
    List<String> ids() {
        return features.perspectives().stream().map(IDS::get).toList();
    }

    /** The one that the window opens on. */
    String first() {
        return ids().getFirst();
    }

    /** Whether {@code id} may be shown: what is not Carrel's, for instance a library's own perspective, always may. */
    boolean has(String id) {
        return ids().contains(id) || !IDS.containsValue(id);
    }

    /** Tells the expressions in the {@code plugin.xml} of all bundles; before the workbench looks at them. */
    void publish() {
        for (Perspective perspective : Perspective.values()) {
            System.setProperty(PROPERTY + perspective.name().toLowerCase(Locale.ROOT),
                    Boolean.toString(features.has(perspective)));
        }
        System.setProperty(CHECK_IN, Boolean.toString(features.checkIn()));
    }
}
