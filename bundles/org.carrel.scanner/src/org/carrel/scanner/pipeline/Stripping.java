/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.pipeline;

import org.carrel.scanner.pipeline.PipelineSettings.Aim;
import org.carrel.scanner.pipeline.PipelineSettings.CheckDigit;
import org.carrel.scanner.pipeline.PipelineSettings.Codabar;

/** Takes off what scanners put around a barcode, from the outside to the inside. Immutable. */
final class Stripping {

    private static final int AIM_LENGTH = 3;
    private static final int SHORTEST_CODABAR = 5;

    private final PipelineSettings settings;
    private final Meaning meaning;
    private final String shownPrefix;
    private final String shownSuffix;

    /** @param meaning knows whether the branch's barcodes have what would be taken off */
    Stripping(PipelineSettings settings, Meaning meaning) {
        this.settings = settings;
        this.meaning = meaning;
        this.shownPrefix = Escapes.visible(settings.prefix());
        this.shownSuffix = Escapes.visible(settings.suffix());
    }

    /** What is left, and whether its check digit fits. */
    record Stripped(String text, boolean fits) {}

    Stripped strip(String read, Notes notes) {
        String bare = prefix(suffix(read, notes), notes);
        boolean identified = bare.startsWith("]F");
        String text = codabar(trimmed(aim(bare, notes), notes), identified, notes);
        return checked(text, notes);
    }

    private String suffix(String text, Notes notes) {
        int end = text.length();
        while (end > 0 && isFrame(text.charAt(end - 1)) && !endsWithSuffix(text, end)) {
            end--;
        }
        String after = text.substring(0, end);
        if (!settings.suffix().isEmpty() && after.endsWith(settings.suffix())) {
            after = after.substring(0, after.length() - settings.suffix().length());
            after = withoutFrame(after);
            notes.note("step.suffix", text, after, "suffix.removed");
        } else if (settings.suffix().isEmpty()) {
            notes.note("step.suffix", text, after, after.length() < text.length() ? "suffix.line" : "suffix.none");
        } else {
            after = withoutFrame(text);
            notes.note("step.suffix", text, after, "suffix.missing", shownSuffix);
        }
        return after;
    }

    private boolean endsWithSuffix(String text, int end) {
        return !settings.suffix().isEmpty() && text.startsWith(settings.suffix(), end - settings.suffix().length());
    }

    private static String withoutFrame(String text) {
        int end = text.length();
        while (end > 0 && isFrame(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Line ends, tabs, and the ends of text and transmission. */
    private static boolean isFrame(char c) {
        return c == '\r' || c == '\n' || c == '\t' || c == '\u0003' || c == '\u0004';
    }

    private String prefix(String text, Notes notes) {
        // Before a barcode, too, some scanners frame what they send: start of header, start of text.
        int start = 0;
        while (start < text.length() && (text.charAt(start) == '\u0001' || text.charAt(start) == '\u0002')
                && (settings.prefix().isEmpty() || !text.startsWith(settings.prefix(), start))) {
            start++;
        }
        String after = text.substring(start);
        if (settings.prefix().isEmpty()) {
            notes.note("step.prefix", text, after, start > 0 ? "prefix.frame" : "prefix.none");
        } else if (after.startsWith(settings.prefix())) {
            after = after.substring(settings.prefix().length());
            notes.note("step.prefix", text, after, "prefix.removed");
        } else {
            notes.note("step.prefix", text, after, "prefix.missing", shownPrefix);
        }
        return after;
    }

    private String aim(String text, Notes notes) {
        if (!hasAim(text)) {
            notes.note("step.aim", text, text, "aim.none");
            return text;
        }
        if (settings.aim() == Aim.KEEP) {
            notes.note("step.aim", text, text, "aim.kept");
            return text;
        }
        String after = text.substring(AIM_LENGTH);
        notes.note("step.aim", text, after, "aim.removed", text.substring(0, AIM_LENGTH));
        return after;
    }

    /** A bracket, the letter of a symbology, and a digit or letter that says more (ISO/IEC 15424, 4.1). */
    private static boolean hasAim(String text) {
        return text.length() >= AIM_LENGTH && text.charAt(0) == ']' && isLetter(text.charAt(1))
                && (isLetter(text.charAt(2)) || isDigit(text.charAt(2)));
    }

    private String trimmed(String text, Notes notes) {
        if (!settings.trim()) {
            notes.note("step.trim", text, text, "trim.off");
            return text;
        }
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        String after = text.substring(start, end);
        notes.note("step.trim", text, after, after.length() < text.length() ? "trim.done" : "trim.none");
        return after;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c > 0x7F && Character.isSpaceChar(c);
    }

    private String codabar(String text, boolean identified, Notes notes) {
        if (settings.codabar() == Codabar.KEEP) {
            notes.note("step.codabar", text, text, "codabar.off");
        } else if (!isCodabar(text)) {
            notes.note("step.codabar", text, text, "codabar.none");
        } else if (settings.codabar() == Codabar.REMOVE_IF_IDENTIFIED && !identified) {
            notes.note("step.codabar", text, text, "codabar.unidentified");
        } else if (meaning.matchesPattern(text)) {
            notes.note("step.codabar", text, text, "codabar.wanted");
        } else {
            String after = text.substring(1, text.length() - 1);
            notes.note("step.codabar", text, after, "codabar.removed");
            return after;
        }
        return text;
    }

    private static boolean isCodabar(String text) {
        int last = text.length() - 1;
        if (text.length() < SHORTEST_CODABAR || !isStartOrStop(text.charAt(0)) || !isStartOrStop(text.charAt(last))) {
            return false;
        }
        for (int i = 1; i < last; i++) {
            if (!isDigit(text.charAt(i)) && "-$:/.+".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStartOrStop(char c) {
        return c >= 'A' && c <= 'D' || c >= 'a' && c <= 'd';
    }

    private Stripped checked(String text, Notes notes) {
        CheckDigit kind = settings.checkDigit();
        boolean fits = switch (kind) {
            case NONE, AT_THE_DESK -> true;
            case LUHN, LUHN_REMOVED -> CheckDigits.luhn(text);
            case MOD_43, MOD_43_REMOVED -> CheckDigits.mod43(text);
        };
        boolean removed = fits && (kind == CheckDigit.LUHN_REMOVED || kind == CheckDigit.MOD_43_REMOVED);
        String after = removed ? text.substring(0, text.length() - 1) : text;
        notes.note("step.digit", text, after, switch (kind) {
            case NONE -> "digit.off";
            case AT_THE_DESK -> "digit.desk";
            default -> !fits ? "digit.wrong" : removed ? "digit.removed" : "digit.fits";
        });
        return new Stripped(after, fits);
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
