/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.chart.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.carrel.inventory.chart.InventoryCharts.Moment;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.model.port.ItemSnapshot;

/** When each item of the scope was first read, and by whom. */
public final class Clockwork {

    /** The intervals that people think in. */
    private static final List<Duration> INTERVALS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(10),
            Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1),
            Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(28));

    private final List<ShelfRead> firsts;

    private Clockwork(List<ShelfRead> firsts) {
        this.firsts = firsts;
    }

    /** Looks through all that was read. */
    public static Clockwork of(InventoryResults results) {
        ItemSnapshot snapshot = results.items().snapshot();
        BitSet counted = new BitSet();
        results.comparison().inventoried().forEach(counted::set);
        List<ShelfRead> reads = new ArrayList<>();
        for (Stretch stretch : results.stretches()) {
            reads.addAll(stretch.reads());
        }
        // Stretches come in any order, and two people can have read one book.
        reads.sort(Comparator.comparing(ShelfRead::at));
        List<ShelfRead> firsts = new ArrayList<>();
        for (ShelfRead read : reads) {
            Arrays.stream(snapshot.numbersOf(read.barcode())).filter(counted::get).findFirst().ifPresent(number -> {
                counted.clear(number);
                firsts.add(read);
            });
        }
        return new Clockwork(firsts);
    }

    /** How many items had been read by when, in intervals that are as short as {@code most} of them allow. */
    public List<Moment> moments(int most) {
        if (firsts.isEmpty()) {
            return List.of();
        }
        Instant begin = firsts.getFirst().at();
        long seconds = interval(Duration.between(begin, firsts.getLast().at()), most).toSeconds();
        List<Moment> moments = new ArrayList<>();
        moments.add(new Moment(begin, 0));
        int read = 0;
        long end = Math.floorDiv(begin.getEpochSecond(), seconds) + 1;
        for (ShelfRead first : firsts) {
            for (; first.at().getEpochSecond() >= end * seconds; end++) {
                moments.add(new Moment(Instant.ofEpochSecond(end * seconds), read));
            }
            read++;
        }
        moments.add(new Moment(Instant.ofEpochSecond(end * seconds), read));
        return moments;
    }

    private static Duration interval(Duration whole, int most) {
        return INTERVALS.stream().filter(interval -> whole.dividedBy(interval) + 3 <= most).findFirst()
                .orElseGet(() -> whole.dividedBy(Math.max(1, most - 3L)).plusDays(1));
    }

    /** How many items each person was the first to read. */
    Map<String, Integer> byPerson() {
        Map<String, Integer> people = new HashMap<>();
        firsts.forEach(read -> people.merge(read.person(), 1, Integer::sum));
        return people;
    }
}
