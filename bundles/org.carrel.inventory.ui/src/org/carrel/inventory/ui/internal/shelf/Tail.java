/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.ArrayList;
import java.util.List;

import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.inventory.shelf.Misplaced;
import org.carrel.inventory.shelf.ShelfOrder;

/**
 * The books that were read last at one stretch: which of them are to be moved is known at once, however many were read
 * before. What is further back, the comparison tells a little later. One thread.
 */
final class Tail {

    /** Some fifteen boards of a shelf. */
    static final int LONGEST = 400;

    /**
     * One book.
     *
     * @param entry  its place among what was read
     * @param number of the item
     * @param row    in the list of what is expected
     */
    record Book(int entry, int number, int row, ShelfKey key) {}

    private final List<Book> books = new ArrayList<>();

    void add(Book book) {
        if (books.size() >= 2 * LONGEST) {
            books.subList(0, books.size() - LONGEST).clear();
        }
        books.add(book);
    }

    void clear() {
        books.clear();
    }

    /** What is to be moved, and between which books it belongs. */
    record Order(List<Book> books, List<Misplaced> moves) {}

    boolean isEmpty() {
        return books.isEmpty();
    }

    /** @param reach see {@link ShelfOrder} */
    Order order(int reach) {
        List<Book> last = List.copyOf(books.subList(Math.max(0, books.size() - LONGEST), books.size()));
        return new Order(last, ShelfOrder.of(last.stream().map(Book::key).toList(), reach).misplaced());
    }
}
