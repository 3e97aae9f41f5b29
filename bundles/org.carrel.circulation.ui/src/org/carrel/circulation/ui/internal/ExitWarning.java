/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.Optional;

import org.carrel.model.Texts;

/** What would be gone if the program closed now. Knows nothing of widgets. */
final class ExitWarning {

    private final Texts texts = Texts.of(ExitWarning.class);

    /** In a sentence; empty when nothing would. Refused scans were never right, and are not kept either. */
    Optional<String> about(Attention open) {
        if (!open.unsaved().isEmpty()) {
            return Optional.of(texts.get("exit.unsaved", open.unsaved().size()));
        }
        int undecided = open.questions().size() + open.leftOut().size();
        return undecided == 0 ? Optional.empty() : Optional.of(texts.get("exit.questions", undecided));
    }
}
