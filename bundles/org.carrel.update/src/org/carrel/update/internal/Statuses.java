/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IStatus;

/** What p2 says when something goes wrong: often a tree, with what happened in a leaf. */
final class Statuses {

    private Statuses() {}

    /** How the engine begins a child that says where it was, and not what happened. */
    private static final String WHERE = "session context was:";

    /** The sentence of the first leaf that is as bad as the whole and says what happened. */
    static String first(IStatus status) {
        for (IStatus child : status.getChildren()) {
            if (child.getSeverity() == status.getSeverity() && !child.getMessage().startsWith(WHERE)) {
                return first(child);
            }
        }
        return status.getMessage() == null || status.getMessage().isBlank()
                ? String.valueOf(status.getException())
                : status.getMessage();
    }

    /** What was thrown there. */
    static Optional<Throwable> thrown(IStatus status) {
        return Stream.concat(Arrays.stream(status.getChildren()).flatMap(child -> thrown(child).stream()),
                Stream.ofNullable(status.getException())).findFirst();
    }
}
