/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.carrel.model.ItemBarcode;

/**
 * How a comparison judges.
 *
 * @param coverage   which items can be missing
 * @param longestGap with {@link Coverage#WHAT_WAS_READ}, how many items of the item file may lie between two books that
 *                   were read one after the other and still count as missing from between them; a longer gap was more
 *                   likely not read at all
 * @param ours       whether a barcode looks like one of this branch's items; decides between unknown and uncataloged
 * @param chosen     for barcodes that several items have, the number of the item that somebody said it is
 * @param notFound   what somebody looked for and did not find: missing wherever in the scope it belongs, unless it was
 *                   read all the same
 */
public record Judging(Coverage coverage, int longestGap, Predicate<ItemBarcode> ours,
        Map<ItemBarcode, Integer> chosen, Set<ItemBarcode> notFound) {

    /** A shelf board has some thirty books. */
    private static final int STANDARD_GAP = 30;

    public Judging {
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(ours, "ours");
        chosen = Map.copyOf(chosen);
        notFound = Set.copyOf(notFound);
    }

    /** Nobody said that something was not found. */
    public Judging(Coverage coverage, int longestGap, Predicate<ItemBarcode> ours, Map<ItemBarcode, Integer> chosen) {
        this(coverage, longestGap, ours, chosen, Set.of());
    }

    /** The same with what somebody looked for and did not find. */
    public Judging notFound(Set<ItemBarcode> barcodes) {
        return new Judging(coverage, longestGap, ours, chosen, barcodes);
    }

    /** Nothing is known of barcodes, and nobody has chosen. */
    public static Judging of(Coverage coverage) {
        return new Judging(coverage, STANDARD_GAP, barcode -> false, Map.of());
    }

    /** Which items can be missing. */
    public enum Coverage {
        /** All of the scope: somebody said that all of it was read. */
        WHOLE_SCOPE,
        /** Only those that belong between two books that were read one after the other in one stretch. */
        WHAT_WAS_READ
    }
}
