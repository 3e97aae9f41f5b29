/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A table of rows")
class RowTableTest {

    private static final int IN_SIGHT = 6;

    /** A book and what is said of it. */
    private record Book(int number, String word) {}

    private final Display display = Display.getDefault();
    private final Shell shell = new Shell(display, SWT.SHELL_TRIM);
    private final List<Book> drawn = new ArrayList<>();
    private RowTable<Book> rows;
    private int told;

    @BeforeEach
    void open() {
        make(SWT.MULTI);
    }

    private void make(int style) {
        shell.setLayout(new FillLayout());
        rows = new RowTable<>(shell, style, "Books",
                List.of(new RowTable.Column<>("Number", 90, book -> Integer.toString(book.number())),
                        new RowTable.Column<>("Word", 200, Book::word)),
                Book::number);
        rows.decorate(row -> drawn.add(row.row()));
        rows.onSelection(() -> told++);
        shell.setSize(500, 400);
        shell.open();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    private static List<Book> books(int from, int to) {
        return new ArrayList<>(IntStream.range(from, to).mapToObj(i -> new Book(i, "word " + i)).toList());
    }

    private void show(List<Book> books) {
        rows.show(books);
        shell.layout();
        rows.table().update();
        while (display.readAndDispatch()) {
            // Until all is drawn that is to be drawn.
        }
    }

    /** What the first rows say; asking for it draws those that are to be drawn. */
    private List<String> words(int count) {
        return IntStream.range(0, count).mapToObj(i -> rows.table().getItem(i).getText(1)).toList();
    }

    @Test
    void draws_again_only_the_rows_that_changed_and_none_when_none_did() {
        show(books(0, 1_000));
        assertEquals("word 2", words(IN_SIGHT).get(2));
        assertTrue(drawn.size() < 1_000, "what is out of sight was drawn");
        drawn.clear();

        show(books(0, 1_000));
        assertEquals("word 2", words(IN_SIGHT).get(2));
        assertEquals(List.of(), drawn);

        List<Book> other = books(0, 1_000);
        other.set(2, new Book(2, "another word"));
        other.set(900, new Book(900, "out of sight"));
        show(other);
        assertEquals("another word", words(IN_SIGHT).get(2));
        assertEquals(List.of(new Book(2, "another word")), drawn.stream().distinct().toList());
    }

    @Test
    void keeps_what_is_selected_wherever_it_goes_and_tells_of_every_change() {
        show(books(0, 50));
        rows.table().select(new int[] { 3, 7 });
        int before = told;
        show(books(2, 60));
        assertEquals(List.of(3, 7), rows.selection().stream().map(Book::number).toList());
        assertEquals(before + 1, told);
        show(books(5, 60));
        assertEquals(List.of(7), rows.selection().stream().map(Book::number).toList());
        show(List.of());
        assertEquals(List.of(), rows.selection());
    }

    @Test
    void shows_what_it_was_given_last_whatever_was_there_before() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            List<Book> books = books(0, random.nextInt(40));
            books.replaceAll(book -> random.nextInt(4) > 0 ? book : new Book(book.number(), "w" + random.nextInt(3)));
            if (random.nextBoolean() && !books.isEmpty()) {
                books.remove(random.nextInt(books.size()));
            }
            int[] selection = random.ints(random.nextInt(3), 0, 40).toArray();
            rows.table().select(Arrays.stream(selection).filter(row -> row < rows.table().getItemCount()).toArray());
            List<Integer> selected = rows.selection().stream().map(Book::number).toList();
            show(books);
            assertEquals(books.stream().map(Book::word).toList(), words(books.size()), "seed " + seed);
            assertEquals(books.stream().map(Book::number).filter(selected::contains).toList(),
                    rows.selection().stream().map(Book::number).toList(), "seed " + seed);
        }
    }

    @Test
    void takes_back_a_tick_that_came_to_nothing() {
        rows.table().dispose();
        make(SWT.SINGLE | SWT.CHECK);
        rows.decorate(row -> row.item().setChecked(false));
        show(books(0, 5));
        rows.table().getItem(1).setChecked(true);
        show(books(0, 5));
        assertFalse(rows.table().getItem(1).getChecked());
    }
}
