/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update;

import java.util.Optional;

/**
 * Newer versions of the program, by p2. Installing replaces what p2 has installed and nothing else, and does so at its
 * end: whatever fails before leaves the version that runs as it was. The new one runs from the next start on.
 *
 * <p>
 * A service. One thing at a time is done; who comes second waits. Reads and writes files and the network: not for the
 * UI thread. Answers within the time limits of the network, which are half a minute for each wait.
 */
public interface Updates {

    /** Where whoever waits sees how far it is, on the thread that does it. */
    interface Progress {

        /** Sees nothing, and stops nothing. */
        Progress NONE = new Progress() {
            @Override
            public void done(double part) {}

            @Override
            public boolean isCancelled() {
                return false;
            }
        };

        /** So much of it is done, between 0 and 1; never less than before. */
        void done(double part);

        /** Whether somebody wants it to stop; asked often. */
        boolean isCancelled();
    }

    /** Whether a newer version is there: {@code Newer}, {@code Nothing}, or why that cannot be said. */
    UpdateAnswer look(UpdateSource source, Progress progress);

    /** Fetches the newest version, checks it and installs it: {@code Done}, {@code Nothing}, or why not. */
    UpdateAnswer install(UpdateSource source, Progress progress);

    /** Installs the version before this one again, of what is still on the disk: {@code Done}, or why not. */
    UpdateAnswer rollBack(Progress progress);

    /** What is installed; empty when the program was not installed by p2. */
    Optional<Release> installed();

    /** What rolling back would go back to. */
    Optional<Release> before();
}
