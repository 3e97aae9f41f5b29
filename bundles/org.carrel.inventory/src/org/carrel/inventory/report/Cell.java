/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** One value of a row. Immutable. */
public sealed interface Cell {

    /** Nothing is known. */
    Cell EMPTY = new Empty();

    /** Nothing is known. */
    record Empty() implements Cell {}

    /**
     * Text, or a call number. Made sound when it is made, so that no format has to: a character that no file can hold
     * (control characters but line feed and tab, halves of pairs, U+FFFE and U+FFFF) is replaced by U+FFFD.
     */
    record Text(String value) implements Cell {
        public Text {
            value = SoundText.of(value);
        }
    }

    /** A number. */
    record Amount(BigDecimal value) implements Cell {
        public Amount {
            Objects.requireNonNull(value, "value");
        }
    }

    /** A day. */
    record Day(LocalDate value) implements Cell {
        public Day {
            Objects.requireNonNull(value, "value");
        }
    }

    /** A moment; shown in the time zone of {@link ReportSettings#zone()}. */
    record Moment(Instant value) implements Cell {
        public Moment {
            Objects.requireNonNull(value, "value");
        }
    }

    /** Text; the empty text is {@link #EMPTY}. */
    static Cell of(String text) {
        return text.isEmpty() ? EMPTY : new Text(text);
    }

    /** A whole number. */
    static Cell of(long number) {
        return new Amount(BigDecimal.valueOf(number));
    }

    /** A day. */
    static Cell of(LocalDate day) {
        return new Day(day);
    }

    /** A moment. */
    static Cell of(Instant moment) {
        return new Moment(moment);
    }
}
