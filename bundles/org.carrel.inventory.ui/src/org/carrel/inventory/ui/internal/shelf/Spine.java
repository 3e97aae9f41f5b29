/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.Objects;
import java.util.OptionalInt;

import org.carrel.model.Texts;

/**
 * One book in the picture of a shelf, or the gap where one should be.
 *
 * @param look       how it is drawn
 * @param row        in the list of what is expected
 * @param entry      among what was read
 * @param callNumber or a barcode
 * @param title      may be empty
 * @param note       what is the matter, in a few words; may be empty
 */
record Spine(Look look, OptionalInt row, OptionalInt entry, String callNumber, String title, String note) {

    /** How a spine is drawn: each has a shape of its own. */
    enum Look {
        /** Read, and all is well. */
        READ,
        /** Read, and to be moved: it leans. */
        MISPLACED,
        /** Read, and of another shelf or of nobody: it has a mark. */
        FOREIGN,
        /** Read, and the library system believes it elsewhere: it has a band. */
        STATUS,
        /** A gap with a dashed edge. */
        MISSING,
        /** Not read yet. */
        AHEAD,
        /** More than fits between two books was not read. */
        JUMP;

        String word() {
            return Texts.of(Look.class).get("look." + name());
        }
    }

    Spine {
        Objects.requireNonNull(look, "look");
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(callNumber, "callNumber");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(note, "note");
    }

    /** For whoever does not see it. */
    String spoken() {
        Texts texts = Texts.of(Spine.class);
        if (look == Look.JUMP) {
            return note;
        }
        return note.isEmpty() ? texts.get("spine.spoken", callNumber, title, look.word())
                : texts.get("spine.spoken.note", callNumber, title, look.word(), note);
    }
}
