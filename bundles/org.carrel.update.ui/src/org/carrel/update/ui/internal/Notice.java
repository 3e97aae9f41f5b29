/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import org.carrel.model.Texts;
import org.carrel.update.Release;
import org.carrel.update.UpdateAnswer;

/**
 * What the strip at the top of the window says about updates. What comes by itself, or only after a while, is said
 * there and never in a dialog: somebody may be scanning by then, and what they scan must not end in a question.
 */
sealed interface Notice {

    /** What the strip says. */
    String sentence();

    /** A newer version can be installed. */
    record Offer(UpdateAnswer.Newer newer) implements Notice {
        @Override
        public String sentence() {
            return TEXTS.get("notice.offer", newer.newer().name(), newer.newer().version());
        }
    }

    /** Another version is installed, and runs after a restart. */
    record Installed(Release now) implements Notice {
        @Override
        public String sentence() {
            return TEXTS.get("notice.installed", now.name(), now.version());
        }
    }

    /** An older version can come back. */
    record WayBack(Release now, Release before) implements Notice {
        @Override
        public String sentence() {
            return TEXTS.get("notice.back", before.version(), now.version());
        }
    }

    /**
     * Something to know.
     *
     * @param wrong whether it is not as somebody wanted it
     */
    record Told(String sentence, boolean wrong) implements Notice {}

    /** For the sentences. */
    Texts TEXTS = Texts.of(Notice.class);

    /** What is to be said of that answer. */
    static Notice of(UpdateAnswer answer) {
        return switch (answer) {
            case UpdateAnswer.Newer newer -> new Offer(newer);
            case UpdateAnswer.Done done -> new Installed(done.now());
            case UpdateAnswer.Nothing nothing -> new Told(
                    TEXTS.get("check.nothing", nothing.now().name(), nothing.now().version()), false);
            case UpdateAnswer.Cancelled cancelled -> new Told(TEXTS.get("check.cancelled"), false);
            case UpdateAnswer.Away away -> new Told(away.sentence(), true);
            case UpdateAnswer.Refused refused -> new Told(refused.sentence(), true);
        };
    }
}
