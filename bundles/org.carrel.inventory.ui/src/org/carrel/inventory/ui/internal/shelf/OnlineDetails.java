/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemDetails;
import org.carrel.model.ItemStatus;
import org.carrel.model.Texts;
import org.carrel.model.port.ItemLookup;
import org.carrel.model.port.ItemLookup.Answer;
import org.carrel.model.port.ItemLookup.Reason;
import org.carrel.ui.Tone;

/**
 * Asks the library system about the book that was read last, where there is one to ask. Nobody waits for it, and an
 * answer that comes when another book was read is about nothing any more. UI thread only.
 */
final class OnlineDetails {

    private static final Texts TEXTS = Texts.of(OnlineDetails.class);

    private final Optional<ItemLookup> lookup;
    private final Executor ui;
    private Optional<CompletableFuture<Answer>> question = Optional.empty();

    /** @param lookup empty where nobody can be asked */
    OnlineDetails(Optional<ItemLookup> lookup, Executor ui) {
        this.lookup = lookup;
        this.ui = ui;
    }

    /** What the screen says of an answer. @param surprise whether the item file said otherwise, so it is heard */
    record Line(Tone tone, String sentence, boolean surprise) {

        static final Line NOTHING = new Line(Tone.NEUTRAL, "", false);
    }

    /** Shows lines of {@code item} from now on. */
    interface Listener {
        void show(Line line);
    }

    /**
     * Asks about {@code item}, and no more about the one before.
     *
     * @param expected whether the item file says that it is on the shelf
     */
    void ask(ItemBarcode item, boolean expected, Listener listener) {
        forget();
        if (lookup.isEmpty() || !lookup.get().isSetUp()) {
            return;
        }
        CompletableFuture<Answer> asked = lookup.get().lookUp(item);
        question = Optional.of(asked);
        asked.thenAccept(answer -> ui.execute(() -> {
            if (question.filter(one -> one == asked).isPresent()) {
                listener.show(line(answer, expected));
            }
        }));
        if (!asked.isDone()) {
            listener.show(new Line(Tone.NEUTRAL, TEXTS.get("online.asking"), false));
        }
    }

    /** What is asked now is of no interest any more. */
    void forget() {
        question.ifPresent(before -> before.cancel(false));
        question = Optional.empty();
    }

    private static Line line(Answer answer, boolean expected) {
        return switch (answer) {
            case Answer.Known known -> known(known.details(), expected);
            case Answer.Unknown unknown -> new Line(Tone.CAUTION, TEXTS.get("online.unknown", unknown.sentence())
                    .strip(), true);
            case Answer.None none when none.reason() == Reason.NOT_SET_UP
                    || none.reason() == Reason.CLOSED -> Line.NOTHING;
            case Answer.None none -> new Line(Tone.NEUTRAL, TEXTS.get("online.none", none.sentence()), false);
        };
    }

    private static Line known(ItemDetails details, boolean expected) {
        String due = details.due().isBlank() ? "" : TEXTS.get("online.due", details.due());
        String said = Stream.concat(Stream.of(details.statusWords(), due, where(details)), details.remarks().stream())
                .filter(text -> !text.isBlank()).collect(Collectors.joining(" · "));
        boolean away = details.status() != ItemStatus.OTHER && !details.status().expectedOnShelf();
        return new Line(away ? Tone.CAUTION : Tone.NEUTRAL, TEXTS.get(away ? "online.away" : "online.known", said),
                away && expected);
    }

    private static String where(ItemDetails details) {
        return details.currentLocation().isBlank() ? details.permanentLocation() : details.currentLocation();
    }
}
