/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.carrel.circulation.Caution;

/**
 * What somebody at the desk still has to look at. Nothing leaves it by itself except what has been put right by
 * scanning it again, so that a scan that was not recorded cannot be overlooked.
 *
 * @param questions doubtful scans that wait for a decision, the oldest first
 * @param refusals  scans that were not recorded because they could not be right, the oldest first
 * @param unsaved   scans that no disk took, the oldest first
 */
record Attention(List<Question> questions, List<Refusal> refusals, List<Unsaved> unsaved) {

    static final Attention NONE = new Attention(List.of(), List.of(), List.of());

    /** Not recorded until somebody says so. */
    record Question(DeskScan scan, Set<Caution> cautions, String sentence) {}

    /** Not recorded. */
    record Refusal(DeskScan scan, String sentence) {

        /** Whether it was scanned as a patron's card, before any item. */
        boolean isCard() {
            return scan.item().isBlank();
        }
    }

    /** Not recorded, and to be written down on paper. */
    record Unsaved(DeskScan scan, String sentence) {}

    Attention {
        questions = List.copyOf(questions);
        refusals = List.copyOf(refusals);
        unsaved = List.copyOf(unsaved);
    }

    boolean isEmpty() {
        return questions.isEmpty() && refusals.isEmpty() && unsaved.isEmpty();
    }

    /** A second scan of the same thing takes the place of the first: it is still one question. */
    Attention ask(Question question) {
        return new Attention(with(without(questions, old -> old.scan().sameAs(question.scan())), question), refusals,
                unsaved);
    }

    Attention refuse(Refusal refusal) {
        return new Attention(questions,
                with(without(refusals, old -> old.scan().sameAs(refusal.scan())), refusal), unsaved);
    }

    Attention lose(Unsaved scan) {
        return new Attention(questions, refusals, with(unsaved, scan));
    }

    /** {@code scan} is on disk now. */
    Attention settle(DeskScan scan) {
        return new Attention(without(questions, old -> old.scan().sameAs(scan)),
                without(refusals, old -> old.scan().sameAs(scan)), without(unsaved, old -> old.scan().sameAs(scan)));
    }

    Attention withoutFirstQuestion() {
        return new Attention(questions.subList(1, questions.size()), refusals, unsaved);
    }

    /**
     * A card was accepted. One refused card before it was that card's slip; several were scans that went into the wrong
     * field, and stay in sight.
     */
    Attention acceptCard() {
        boolean slip = refusals.stream().filter(Refusal::isCard).count() == 1;
        return slip ? new Attention(questions, without(refusals, Refusal::isCard), unsaved) : this;
    }

    Attention withoutRefusals() {
        return new Attention(questions, List.of(), unsaved);
    }

    Attention withoutUnsaved() {
        return new Attention(questions, refusals, List.of());
    }

    private static <T> List<T> without(List<T> list, Predicate<T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }

    private static <T> List<T> with(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
