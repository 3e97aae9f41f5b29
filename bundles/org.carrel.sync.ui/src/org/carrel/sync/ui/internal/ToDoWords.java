/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import org.carrel.model.Texts;
import org.carrel.model.ToDo;
import org.carrel.ui.Moments;

/** Lines of the to-do list as the desk reads them. Immutable. */
final class ToDoWords {

    private static final Texts TEXTS = Texts.of(ToDoWords.class);

    private final Moments moments;

    ToDoWords(Moments moments) {
        this.moments = moments;
    }

    String what(ToDo line) {
        return TEXTS.get("todo." + line.followUp().kind());
    }

    String item(ToDo line) {
        return line.item().value();
    }

    String where(ToDo line) {
        return line.followUp().destination();
    }

    String serverSaid(ToDo line) {
        return line.followUp().text();
    }

    String since(ToDo line) {
        return moments.inTable(line.since());
    }

    String done(ToDo line) {
        return line.doneAt().map(moments::inTable).orElse("");
    }
}
