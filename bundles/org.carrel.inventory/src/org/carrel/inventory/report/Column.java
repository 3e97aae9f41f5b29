/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

import java.util.Objects;

/**
 * A column of a section.
 *
 * @param id    names it for scripts and settings; never changes: lower-case letters, digits and hyphens
 * @param title what people read
 * @param type  what is in it
 * @param width how many characters of it should be seen; a hint
 */
public record Column(String id, String title, Type type, int width) {

    /** What is in a column, apart from cells about which nothing is known. */
    public enum Type {
        TEXT(Cell.Text.class), CALL_NUMBER(Cell.Text.class), NUMBER(Cell.Amount.class), DATE(Cell.Day.class),
        DATE_TIME(Cell.Moment.class);

        private final Class<? extends Cell> kind;

        Type(Class<? extends Cell> kind) {
            this.kind = kind;
        }

        /** Whether {@code cell} may be in such a column. */
        public boolean holds(Cell cell) {
            return kind.isInstance(cell) || cell instanceof Cell.Empty;
        }
    }

    public Column {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(type, "type");
        if (width < 1 || width > 250) {
            throw new IllegalArgumentException("A column of " + width + " characters");
        }
    }
}
