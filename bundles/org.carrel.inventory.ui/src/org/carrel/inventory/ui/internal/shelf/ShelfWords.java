/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;
import org.carrel.ui.Icon;
import org.carrel.ui.Sounds.Sound;
import org.carrel.ui.Tone;

/** Says what came of a read: nothing but what it is when all is well, and what to do when not. Any thread. */
final class ShelfWords {

    private static final Texts TEXTS = Texts.of(ShelfWords.class);

    private final Function<String, String> conditions;

    /** @param conditions what people call a condition, by its code */
    ShelfWords(Function<String, String> conditions) {
        this.conditions = conditions;
    }

    /**
     * @param taken what was recorded, at least one entry
     * @param again how many were left out because they were read before
     */
    Said of(Shelf.Taken taken, int again) {
        List<Entry> books = taken.entries().stream().filter(Entry::isOnShelf).toList();
        return books.size() > 1 || again > 0 ? several(books, taken, again) : one(taken.entries().getLast(), taken);
    }

    private Said one(Entry entry, Shelf.Taken taken) {
        return switch (entry.mark().kind()) {
            case ITEM -> book(entry, taken);
            case SHELF -> new Said(Tone.NEUTRAL, Icon.SHELF, entry.mark().text().isEmpty() ? TEXTS.get("said.shelf")
                    : TEXTS.get("said.shelf.named", entry.mark().text()), "", "", Sound.SAVED);
            case CONDITION -> quiet(Icon.TODO, TEXTS.get("said.condition", conditions.apply(entry.mark().text())),
                    entry);
            case NO_CONDITION -> quiet(Icon.CANCEL,
                    TEXTS.get("said.noCondition", conditions.apply(entry.mark().text())), entry);
            case FOUND -> quiet(Icon.DONE, TEXTS.get("said.found"), entry);
            case NOT_FOUND -> quiet(Icon.QUESTION, TEXTS.get("said.notFound"), entry);
            case UNMARKED -> quiet(Icon.CANCEL, TEXTS.get("said.unmarked"), entry);
            case ABOUT -> quiet(Icon.ITEM, entry.callNumber(), entry);
            case TAKEN_BACK -> quiet(Icon.CANCEL, TEXTS.get("said.takenBack"), entry);
            case REACH -> quiet(Icon.SCANNER, device(entry.mark().text()), entry);
        };
    }

    /** What one reads with, in words. @param reach as it was recorded */
    static String device(String reach) {
        return reach.equals("0") ? TEXTS.get("said.scanner") : TEXTS.get("said.wand", reach);
    }

    /** What is said of a read that only the journal has; why, and what to do, is in sight as long as that is so. */
    Said inJournal(Said said) {
        String sentence = said.sentence().isEmpty() ? TEXTS.get("said.journal")
                : TEXTS.get("said.journal.and", said.sentence());
        return new Said(graver(said.tone(), Tone.CAUTION), said.icon(), said.callNumber(), said.title(), sentence,
                said.sound());
    }

    private static Said quiet(Icon icon, String headline, Entry entry) {
        String title = entry.item().isEmpty() ? "" : (entry.callNumber() + "  " + entry.title()).strip();
        return new Said(Tone.NEUTRAL, icon, headline, title, "", Sound.SAVED);
    }

    private static Said book(Entry entry, Shelf.Taken taken) {
        List<String> sentences = new ArrayList<>();
        Sound sound = Sound.SAVED;
        Tone tone = Tone.GOOD;
        for (Finding finding : entry.findings()) {
            sentences.add(sentence(finding));
            sound = graver(sound, sound(finding.kind()));
            tone = graver(tone, tone(finding.kind()));
        }
        if (!entry.inOrder()) {
            sentences.add(TEXTS.get("said.order", entry.belongs()));
        } else if (taken.moved().isPresent()) {
            sentences.add(TEXTS.get("said.moved", taken.moved().get().callNumber(), taken.moved().get().belongs()));
        } else if (taken.strays()) {
            sentences.add(TEXTS.get("said.strays"));
        }
        if (!entry.inOrder() || taken.moved().isPresent() || taken.strays()) {
            tone = graver(tone, Tone.CAUTION);
            sound = taken.strays() ? graver(sound, Sound.OUT_OF_ORDER) : sound;
        }
        String title = entry.item().isEmpty() ? "" : (entry.title() + ' ' + enumeration(entry)).strip();
        return new Said(tone, entry.callNumber(), title, String.join(" ", sentences), sound);
    }

    private static String enumeration(Entry entry) {
        return entry.item().map(ItemRecord::enumeration).orElse("");
    }

    private static Said several(List<Entry> books, Shelf.Taken taken, int again) {
        List<Entry> problems = books.stream().filter(book -> !book.isGood()).toList();
        Sound sound = books.isEmpty() ? Sound.REPEATED : Sound.SAVED;
        Tone tone = books.isEmpty() ? Tone.NEUTRAL : Tone.GOOD;
        for (Entry book : problems) {
            for (Finding finding : book.findings()) {
                sound = graver(sound, sound(finding.kind()));
                tone = graver(tone, tone(finding.kind()));
            }
        }
        if (taken.strays() || problems.stream().anyMatch(book -> !book.inOrder())) {
            sound = graver(sound, Sound.OUT_OF_ORDER);
            tone = graver(tone, Tone.CAUTION);
        }
        String headline = problems.isEmpty() ? TEXTS.get("said.several", books.size())
                : TEXTS.get("said.several.some", books.size(), problems.size());
        String where = books.isEmpty() ? ""
                : TEXTS.get("said.several.where", books.getFirst().callNumber(), books.getLast().callNumber());
        String sentence = problems.isEmpty() ? "" : book(gravest(problems), quietly(taken)).sentence();
        String of = problems.isEmpty() ? "" : TEXTS.get("said.several.of", gravest(problems).callNumber(), sentence);
        return new Said(tone, headline, again == 0 ? where : TEXTS.get("said.several.again", where, again).strip(), of,
                sound);
    }

    private static Shelf.Taken quietly(Shelf.Taken taken) {
        return new Shelf.Taken(taken.entries(), Optional.empty(), false);
    }

    private static Entry gravest(List<Entry> problems) {
        return problems.stream().max(Comparator.comparing(book -> book.findings().stream()
                .map(finding -> sound(finding.kind())).max(Comparator.naturalOrder()).orElse(Sound.OUT_OF_ORDER)))
                .orElseThrow();
    }

    private static String sentence(Finding finding) {
        String next = finding.nextStep();
        return switch (finding) {
            case Finding.WrongLocation one -> TEXTS.get("said.WRONG_LOCATION", one.item().location(), next);
            case Finding.WrongBranch one -> TEXTS.get("said.WRONG_BRANCH", one.item().branch(), next);
            case Finding.WrongStatus one -> TEXTS.get("said.WRONG_STATUS", one.item().group().statusText(), next);
            case Finding.DuplicateBarcode one -> TEXTS.get("said.DUPLICATE_BARCODE", one.items().size(), next);
            default -> TEXTS.get("said.finding", finding.kind().label(), next);
        };
    }

    private static Sound sound(Kind kind) {
        return switch (kind) {
            case UNKNOWN_BARCODE, UNCATALOGED, DUPLICATE_BARCODE -> Sound.WARNING;
            case WRONG_LOCATION, WRONG_BRANCH, OUT_OF_RANGE -> Sound.ELSEWHERE;
            case WRONG_STATUS -> Sound.STATUS;
            case DUPLICATE_SCAN -> Sound.REPEATED;
            case MISPLACED, MISSING -> Sound.OUT_OF_ORDER;
            case CONDITION -> Sound.SAVED;
        };
    }

    private static Tone tone(Kind kind) {
        return switch (kind) {
            case UNKNOWN_BARCODE, UNCATALOGED, DUPLICATE_BARCODE -> Tone.BAD;
            case DUPLICATE_SCAN, CONDITION -> Tone.NEUTRAL;
            default -> Tone.CAUTION;
        };
    }

    private static Sound graver(Sound one, Sound other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** What is read twice is no news, but no good news. */
    private static Tone graver(Tone one, Tone other) {
        if (one == Tone.GOOD || other == Tone.GOOD) {
            return one == Tone.GOOD ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}
