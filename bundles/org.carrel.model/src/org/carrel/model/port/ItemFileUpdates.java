/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.model.FetchSchedule;
import org.carrel.model.port.ItemSnapshots.Monitor;

/**
 * Fetches the newest item file from where the branch's profile says and puts its items in the place of those from
 * before. A service; safe for use by several threads. It starts no thread and no timer of its own: whoever wants it to
 * happen on schedule asks {@link #next()} and calls {@link #runIfDue}.
 */
public interface ItemFileUpdates {

    /** How it stands. At once, and from memory after the first call. */
    Status status();

    /** When the next one is due by the schedule; in the past when it is due now, empty when it is never. */
    Optional<Instant> next();

    /**
     * Fetches and imports now, because somebody asked for it. Takes as long as it takes: not for the UI thread. When it
     * is running already, or another import is, it ends at once as {@link Result#BUSY}, and nothing is kept of that.
     *
     * @param smaller whether a file with far fewer items than there are is meant to be so
     */
    Last run(Monitor monitor, boolean smaller);

    /** The same; a file with far fewer items is held back. */
    Last run(Monitor monitor);

    /** The same when it is due, and otherwise nothing: empty. */
    Optional<Last> runIfDue(Monitor monitor);

    /** Hears of each change of {@link #status()}, on the thread that made it. */
    Subscription observe(Consumer<Status> observer);

    /**
     * How it stands.
     *
     * @param server   where files are fetched; empty when the profile names no server
     * @param schedule when they are
     * @param next     see {@link ItemFileUpdates#next()}
     * @param running  whether one is being fetched now, by this program
     * @param last     how the last one ended; empty when there was none
     */
    record Status(Optional<ItemFileServer.Place> server, FetchSchedule schedule, Optional<Instant> next,
            boolean running, Optional<Last> last) {
        public Status {
            Objects.requireNonNull(server, "server");
            Objects.requireNonNull(schedule, "schedule");
            Objects.requireNonNull(next, "next");
            Objects.requireNonNull(last, "last");
        }
    }

    /** How fetching ended. */
    enum Result {
        /** There are new items. */
        IMPORTED,
        /** The newest file is the one that was imported before. */
        UNCHANGED,
        /**
         * The file has far fewer items than there are, by the branch's rule; those stay until somebody says otherwise.
         */
        HELD_BACK,
        /** Nothing was changed; why, the sentence says. */
        FAILED,
        /** Somebody stopped it. */
        CANCELLED,
        /** Another import is under way. */
        BUSY
    }

    /**
     * One that ended.
     *
     * @param at       when
     * @param result   how
     * @param file     the name of the file; empty when none was found
     * @param sentence what happened and, when that is needed, what to do
     * @param news     whether it is worth telling: false when it ended just as the one before it, so that a server that
     *                 is away for a week is told of once
     */
    record Last(Instant at, Result result, String file, String sentence, boolean news) {
        public Last {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(sentence, "sentence");
        }
    }
}
