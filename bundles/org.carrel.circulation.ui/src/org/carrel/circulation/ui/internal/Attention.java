/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.carrel.circulation.Caution;
import org.carrel.model.ItemBarcode;
import org.carrel.model.scan.ToFix;

/**
 * What somebody at the desk still has to look at. Nothing leaves it by itself except what has been put right by
 * scanning it again, so that a scan that was not recorded cannot be overlooked.
 *
 * @param questions doubtful scans that wait for a decision, the oldest first
 * @param refusals  scans that were not recorded because they could not be right, the oldest first
 * @param unsaved   scans that no disk took, the oldest first
 * @param leftOut   items of stacks that were not recorded with the others, in the order read
 * @param tags      items whose tags are to be put right; they are on a list on disk as well
 */
record Attention(List<Question> questions, List<Refusal> refusals, List<Unsaved> unsaved, List<LeftOut> leftOut,
        List<ToFix> tags) {

    static final Attention NONE = new Attention(List.of(), List.of(), List.of(), List.of(), List.of());

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

    /**
     * An item of a stack that was not recorded with the others.
     *
     * @param device   the pad that it lies on, so that its tag can be written once it is recorded
     * @param cautions what recording it all the same passes over
     * @param decided  whether it can be recorded all the same; otherwise it could never be right
     */
    record LeftOut(DeskScan scan, String device, Set<Caution> cautions, boolean decided, String sentence) {

        LeftOut {
            cautions = Set.copyOf(cautions);
        }
    }

    Attention {
        questions = List.copyOf(questions);
        refusals = List.copyOf(refusals);
        unsaved = List.copyOf(unsaved);
        leftOut = List.copyOf(leftOut);
        tags = List.copyOf(tags);
    }

    boolean isEmpty() {
        return questions.isEmpty() && refusals.isEmpty() && unsaved.isEmpty() && leftOut.isEmpty() && tags.isEmpty();
    }

    /** A second scan of the same thing takes the place of the first: it is still one question. */
    Attention ask(Question question) {
        return asking(with(without(questions, old -> old.scan().sameAs(question.scan())), question));
    }

    Attention refuse(Refusal refusal) {
        return refusing(with(without(refusals, old -> old.scan().sameAs(refusal.scan())), refusal));
    }

    Attention lose(Unsaved scan) {
        return new Attention(questions, refusals, with(unsaved, scan), leftOut, tags);
    }

    /** As {@link #ask}, for items of a stack. */
    Attention leaveOut(List<LeftOut> more) {
        List<LeftOut> all = new ArrayList<>(leftOut);
        more.forEach(one -> {
            all.removeIf(old -> old.scan().sameAs(one.scan()));
            all.add(one);
        });
        return leaving(all);
    }

    /** These were decided. */
    Attention withoutLeftOut(Collection<LeftOut> gone) {
        return leaving(without(leftOut, gone::contains));
    }

    /** What is to be put right of an item now takes the place of what was. */
    Attention fix(List<ToFix> more) {
        List<ToFix> all = new ArrayList<>(tags);
        more.forEach(one -> {
            all.removeIf(old -> old.item().equals(one.item()));
            all.add(one);
        });
        return tagging(all);
    }

    /** The tags of these are right now. */
    Attention fixed(Collection<ItemBarcode> items) {
        return tagging(without(tags, tag -> items.contains(tag.item())));
    }

    Attention withoutTags() {
        return tagging(List.of());
    }

    /** {@code scan} is on disk now. */
    Attention settle(DeskScan scan) {
        return new Attention(without(questions, old -> old.scan().sameAs(scan)),
                without(refusals, old -> old.scan().sameAs(scan)), without(unsaved, old -> old.scan().sameAs(scan)),
                without(leftOut, old -> old.scan().sameAs(scan)), tags);
    }

    Attention withoutFirstQuestion() {
        return asking(questions.subList(1, questions.size()));
    }

    /**
     * A card was accepted. One refused card before it was that card's slip; several were scans that went into the wrong
     * field, and stay in sight.
     */
    Attention acceptCard() {
        boolean slip = refusals.stream().filter(Refusal::isCard).count() == 1;
        return slip ? refusing(without(refusals, Refusal::isCard)) : this;
    }

    Attention withoutRefusals() {
        return refusing(List.of());
    }

    Attention withoutUnsaved() {
        return new Attention(questions, refusals, List.of(), leftOut, tags);
    }

    private Attention asking(List<Question> now) {
        return new Attention(now, refusals, unsaved, leftOut, tags);
    }

    private Attention refusing(List<Refusal> now) {
        return new Attention(questions, now, unsaved, leftOut, tags);
    }

    private Attention leaving(List<LeftOut> now) {
        return new Attention(questions, refusals, unsaved, now, tags);
    }

    private Attention tagging(List<ToFix> now) {
        return new Attention(questions, refusals, unsaved, leftOut, now);
    }

    private static <T> List<T> without(List<T> list, Predicate<T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }

    private static <T> List<T> with(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
