/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update;

import java.util.Objects;

/** What came of looking, installing or going back. */
public sealed interface UpdateAnswer {

    /**
     * A newer version is there.
     *
     * @param now   what is installed
     * @param newer what could be
     * @param bytes how much has to be fetched for it
     */
    record Newer(Release now, Release newer, long bytes) implements UpdateAnswer {
        public Newer {
            Objects.requireNonNull(now, "now");
            Objects.requireNonNull(newer, "newer");
        }
    }

    /** There is nothing newer, or nothing to go back to. */
    record Nothing(Release now) implements UpdateAnswer {
        public Nothing {
            Objects.requireNonNull(now, "now");
        }
    }

    /**
     * Another version is installed, and runs from the next start of the program on.
     *
     * @param before what was installed
     * @param now    what is
     */
    record Done(Release before, Release now) implements UpdateAnswer {
        public Done {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(now, "now");
        }
    }

    /** Somebody has stopped it; what was installed still is. */
    record Cancelled() implements UpdateAnswer {}

    /**
     * The site could not be reached, or no longer; what was installed still is.
     *
     * @param sentence what happened and what to do
     */
    record Away(String sentence) implements UpdateAnswer {
        public Away {
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /**
     * It must not or cannot be; what was installed still is.
     *
     * @param sentence what is wrong and what to do
     */
    record Refused(String sentence) implements UpdateAnswer {
        public Refused {
            Objects.requireNonNull(sentence, "sentence");
        }
    }
}
