/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.Objects;

import org.carrel.ui.Icon;
import org.carrel.ui.Sounds.Sound;
import org.carrel.ui.Tone;

/**
 * What is shown and heard of what was read last.
 *
 * @param tone       how grave it is
 * @param icon       says the same as the tone
 * @param callNumber in the largest type; may be a few other words
 * @param title      in large type; may be empty
 * @param sentence   what is the matter and what to do; empty when nobody needs to look up
 * @param sound      what is heard
 */
record Said(Tone tone, Icon icon, String callNumber, String title, String sentence, Sound sound) {

    Said {
        Objects.requireNonNull(tone, "tone");
        Objects.requireNonNull(icon, "icon");
        Objects.requireNonNull(callNumber, "callNumber");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(sound, "sound");
    }

    Said(Tone tone, String callNumber, String title, String sentence, Sound sound) {
        this(tone, tone.icon(), callNumber, title, sentence, sound);
    }
}
