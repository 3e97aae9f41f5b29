/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.shelf.internal;

import java.util.Arrays;
import java.util.Comparator;

import org.carrel.inventory.callnumber.ShelfKey;

/**
 * The most books of which none was read more than {@code reach} places before another one with a smaller key.
 *
 * <p>
 * Books are taken in shelf order. Whether one more can be kept depends only on the greatest place among those that are
 * kept already, its <em>front</em>: the book must have been read at most {@code reach} places before it. So for each
 * front the greatest number of books is known, and a book either moves the front to itself or is one more for the
 * fronts that are within reach. Books with equal keys are taken as they were read, so that they never stand against
 * each other.
 */
public final class LongestWithinReach {

    private static final int NONE = -1;

    private final int reach;
    /** By place: how many books can be kept when that is the front; 0 while it is none. */
    private final int[] counts;
    /** By place: the front before this one. */
    private final int[] former;
    /** By place: the rank in shelf order. */
    private final int[] ranks;
    /** A Fenwick tree of the fronts with the greatest counts. */
    private final int[] best;

    private LongestWithinReach(int size, int reach) {
        this.reach = reach;
        this.counts = new int[size];
        this.former = new int[size];
        this.ranks = new int[size];
        this.best = new int[size + 1];
        Arrays.fill(best, NONE);
    }

    /** The places of its books in shelf order. */
    public static int[] of(ShelfKey[] row, int reach) {
        Integer[] byKey = new Integer[row.length];
        Arrays.setAll(byKey, place -> place);
        Arrays.sort(byKey, Comparator.comparing(place -> row[place]));
        LongestWithinReach longest = new LongestWithinReach(row.length, reach);
        for (int rank = 0; rank < byKey.length; rank++) {
            longest.take(byKey[rank], rank);
        }
        boolean[] kept = longest.kept();
        return Arrays.stream(byKey).filter(place -> kept[place]).mapToInt(Integer::intValue).toArray();
    }

    private void take(int place, int rank) {
        ranks[place] = rank;
        int front = bestUpTo(place);
        int end = (int) Math.min(counts.length, (long) place + reach + 1);
        for (int other = place + 1; other < end; other++) {
            if (counts[other] > 0) {
                counts[other]++;
                raised(other);
            }
        }
        former[place] = front;
        counts[place] = 1 + (front == NONE ? 0 : counts[front]);
        raised(place);
    }

    private int bestUpTo(int place) {
        int found = NONE;
        for (int node = place + 1; node > 0; node -= node & -node) {
            if (best[node] != NONE && (found == NONE || counts[best[node]] > counts[found])) {
                found = best[node];
            }
        }
        return found;
    }

    private void raised(int place) {
        for (int node = place + 1; node < best.length; node += node & -node) {
            if (best[node] == NONE || counts[place] > counts[best[node]]) {
                best[node] = place;
            }
        }
    }

    private boolean[] kept() {
        boolean[] kept = new boolean[counts.length];
        int front = counts.length == 0 ? NONE : bestUpTo(counts.length - 1);
        int until = counts.length;
        while (front != NONE) {
            kept[front] = true;
            for (int place = Math.max(0, front - reach); place < front; place++) {
                kept[place] |= ranks[place] > ranks[front] && ranks[place] < until;
            }
            until = ranks[front];
            front = former[front];
        }
        return kept;
    }
}
