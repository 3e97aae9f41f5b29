/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

import org.carrel.model.Barcodes;
import org.carrel.model.BranchProfile;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionIds;

/**
 * Mends one transaction that the library system refused. The corrected one has a new id and keeps the moment and the
 * origin of the old one, for that is when and where it happened, and per item the order in time decides.
 */
final class Correction {

    private static final Texts TEXTS = Texts.of(Correction.class);

    private final Transaction failed;
    private final BranchProfile.BarcodeRules rules;
    private final ZoneId zone;
    private final Clock clock;
    private final TransactionIds ids;

    /** What the desk typed; {@code patron} and {@code due} count only for a check-out. */
    record Draft(String patron, String item, LocalDateTime due) {}

    /** What comes of a draft. */
    sealed interface Answer {
        /** It may take the failed one's place. */
        record Sound(Transaction corrected) implements Answer {}

        /** It cannot be right; {@code sentence} says why. */
        record Unsound(String sentence) implements Answer {}
    }

    Correction(Transaction failed, BranchProfile branch, Clock clock, TransactionIds ids) {
        this.failed = failed;
        this.rules = branch.barcodes();
        this.zone = branch.zone();
        this.clock = clock;
        this.ids = ids;
    }

    boolean hasPatron() {
        return failed instanceof CheckOut;
    }

    /** What the fields start with. */
    Draft start() {
        return switch (failed) {
            case CheckOut it -> new Draft(it.patron().value(), it.item().value(), local(it.dueAt()));
            case CheckIn it -> new Draft("", it.item().value(), local(clock.instant()));
        };
    }

    /** Judges a draft. Does not wait; any thread. */
    Answer judge(Draft draft) {
        return objection(draft).<Answer>map(Answer.Unsound::new).orElseGet(() -> new Answer.Sound(corrected(draft)));
    }

    private Optional<String> objection(Draft draft) {
        if (!Barcodes.isSound(draft.item().strip())) {
            return Optional.of(TEXTS.get("correct.item.empty"));
        }
        if (!fits(rules.item(), draft.item())) {
            return Optional.of(TEXTS.get("correct.item.pattern"));
        }
        if (!hasPatron()) {
            return Optional.empty();
        }
        if (!Barcodes.isSound(draft.patron().strip())) {
            return Optional.of(TEXTS.get("correct.patron.empty"));
        }
        if (!fits(rules.patron(), draft.patron())) {
            return Optional.of(TEXTS.get("correct.patron.pattern"));
        }
        return dueAt(draft).isAfter(clock.instant()) ? Optional.empty() : Optional.of(TEXTS.get("correct.due.past"));
    }

    private Transaction corrected(Draft draft) {
        var item = new ItemBarcode(draft.item().strip());
        return switch (failed) {
            case CheckOut it -> new CheckOut(ids.next(), new PatronBarcode(draft.patron().strip()), item,
                    dueAt(draft), it.occurredAt(), it.origin());
            case CheckIn it -> new CheckIn(ids.next(), item, it.occurredAt(), it.origin());
        };
    }

    private Instant dueAt(Draft draft) {
        return draft.due().atZone(zone).toInstant();
    }

    private LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    private static boolean fits(Optional<Pattern> pattern, String typed) {
        return pattern.map(it -> it.matcher(typed.strip()).matches()).orElse(true);
    }
}
