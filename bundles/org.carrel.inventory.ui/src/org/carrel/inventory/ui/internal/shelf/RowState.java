/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.ui.Icon;
import org.carrel.ui.Tone;

/** What is known of one item that was expected. Said by word and icon, never by colour alone. */
enum RowState {
    /** Nobody read it yet. */
    UNREAD(Tone.NEUTRAL, null),
    /** Not expected on the shelf: on loan, say. */
    AWAY(Tone.NEUTRAL, null),
    READ(Tone.GOOD, Icon.SAVED),
    /** Somebody saw it and did not scan it. */
    FOUND(Tone.GOOD, Icon.DONE),
    /** Read, and to be moved. */
    MISPLACED(Tone.CAUTION, Icon.WARNING),
    /** Read where the label said another shelving location. */
    ELSEWHERE(Tone.CAUTION, Icon.SHELF),
    /** Read, and the library system believes it elsewhere. */
    WRONG_STATUS(Tone.WAITING, Icon.INFO),
    /** Its neighbours were read, and it was not. */
    MISSING(Tone.BAD, Icon.QUESTION),
    /** Somebody looked for it. */
    NOT_FOUND(Tone.BAD, Icon.REFUSED);

    private final Tone tone;
    private final Icon icon;

    RowState(Tone tone, Icon icon) {
        this.tone = tone;
        this.icon = icon;
    }

    Tone tone() {
        return tone;
    }

    Optional<Icon> icon() {
        return Optional.ofNullable(icon);
    }

    /** In a word or two; empty when there is nothing to say. */
    String word() {
        return this == UNREAD ? "" : Texts.of(RowState.class).get("state." + name());
    }

    /** Whether the item is here. */
    boolean isHere() {
        return switch (this) {
            case READ, FOUND, MISPLACED, ELSEWHERE, WRONG_STATUS -> true;
            case UNREAD, AWAY, MISSING, NOT_FOUND -> false;
        };
    }

    /** Whether somebody should look at it. */
    boolean isProblem() {
        return switch (this) {
            case MISPLACED, ELSEWHERE, WRONG_STATUS, MISSING, NOT_FOUND -> true;
            case UNREAD, AWAY, READ, FOUND -> false;
        };
    }
}
