/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Writes reports to files. A service; safe for use by several threads; not for the UI thread.
 *
 * <p>
 * A report is written to a draft beside the file and takes its name in one step: whoever finds the file finds all of
 * it. Until then a file of that name stays as it is.
 */
public interface ReportFiles {

    /** The formats there are, in order of their ids. */
    List<ReportFormat> formats();

    /**
     * Where to, and as what.
     *
     * @param file     its folder must be there; a file of that name is replaced
     * @param format   one of {@link #formats()}, by its id
     * @param settings how
     */
    record Destination(Path file, String format, ReportSettings settings) {
        public Destination {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(format, "format");
            Objects.requireNonNull(settings, "settings");
        }
    }

    /** Writes {@code report}. */
    Written write(Report report, Destination to, Monitor monitor);

    /** Makes the report of that kind, and writes it. A kind that throws, which may be somebody else's, is a failure. */
    Written write(ReportKind kind, InventoryResults results, Instant madeAt, Destination to, Monitor monitor);

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
