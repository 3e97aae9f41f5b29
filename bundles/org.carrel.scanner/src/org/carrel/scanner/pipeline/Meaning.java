/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.pipeline;

import java.util.Optional;
import java.util.regex.Pattern;

import org.carrel.model.Barcodes;
import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Texts;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;

/** What a bare barcode is, by the patterns of the branch and the device. Immutable. */
final class Meaning {

    private static final String STEP = "step.meaning";

    private final PipelineSettings settings;
    private final BarcodeRules branch;
    private final DeviceRole role;
    private final Texts texts;
    /** Made once: they are the same for a million scans. */
    private final String either;
    private final String neither;

    Meaning(PipelineSettings settings, BarcodeRules branch, DeviceRole role, Texts texts) {
        this.settings = settings;
        this.branch = branch;
        this.role = role;
        this.texts = texts;
        this.either = texts.get("meaning.either");
        this.neither = texts.get("meaning.neither");
    }

    Scan of(String text, Notes notes) {
        if (!Barcodes.isSound(text)) {
            String why = text.isBlank() ? "meaning.empty"
                    : text.length() > Barcodes.MAX_LENGTH ? "too.long" : "meaning.unsound";
            notes.note(STEP, text, text, why);
            return new Scan.Unreadable(texts.get(why));
        }
        if (matches(settings.ignore(), text)) {
            notes.note(STEP, text, text, "meaning.ignored");
            return new Scan.Ignored(texts.get("meaning.ignored"));
        }
        if (matches(settings.condition(), text)) {
            notes.note(STEP, text, text, "meaning.condition");
            return new Scan.Condition(text);
        }
        if (matches(settings.shelf(), text)) {
            notes.note(STEP, text, text, "meaning.shelf");
            return new Scan.ShelfLabel(text);
        }
        return patronOrItem(text, notes);
    }

    private Scan patronOrItem(String text, Notes notes) {
        boolean patron = matches(branch.patron(), text);
        boolean item = matches(branch.item(), text);
        if (patron == item) {
            // Both or neither is told from the patterns alone. A branch without a pattern for one of them accepts
            // everything as that, so that what does not match the other one's is this one's.
            patron = patron || branch.patron().isEmpty();
            item = item || branch.item().isEmpty();
        }
        if (patron && item) {
            patron = role == DeviceRole.PATRON;
            item = role == DeviceRole.ITEM || role == DeviceRole.STACK;
            if (patron || item) {
                notes.note(STEP, text, text, patron ? "meaning.patron.role" : "meaning.item.role");
            } else {
                notes.note(STEP, text, text, "meaning.either");
                return new Scan.Unknown(text, either);
            }
        } else if (patron || item) {
            notes.note(STEP, text, text, patron ? "meaning.patron" : "meaning.item");
        } else {
            notes.note(STEP, text, text, "meaning.neither");
            return new Scan.Unknown(text, neither);
        }
        return patron ? new Scan.Patron(new PatronBarcode(text)) : new Scan.Item(new ItemBarcode(text));
    }

    /** Whether a pattern of the branch or the device asks for just this. */
    boolean matchesPattern(String text) {
        return isCertain(text) || matches(settings.ignore(), text) || matches(settings.condition(), text)
                || matches(settings.shelf(), text);
    }

    boolean isCertain(String text) {
        return matches(branch.patron(), text) || matches(branch.item(), text);
    }

    boolean hasPatterns() {
        return branch.patron().isPresent() && branch.item().isPresent();
    }

    private static boolean matches(Optional<Pattern> pattern, String text) {
        return pattern.isPresent() && pattern.get().matcher(text).matches();
    }
}
