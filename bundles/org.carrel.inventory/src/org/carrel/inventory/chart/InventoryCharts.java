/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.chart;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.inventory.chart.internal.Clockwork;
import org.carrel.inventory.chart.internal.People;
import org.carrel.inventory.chart.internal.Ranges;
import org.carrel.inventory.chart.internal.Shelves;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.report.InventoryResults;

/**
 * The numbers behind the charts of one inventory. They are of the same comparison as its reports, and add up to them.
 * Immutable.
 *
 * @param overTime   how many items of the scope had been read by when, the earliest first; empty when none was
 * @param locations  how far each shelving location of the scope is, by name
 * @param people     how many items each person read, most first
 * @param ranges     where there is something to do, in shelf order; empty when the scope has no items
 * @param elsewhere  findings that belong to no range: nothing that is known was read before or after them
 */
public record InventoryCharts(List<Moment> overTime, List<Location> locations, List<Person> people, List<Range> ranges,
        Map<Finding.Kind, Integer> elsewhere) {

    /** More bars than this are hard to tell apart on a screen. */
    public static final int MOST_RANGES = 24;

    /** More points than this make no other line. */
    public static final int MOST_MOMENTS = 60;

    public InventoryCharts {
        overTime = List.copyOf(overTime);
        locations = List.copyOf(locations);
        people = List.copyOf(people);
        ranges = List.copyOf(ranges);
        elsewhere = Map.copyOf(elsewhere);
    }

    /**
     * How far the inventory was.
     *
     * @param at   the end of an interval
     * @param read how many items of the scope had been read until then
     */
    public record Moment(Instant at, int read) {}

    /**
     * How far a shelving location is. The three numbers have no item in common.
     *
     * @param name    as in the item file; may be empty
     * @param read    how many items of the scope were read, those too that are said to be elsewhere
     * @param missing how many are missing
     * @param open    how many are expected on the shelf, and where they belong nobody has read yet
     */
    public record Location(String name, int read, int missing, int open) {

        /** All that is to be read or was read. */
        public int all() {
            return read + missing + open;
        }

        /** How much of it is settled, in percent, rounded down: 100 only when nothing is open. */
        public int percentDone() {
            return all() == 0 ? 100 : (int) ((all() - open) * 100L / all());
        }
    }

    /**
     * What a person did.
     *
     * @param name  as the session knows; may be empty
     * @param read  how many items of the scope this person was the first to read
     * @param found how many findings there are about what this person read
     */
    public record Person(String name, int read, int found) {}

    /**
     * A part of the shelves. All parts of a scope have about as many items.
     *
     * @param from     call number of its first item
     * @param to       call number of its last item
     * @param items    how many items it has
     * @param findings how many of each kind; without those that do not occur
     */
    public record Range(String from, String to, int items, Map<Finding.Kind, Integer> findings) {

        private static final Pattern BRIEF = Pattern.compile("\\p{L}+\\.? +\\d[^ ]*|[^ ]{1,12}");

        public Range {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            findings = Map.copyOf(findings);
        }

        /**
         * The beginning of a call number, for where there is little room: up to the cutter, {@code QA76.9} of
         * {@code QA76.9 .D3 2004}, but {@code DVD 12} of {@code DVD 12 c.2}.
         */
        public static String brief(String callNumber) {
            Matcher matcher = BRIEF.matcher(callNumber.strip());
            return matcher.lookingAt() ? matcher.group() : callNumber.strip();
        }

        /** How many findings there are. */
        public int all() {
            return findings.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Counts. Looks at each item of the scope twice, so that a million take a few seconds: not for the UI thread. A
     * barcode that was scanned twice is no finding about the shelves and is left out.
     */
    public static InventoryCharts of(InventoryResults results) {
        Clockwork reads = Clockwork.of(results);
        Ranges ranges = Ranges.of(results.items(), MOST_RANGES);
        Map<Finding.Kind, Integer> elsewhere = new EnumMap<>(Finding.Kind.class);
        ranges.count(results).forEach(kind -> elsewhere.merge(kind, 1, Integer::sum));
        return new InventoryCharts(reads.moments(MOST_MOMENTS), Shelves.of(results), People.of(results, reads),
                ranges.list(), elsewhere);
    }

    /** How many items were read. */
    public int read() {
        return locations.stream().mapToInt(Location::read).sum();
    }

    /** How many items are missing. */
    public int missing() {
        return locations.stream().mapToInt(Location::missing).sum();
    }

    /** How many items are still to be read. */
    public int open() {
        return locations.stream().mapToInt(Location::open).sum();
    }

    /** How many findings there are, in ranges and elsewhere. */
    public int findings() {
        return ranges.stream().mapToInt(Range::all).sum()
                + elsewhere.values().stream().mapToInt(Integer::intValue).sum();
    }
}
