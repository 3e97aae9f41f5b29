/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import org.eclipse.equinox.app.IApplication;

/**
 * What the start script does when the program has ended, told by what it ends with. Going from a branch to practice
 * mode and back is another program each time: what one knew, the other never learns. UI thread only.
 */
final class NextStart {

    /** As the start scripts know it: once more, in practice mode. */
    static final Integer PRACTICE = 24;

    /** As the start scripts know it: once more, as it was started first. */
    static final Integer BRANCH = 25;

    private Integer exitCode = IApplication.EXIT_OK;

    /** For {@code org.eclipse.equinox.app}. */
    Integer exitCode() {
        return exitCode;
    }

    void practice() {
        exitCode = PRACTICE;
    }

    void branch() {
        exitCode = BRANCH;
    }

    /** Nothing: the person ends the program, or stays after all. */
    void nothing() {
        exitCode = IApplication.EXIT_OK;
    }
}
