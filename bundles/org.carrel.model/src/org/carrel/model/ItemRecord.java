/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One item as the library system's item file tells it. Holds nothing about people: the notes of the file are not part
 * of it.
 *
 * <p>
 * Nothing is ever null; a text that the file does not say is empty, and a date that it does not say is an empty
 * {@link Optional}.
 *
 * @param barcode          several items may have the same
 * @param title            may be empty
 * @param author           may be empty
 * @param callNumber       as in the file; may be empty
 * @param callNumberScheme {@code lc}, {@code dewey}, {@code nlm} or {@code sudoc} when the file says so; mostly empty
 * @param enumeration      volume, year, copy: what tells apart items with the same call number; may be empty
 * @param oclcNumber       of the title; may be empty
 * @param group            where it belongs, what it is, its status
 * @param due              when it is due back, in the library's time zone
 * @param issued           how often it was lent; never negative
 * @param lastIssued       when it was last lent
 * @param lastInventoried  when it was last seen by an inventory
 * @param deleted          when it was deleted or withdrawn
 */
public record ItemRecord(ItemBarcode barcode, String title, String author, String callNumber, String callNumberScheme,
        String enumeration, String oclcNumber, ItemGroup group, Optional<LocalDate> due, int issued,
        Optional<LocalDate> lastIssued, Optional<LocalDate> lastInventoried, Optional<LocalDate> deleted) {

    public ItemRecord {
        Objects.requireNonNull(barcode, "barcode");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(callNumber, "callNumber");
        Objects.requireNonNull(callNumberScheme, "callNumberScheme");
        Objects.requireNonNull(enumeration, "enumeration");
        Objects.requireNonNull(oclcNumber, "oclcNumber");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(due, "due");
        if (issued < 0) {
            throw new IllegalArgumentException("issued " + issued);
        }
        Objects.requireNonNull(lastIssued, "lastIssued");
        Objects.requireNonNull(lastInventoried, "lastInventoried");
        Objects.requireNonNull(deleted, "deleted");
    }

    /** An item of which nothing else is known. */
    public static ItemRecord of(ItemBarcode barcode, String title, String callNumber, ItemGroup group) {
        return new ItemRecord(barcode, title, "", callNumber, "", "", "", group, Optional.empty(), 0, Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /** The holding branch. */
    public String branch() {
        return group.branch();
    }

    /** Where it should be found. */
    public String location() {
        return group.location();
    }

    /** What the library system says it is doing. */
    public ItemStatus status() {
        return group.status();
    }
}
