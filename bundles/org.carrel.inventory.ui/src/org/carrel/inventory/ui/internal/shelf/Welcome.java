/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import org.carrel.inventory.ui.internal.open.OpenProject;
import org.carrel.inventory.ui.internal.open.Result;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventorySession;
import org.carrel.ui.Icon;
import org.carrel.ui.Sounds.Sound;
import org.carrel.ui.Tone;

/** What the view says before anything was scanned: what to do first. */
final class Welcome {

    private static final Texts TEXTS = Texts.of(Welcome.class);

    private Welcome() {}

    /** @param canBegin whether who reads is known without asking */
    static Said of(OpenProject open, Result result, boolean canBegin) {
        if (open.current().isEmpty()) {
            return said("welcome.none", "");
        }
        InventoryProject project = open.current().get();
        if (!project.isOpen()) {
            return said("welcome.closed", project.name());
        }
        if (open.session().isEmpty() && !canBegin) {
            return said("welcome.nobody", project.name());
        }
        String who = open.session().map(InventorySession::person).orElse("");
        return switch (result) {
            case Result.NoItemFile none -> said("welcome.noItemFile", project.name());
            case Result.Refused refused -> new Said(Tone.CAUTION, TEXTS.get("welcome.refused"), project.name(),
                    refused.sentence(), Sound.SAVED);
            default -> new Said(Tone.NEUTRAL, Icon.SCANNER, TEXTS.get("welcome.ready"),
                    who.isEmpty() ? project.name() : TEXTS.get("welcome.who", project.name(), who),
                    TEXTS.get("welcome.ready.sentence"), Sound.SAVED);
        };
    }

    private static Said said(String key, String title) {
        return new Said(Tone.NEUTRAL, Icon.INVENTORY, TEXTS.get(key), title, TEXTS.get(key + ".sentence"),
                Sound.SAVED);
    }
}
