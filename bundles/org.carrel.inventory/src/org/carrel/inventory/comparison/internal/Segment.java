/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison.internal;

import java.util.ArrayList;
import java.util.List;

import org.carrel.inventory.comparison.ShelfRead;

/** What one stretch has of one shelving location, in the order in which it was read. Not for use by several threads. */
public final class Segment {

    private final String location;
    private final int reach;
    private final List<Book> books = new ArrayList<>();

    /** A read and the number of its item. */
    record Book(ShelfRead read, int number) {}

    Segment(String location, int reach) {
        this.location = location;
        this.reach = reach;
    }

    void add(ShelfRead read, int number) {
        books.add(new Book(read, number));
    }

    String location() {
        return location;
    }

    int reach() {
        return reach;
    }

    /** Never empty. */
    List<Book> books() {
        return books;
    }
}
