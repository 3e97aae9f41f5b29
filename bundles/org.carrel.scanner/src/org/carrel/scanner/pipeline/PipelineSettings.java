/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.pipeline;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the reads of one device become scans. Immutable.
 *
 * @param charset    what the device's bytes mean
 * @param prefix     what it sends before a barcode; empty for nothing
 * @param suffix     what it sends after one; empty for nothing. Line ends, tabs and the control characters that frame a
 *                   transmission are taken off in any case
 * @param aim        what to do with an AIM symbology identifier
 * @param codabar    what to do with Codabar's start and stop characters
 * @param trim       whether surrounding blanks are taken off
 * @param checkDigit what to do with the last digit
 * @param shelf      what the label of a shelf looks like; empty where there are none
 * @param condition  what a condition code looks like; empty where there are none
 * @param ignore     what is passed over; empty for nothing
 */
public record PipelineSettings(Charset charset, String prefix, String suffix, Aim aim, Codabar codabar, boolean trim,
        CheckDigit checkDigit, Optional<Pattern> shelf, Optional<Pattern> condition, Optional<Pattern> ignore) {

    /** What suits most scanners as they come. */
    public static final PipelineSettings STANDARD = new PipelineSettings(Charset.UTF_8, "", "", Aim.REMOVE,
            Codabar.REMOVE, true, CheckDigit.AT_THE_DESK, Optional.empty(), Optional.empty(), Optional.empty());

    public PipelineSettings {
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(suffix, "suffix");
        Objects.requireNonNull(aim, "aim");
        Objects.requireNonNull(codabar, "codabar");
        Objects.requireNonNull(checkDigit, "checkDigit");
        Objects.requireNonNull(shelf, "shelf");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(ignore, "ignore");
    }

    /** Character sets of scanners. */
    public enum Charset {
        UTF_8(java.nio.charset.StandardCharsets.UTF_8),
        LATIN_1(java.nio.charset.StandardCharsets.ISO_8859_1),
        ASCII(java.nio.charset.StandardCharsets.US_ASCII);

        private final java.nio.charset.Charset charset;

        Charset(java.nio.charset.Charset charset) {
            this.charset = charset;
        }

        /** As Java knows it. */
        public java.nio.charset.Charset charset() {
            return charset;
        }
    }

    /** What to do with {@code ]C1} and the like before a barcode (ISO/IEC 15424). */
    public enum Aim {
        REMOVE, KEEP
    }

    /** What to do with the letters A to D around a Codabar barcode (EN 798), which label and scanner may leave out. */
    public enum Codabar {
        /** Taken off, unless the branch's patterns ask for them. */
        REMOVE,
        /** Taken off only when the AIM identifier says that it is Codabar. */
        REMOVE_IF_IDENTIFIED, KEEP
    }

    /** What to do with a barcode's last digit. */
    public enum CheckDigit {
        /** Left alone. */
        NONE,
        /** Left to the desk, which asks when the branch uses check digits and this one does not fit. */
        AT_THE_DESK,
        /** Luhn's, mod 10: a read that does not fit is a bad read. */
        LUHN,
        /** Luhn's, mod 10, checked and taken off, where labels carry it and the library system does not. */
        LUHN_REMOVED,
        /** Code 39's, mod 43: a read that does not fit is a bad read. */
        MOD_43,
        /** Code 39's, mod 43, checked and taken off. */
        MOD_43_REMOVED
    }

    /** The same for bytes in another character set. */
    public PipelineSettings withCharset(Charset other) {
        return new PipelineSettings(other, prefix, suffix, aim, codabar, trim, checkDigit, shelf, condition, ignore);
    }

    /** The same with other things before and after a barcode. */
    public PipelineSettings withEnds(String otherPrefix, String otherSuffix) {
        return new PipelineSettings(charset, otherPrefix, otherSuffix, aim, codabar, trim, checkDigit, shelf, condition,
                ignore);
    }

    /** The same doing something else with AIM identifiers. */
    public PipelineSettings withAim(Aim other) {
        return new PipelineSettings(charset, prefix, suffix, other, codabar, trim, checkDigit, shelf, condition,
                ignore);
    }

    /** The same doing something else with the letters around a Codabar barcode. */
    public PipelineSettings withCodabar(Codabar other) {
        return new PipelineSettings(charset, prefix, suffix, aim, other, trim, checkDigit, shelf, condition, ignore);
    }

    /** The same taking blanks at both ends off, or leaving them. */
    public PipelineSettings withTrim(boolean other) {
        return new PipelineSettings(charset, prefix, suffix, aim, codabar, other, checkDigit, shelf, condition, ignore);
    }

    /** The same doing something else with the last digit. */
    public PipelineSettings withCheckDigit(CheckDigit other) {
        return new PipelineSettings(charset, prefix, suffix, aim, codabar, trim, other, shelf, condition, ignore);
    }

    /** The same with other patterns for what is neither patron nor item. */
    public PipelineSettings withPatterns(Optional<Pattern> otherShelf, Optional<Pattern> otherCondition,
            Optional<Pattern> otherIgnore) {
        return new PipelineSettings(charset, prefix, suffix, aim, codabar, trim, checkDigit, otherShelf, otherCondition,
                otherIgnore);
    }

    /** Patterns have no equality of their own; here the text counts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PipelineSettings that && charset == that.charset && prefix.equals(that.prefix)
                && suffix.equals(that.suffix) && aim == that.aim && codabar == that.codabar && trim == that.trim
                && checkDigit == that.checkDigit && text(shelf).equals(text(that.shelf))
                && text(condition).equals(text(that.condition)) && text(ignore).equals(text(that.ignore));
    }

    @Override
    public int hashCode() {
        return Objects.hash(charset, prefix, suffix, aim, codabar, trim, checkDigit, text(shelf), text(condition),
                text(ignore));
    }

    private static String text(Optional<Pattern> pattern) {
        return pattern.map(Pattern::pattern).orElse("");
    }
}
