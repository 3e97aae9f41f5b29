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
        return open.questions().isEmpty() ? Optional.empty()
                : Optional.of(texts.get("exit.questions", open.questions().size()));
    }
}
