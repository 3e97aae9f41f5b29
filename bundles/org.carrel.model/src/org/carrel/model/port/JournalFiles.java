/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

import org.carrel.model.Transaction;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventorySession;

/**
 * Journals that were put aside because not all of it could be read: what is in them, line by line, for somebody who
 * compares it with paper. Reading changes nothing. Safe for use by several threads.
 */
public interface JournalFiles {

    /**
     * Reads {@code file}, sealed or in clear.
     *
     * @param each takes the lines in the order of the file, on the calling thread
     * @throws IOException when the file cannot be read
     */
    void read(Path file, Consumer<Line> each) throws IOException;

    /** A line of a journal; {@code place} is where it stands in the file, from 1. */
    sealed interface Line {

        /** Where it is in the file, counted from 1. */
        long place();

        /** A scan that can be read. */
        record Scan(long place, Transaction transaction) implements Line {
            public Scan {
                Objects.requireNonNull(transaction, "transaction");
            }
        }

        /** Something that was read in an inventory, and in whose session. */
        record Read(long place, InventoryProject project, InventorySession session, InventoryRead.Mark mark)
                implements Line {
            public Read {
                Objects.requireNonNull(project, "project");
                Objects.requireNonNull(session, "session");
                Objects.requireNonNull(mark, "mark");
            }
        }

        /** Something else; {@code words} is what stands there, with {@code ?} for what is no text. */
        record Damaged(long place, String words) implements Line {
            public Damaged {
                Objects.requireNonNull(words, "words");
            }
        }

        /** Sealed, and not with the key of this branch, or changed since. */
        record Closed(long place) implements Line {}
    }
}
