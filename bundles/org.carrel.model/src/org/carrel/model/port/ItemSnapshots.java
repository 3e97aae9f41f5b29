/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.carrel.model.ItemRecord;

/**
 * The branch's item snapshot. A service; safe for use by several threads; not for the UI thread, for files are read and
 * written.
 */
public interface ItemSnapshots {

    /** What there is now. The first call opens and verifies the snapshot; later ones are cheap until it is replaced. */
    State current();

    /** What there is. */
    sealed interface State {

        /** No item file was imported yet. */
        record None() implements State {}

        /** An item file was imported. */
        record Ready(ItemSnapshot snapshot) implements State {
            public Ready {
                Objects.requireNonNull(snapshot, "snapshot");
            }
        }

        /** There is one, but it cannot be used. @param sentence what is the matter and what to do */
        record Refused(String sentence) implements State {
            public Refused {
                Objects.requireNonNull(sentence, "sentence");
            }
        }
    }

    /** How items are put in shelf order. */
    interface ShelfKeys {

        /** The bytes whose unsigned order is shelf order within one shelving location. Never null; may be empty. */
        byte[] of(ItemRecord item);

        /** Changes when the keys do: keys of different versions are not compared. Short. */
        String version();
    }

    /** Follows an import. Both are called on the importing thread, often. */
    interface Monitor {

        /**
         * @param done  how much of the work is done, in no special unit
         * @param total how much there is
         */
        void progress(long done, long total);

        /** Whether to stop; what was there stays then. */
        boolean isCancelled();

        /** Nobody watches. */
        Monitor SILENT = new Monitor() {
            @Override
            public void progress(long done, long total) {
                // Nobody watches.
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }

    /**
     * Reads {@code source} and puts it in the place of what is there. Until the new snapshot is on the disk as a whole,
     * the former one stays, whatever happens; a process that is killed leaves the one or the other. When another import
     * is under way, this one fails.
     *
     * @param fewest with fewer items than that the former snapshot stays, and the import ends as
     *               {@link Imported.TooFew}
     */
    Imported replace(ItemSource source, ShelfKeys keys, long fewest, Monitor monitor);

    /** The same with any number of items. */
    Imported replace(ItemSource source, ShelfKeys keys, Monitor monitor);

    /** Whether an import is under way, here or in another program on the same data. */
    boolean isImporting();

    /** How an import ended. */
    sealed interface Imported {

        /**
         * The new snapshot is on the disk and is the current one.
         *
         * @param bad how many bad rows there are, by reason; without those that do not occur
         */
        record Done(ItemSnapshot snapshot, Map<ItemSource.Reason, Long> bad) implements Imported {
            public Done {
                Objects.requireNonNull(snapshot, "snapshot");
                bad = Map.copyOf(bad);
            }
        }

        /**
         * There are fewer items than were asked for. The former snapshot is untouched. @param items how many there are
         */
        record TooFew(long items) implements Imported {}

        /** Somebody stopped it. The former snapshot is untouched. */
        record Cancelled() implements Imported {}

        /** The former snapshot is untouched. @param sentence what happened and what to do */
        record Failed(String sentence) implements Imported {
            public Failed {
                Objects.requireNonNull(sentence, "sentence");
            }
        }
    }

    /**
     * The bad rows of the current snapshot, in the order of the file but for duplicates, which come last.
     *
     * @throws IOException when they cannot be read
     */
    void badRows(Consumer<ItemSource.BadRow> reader) throws IOException;

    /** Hears of each new snapshot, on the thread that imported it. */
    Subscription observe(Consumer<ItemSnapshot> observer);
}
