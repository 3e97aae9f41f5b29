/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.Objects;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.model.port.Reachability;
import org.carrel.ui.Moments;

/**
 * What the desk reads about the way to the library system: a state in words, and whether to offer the upload now.
 *
 * @param state       for the icon; the words say the same
 * @param headline    a few words; never null
 * @param sentence    what that means for the desk; never null
 * @param offersOnline whether the bar that offers to go on line should show
 */
record ConnectionCard(State state, String headline, String sentence, boolean offersOnline) {

    private static final Texts TEXTS = Texts.of(ConnectionCard.class);

    /** What is known of the connection. */
    enum State {
        UNKNOWN, ONLINE, AWAY
    }

    ConnectionCard {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(headline, "headline");
        Objects.requireNonNull(sentence, "sentence");
    }

    /**
     * @param latest    what was seen last, empty before the first look
     * @param pending   how many transactions the next upload would take up
     * @param uploading whether an upload runs now
     */
    static ConnectionCard of(Optional<Reachability> latest, int pending, boolean uploading, Moments moments) {
        if (latest.isEmpty()) {
            return new ConnectionCard(State.UNKNOWN, TEXTS.get("connection.unknown"),
                    TEXTS.get("connection.unknown.sentence"), false);
        }
        Reachability seen = latest.get();
        String time = moments.time(seen.checkedAt());
        if (!seen.reachable()) {
            return new ConnectionCard(State.AWAY, TEXTS.get("connection.away"),
                    TEXTS.get("connection.away.sentence", time), false);
        }
        String sentence = uploading ? TEXTS.get("connection.uploading.sentence")
                : pending == 0 ? TEXTS.get("connection.online.idle", time)
                        : TEXTS.get("connection.online.pending", time, pending);
        return new ConnectionCard(State.ONLINE, TEXTS.get("connection.online"), sentence, pending > 0 && !uploading);
    }
}
