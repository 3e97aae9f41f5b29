/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemStatus;
import org.carrel.model.PatronBarcode;
import org.carrel.practice.internal.LibraryFile;

/**
 * What a practice library owns when it opens. Immutable. The file format is described in {@code practice-library.txt},
 * which is also the library that ships.
 *
 * @param here     the branch at whose desk items are checked in
 * @param currency ISO 4217, for fines
 * @param maxLoans how many items one patron may have
 */
public record PracticeLibrary(String here, String currency, int maxLoans, List<Patron> patrons, List<Item> items,
        List<Hold> holds, List<OpenLoan> loans) {

    private static final List<String> SHIPPED = List.of("practice-library.txt", "practice-shelves.txt");

    public PracticeLibrary {
        patrons = List.copyOf(patrons);
        items = List.copyOf(items);
        holds = List.copyOf(holds);
        loans = List.copyOf(loans);
    }

    /** Somebody with a card. */
    public record Patron(PatronBarcode barcode, boolean blocked) {}

    /**
     * How a kind of item is lent.
     *
     * @param days       the longest loan; 0 means that it does not leave the house
     * @param finePerDay in cents, for each day or part of a day after the due date
     */
    public record Policy(String name, int days, int finePerDay) {}

    /**
     * Something with a label.
     *
     * @param branch      its home, a holding code
     * @param shelf       its shelving location there
     * @param instruction what a check-in always answers, for instance {@code Withdrawn}
     * @param title       may be empty
     * @param callNumber  may be empty
     * @param author      may be empty
     * @param status      what the item file says when the item is neither out nor awaited; mostly {@code AVAILABLE}
     * @param inventoried when an inventory last saw it, before the library opened
     */
    public record Item(ItemBarcode barcode, Policy policy, String branch, String shelf, Optional<String> instruction,
            String title, String callNumber, String author, ItemStatus status, Optional<LocalDate> inventoried) {}

    /** Somebody waits for an item. */
    public record Hold(String id, ItemBarcode item, PatronBarcode patron, String pickupBranch) {}

    /** An item that is out when the library opens; due so many days from then, which may be negative. */
    public record OpenLoan(ItemBarcode item, PatronBarcode patron, int dueInDays) {}

    /** The library that ships: 40 patrons, 120 items for the desk, and some 300 more on its shelves. */
    public static PracticeLibrary shipped() {
        return parse(SHIPPED.stream().map(PracticeLibrary::text).collect(Collectors.joining("\n")));
    }

    private static String text(String file) {
        try (InputStream in = PracticeLibrary.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A plain library of any size, for measuring: {@link PracticeBarcodes} 1 to the number given, 28 days for all. */
    public static PracticeLibrary ofSize(int patrons, int items) {
        Policy policy = new Policy("standard", 28, 20);
        return new PracticeLibrary("MAIN", "EUR", Integer.MAX_VALUE,
                LongStream.rangeClosed(1, patrons).mapToObj(n -> new Patron(PracticeBarcodes.patron(n), false))
                        .toList(),
                LongStream.rangeClosed(1, items)
                        .mapToObj(n -> new Item(PracticeBarcodes.item(n), policy, "MAIN", "Stacks", Optional.empty(),
                                "Title " + n, "", "", ItemStatus.AVAILABLE, Optional.empty()))
                        .toList(),
                List.of(), List.of());
    }

    /**
     * Reads a library from text.
     *
     * @throws IllegalArgumentException when it is not understood; the message is a sentence with the line's number
     */
    public static PracticeLibrary parse(String text) {
        return LibraryFile.parse(text);
    }
}
