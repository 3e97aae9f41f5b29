/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.writeback;

import org.carrel.inventory.writeback.LeftOut;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.model.Texts;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.ui.Icon;
import org.carrel.ui.Moments;
import org.carrel.ui.Tone;

/** What the view says. */
final class ToldWords {

    private static final Texts TEXTS = Texts.of(ToldWords.class);

    private ToldWords() {}

    static String of(State state) {
        return TEXTS.get("state." + state.name());
    }

    static Icon icon(State state) {
        return switch (state) {
            case WAITING -> Icon.AWAITING;
            case IN_FLIGHT -> Icon.IN_FLIGHT;
            case TOLD -> Icon.UPLOADED;
            case REFUSED -> Icon.UPLOAD_FAILED;
            case UNKNOWN -> Icon.QUESTION;
            case LEFT -> Icon.SUPERSEDED;
        };
    }

    /** What to do about a row: a sentence; empty when nothing is to be done. */
    static String nextStep(Told row) {
        return switch (row.state()) {
            case REFUSED -> LeftOut.REFUSED_BEFORE.nextStep();
            case UNKNOWN -> LeftOut.OUTCOME_UNKNOWN.nextStep();
            case WAITING, IN_FLIGHT, TOLD, LEFT -> "";
        };
    }

    static String since(Told row, Moments moments) {
        return row.entry().map(WriteBackEntry::changedAt).map(moments::inTable).orElse("");
    }

    static String said(Told row) {
        return row.entry().map(WriteBackEntry::detail).orElse("");
    }

    /** All there is to say of a row, for hovering and screen readers. */
    static String inFull(Told row) {
        return String.join("\n", of(row.state()), said(row), nextStep(row)).replaceAll("\n+", "\n").strip();
    }

    /** How far it is, in one sentence, and in another that not all are listed. @param most that are listed */
    static String summary(ToldList list, int most) {
        String all = TEXTS.get("summary", list.toTell(), list.count(State.TOLD),
                list.count(State.REFUSED) + list.count(State.UNKNOWN));
        return list.rows().size() <= most ? all : all + ' ' + TEXTS.get("summary.rest", most, list.rows().size());
    }

    /** What came of a push, and what to do next. */
    static String of(Pushed pushed) {
        String counts = TEXTS.get("pushed", pushed.told(), pushed.refused(), pushed.unknown(), pushed.waiting());
        String next = pushed.refused() + pushed.unknown() > 0 ? TEXTS.get("pushed.decide") : "";
        return String.join(" ", pushed.detail(), counts, next).strip();
    }

    static Tone tone(Pushed pushed) {
        return switch (pushed.ending()) {
            case COMPLETED -> pushed.refused() + pushed.unknown() + pushed.waiting() > 0 ? Tone.CAUTION : Tone.GOOD;
            case CANCELLED -> Tone.NEUTRAL;
            case NOT_ALLOWED, SIGN_IN_REFUSED, SYSTEM_AWAY, STORE_FAILED -> Tone.BAD;
        };
    }
}
