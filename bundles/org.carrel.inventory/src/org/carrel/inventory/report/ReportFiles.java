/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Writes reports to files. A service; safe for use by several threads; not for the UI thread.
 *
 * <p>
 * A report is written to a draft beside the file and takes its name in one step: whoever finds the file finds all of it.
 * Until then a file of that name stays as it is.
 */
public interface ReportFiles {

    /** The formats there are, in order of their ids. */
    List<ReportFormat> formats();

    /**
     * Writes {@code report}. A file that is there is replaced.
     *
     * @param format one of {@link #formats()}, by its id
     * @param file   where to; its folder must be there
     */
    Written write(Report report, String format, Path file, ReportSettings settings, Monitor monitor);

    /** How writing ended. */
    sealed interface Written {

        /** The file is there. @param rows how many it has, over all sections and without headers */
        record Done(Path file, long rows) implements Written {
            public Done {
                Objects.requireNonNull(file, "file");
            }
        }

        /** Somebody stopped it. Nothing is left of it. */
        record Cancelled() implements Written {}

        /** There is no new file. @param sentence what happened and what to do */
        record Failed(String sentence) implements Written {
            public Failed {
                Objects.requireNonNull(sentence, "sentence");
            }
        }
    }

    /** Follows the writing, on the thread that writes. */
    interface Monitor {

        /** Heard now and then. @param done rows written @param expected about how many there will be */
        void progress(long done, long expected);

        /** Asked before each row. */
        boolean isCancelled();

        /** Nobody watches. */
        Monitor SILENT = new Monitor() {
            @Override
            public void progress(long done, long expected) {
                // Nobody watches.
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }
}
