/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.pipeline;

import java.util.ArrayList;
import java.util.List;

import org.carrel.model.Texts;

/** Hears what each step did. */
interface Notes {

    /** Nobody wants to know. */
    Notes NONE = (step, before, after, sentence, arguments) -> {
        // Ten million scans need no explanation.
    };

    /**
     * @param step     the key of its name
     * @param sentence the key of what it did
     */
    void note(String step, String before, String after, String sentence, Object... arguments);

    /** Keeps it. */
    final class Kept implements Notes {

        private final List<Trace.Step> steps = new ArrayList<>();
        private final Texts texts;

        Kept(Texts texts) {
            this.texts = texts;
        }

        @Override
        public void note(String step, String before, String after, String sentence, Object... arguments) {
            steps.add(new Trace.Step(texts.get(step), Escapes.visible(after), !before.equals(after),
                    texts.get(sentence, arguments)));
        }

        List<Trace.Step> steps() {
            return steps;
        }
    }
}
