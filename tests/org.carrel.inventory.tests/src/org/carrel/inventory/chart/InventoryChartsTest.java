/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.internal.StandardCallNumbers;
import org.carrel.inventory.chart.InventoryCharts.Location;
import org.carrel.inventory.chart.InventoryCharts.Moment;
import org.carrel.inventory.chart.InventoryCharts.Person;
import org.carrel.inventory.chart.InventoryCharts.Range;
import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.comparison.Judging;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.ListedItems;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.inventory.Scope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DisplayName("The charts of an inventory")
class InventoryChartsTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T09:00:00Z");

    private final List<ItemRecord> items = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();

    @Test
    void say_how_far_each_shelving_location_is() {
        stacks(1, 10);
        add("900", "QA900", "RESERVE", "AVAILABLE");
        add("50", "QA50", "STACKS", "ON_LOAN");
        read(BEGIN, "anna", "1", "2", "4", "5", "50");

        InventoryCharts charts = charts(Coverage.WHAT_WAS_READ);

        // 6 to 10 belong between 5 and 50.
        assertEquals(List.of(new Location("RESERVE", 0, 0, 1), new Location("STACKS", 5, 6, 0)), charts.locations());
        assertEquals(5, charts.read());
        assertEquals(6, charts.missing());
        assertEquals(1, charts.open());
        assertEquals(100, charts.locations().getLast().percentDone());
    }

    @Test
    void are_never_at_a_hundred_percent_while_something_is_open() {
        assertEquals(99, new Location("STACKS", 100_000, 0, 1).percentDone());
        assertEquals(0, new Location("STACKS", 0, 0, 5).percentDone());
        assertEquals(100, new Location("STACKS", 0, 0, 0).percentDone());
    }

    @Test
    void count_each_item_at_the_moment_when_it_was_first_read() {
        stacks(1, 6);
        read(BEGIN.plus(Duration.ofMinutes(30)), "ben", "1", "5");
        read(BEGIN, "anna", "1", "2", "3", "nobody's");

        InventoryCharts charts = charts(Coverage.WHAT_WAS_READ);

        assertEquals(new Moment(BEGIN, 0), charts.overTime().getFirst());
        assertEquals(4, charts.overTime().getLast().read());
        assertEquals(Integer.valueOf(3), readAt(charts, BEGIN.plus(Duration.ofMinutes(20))));
        assertEquals(List.of(new Person("anna", 3, 1), new Person("ben", 1, 0)), charts.people());
    }

    private static Integer readAt(InventoryCharts charts, Instant at) {
        return charts.overTime().stream().filter(moment -> !moment.at().isAfter(at)).reduce((one, other) -> other)
                .map(Moment::read).orElseThrow();
    }

    @Test
    void show_weeks_of_reading_in_as_few_points_as_a_day_of_it() {
        stacks(1, 500);
        for (int i = 1; i <= 500; i++) {
            read(BEGIN.plus(Duration.ofHours(5L * i)), "anna", Integer.toString(i));
        }
        List<Moment> moments = charts(Coverage.WHAT_WAS_READ).overTime();
        assertTrue(moments.size() <= InventoryCharts.MOST_MOMENTS, () -> moments.size() + " points");
        assertTrue(moments.size() >= 10, () -> moments.size() + " points");
        for (int i = 1; i < moments.size(); i++) {
            assertTrue(moments.get(i - 1).at().isBefore(moments.get(i).at()), moments::toString);
            assertTrue(moments.get(i - 1).read() <= moments.get(i).read(), moments::toString);
        }
    }

    @Test
    void of_ten_years_have_no_more_points_either() {
        stacks(1, 2);
        read(BEGIN, "anna", "1");
        read(BEGIN.plus(Duration.ofDays(3650)), "anna", "2");
        List<Moment> moments = charts(Coverage.WHAT_WAS_READ).overTime();
        assertTrue(moments.size() <= InventoryCharts.MOST_MOMENTS, () -> moments.size() + " points");
        assertEquals(2, moments.getLast().read());
    }

    @Test
    void put_a_finding_where_the_book_belongs_and_a_stranger_where_it_stands() {
        stacks(1, 40);
        add("900", "QA900", "RESERVE", "AVAILABLE");
        List<String> all = new ArrayList<>(IntStream.rangeClosed(1, 40).mapToObj(Integer::toString).toList());
        all.remove("15");
        all.add(all.indexOf("35"), "900");
        all.add(0, "stranger");
        read(BEGIN, "anna", all.toArray(String[]::new));
        read(BEGIN, "anna", "alone");
        read(BEGIN, "anna", "1");

        InventoryCharts charts = charts(Coverage.WHAT_WAS_READ, Scope.of("MAIN", Set.of("STACKS")));

        assertEquals(4, charts.ranges().size());
        assertEquals(List.of("QA1", "QA11", "QA21", "QA31"), charts.ranges().stream().map(Range::from).toList());
        assertEquals(List.of("QA10", "QA20", "QA30", "QA40"), charts.ranges().stream().map(Range::to).toList());
        assertEquals(
                List.of(Map.of(Kind.UNKNOWN_BARCODE, 1), Map.of(Kind.MISSING, 1), Map.of(),
                        Map.of(Kind.WRONG_LOCATION, 1)),
                charts.ranges().stream().map(Range::findings).toList());
        assertEquals(Map.of(Kind.UNKNOWN_BARCODE, 1), charts.elsewhere(), "scanned twice is nothing on a shelf");
    }

    @RepeatedTest(20)
    void add_up_to_the_findings_and_to_the_items_whatever_was_read() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int count = 1 + random.nextInt(400);
        stacks(1, count);
        for (int i = 0; i < count / 10; i++) {
            add("r" + i, "QB" + random.nextInt(50), "RESERVE", random.nextBoolean() ? "AVAILABLE" : "LOST");
        }
        List<ItemRecord> shelf = new ArrayList<>(items);
        Collections.shuffle(shelf.subList(0, shelf.size() / 3), random);
        for (int from = 0; from < shelf.size(); from += 30) {
            List<String> barcodes = new ArrayList<>(shelf.subList(from, Math.min(shelf.size(), from + 30)).stream()
                    .filter(item -> random.nextInt(10) > 0).map(item -> item.barcode().value()).toList());
            barcodes.add("s" + random.nextInt(5));
            read(BEGIN.plusSeconds(random.nextInt(1_000_000)), "p" + random.nextInt(3),
                    barcodes.toArray(String[]::new));
        }
        InventoryResults results = results(Coverage.values()[random.nextInt(2)], Scope.of("MAIN"));
        InventoryCharts charts = InventoryCharts.of(results);

        Map<Kind, Long> expected = results.comparison().findings().stream().map(Finding::kind)
                .filter(kind -> kind != Kind.DUPLICATE_SCAN)
                .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
        Map<Kind, Long> counted = new HashMap<>();
        charts.ranges().forEach(range -> range.findings()
                .forEach((kind, number) -> counted.merge(kind, number.longValue(), Long::sum)));
        charts.elsewhere().forEach((kind, number) -> counted.merge(kind, number.longValue(), Long::sum));
        assertEquals(expected, counted, () -> "seed " + seed);
        assertEquals(items.size(), charts.ranges().stream().mapToInt(Range::items).sum(), () -> "seed " + seed);
        assertTrue(charts.ranges().size() <= InventoryCharts.MOST_RANGES, () -> "seed " + seed);
        long inventoried = results.comparison().inventoried().count();
        assertEquals(inventoried, charts.read(), () -> "seed " + seed);
        assertEquals(inventoried, charts.people().stream().mapToInt(Person::read).sum(), () -> "seed " + seed);
        assertEquals(inventoried, charts.overTime().isEmpty() ? 0 : charts.overTime().getLast().read(),
                () -> "seed " + seed);
        assertEquals(expected.getOrDefault(Kind.MISSING, 0L), (long) charts.missing(), () -> "seed " + seed);
        assertTrue(charts.locations().stream().allMatch(location -> location.open() >= 0), () -> "seed " + seed);
    }

    @Test
    void of_an_inventory_that_nobody_began_are_empty_but_for_what_is_open() {
        stacks(1, 25);
        InventoryCharts charts = charts(Coverage.WHAT_WAS_READ);
        assertEquals(List.of(), charts.overTime());
        assertEquals(List.of(), charts.people());
        assertEquals(List.of(new Location("STACKS", 0, 0, 25)), charts.locations());
        assertEquals(0, charts.findings());
    }

    @Test
    void are_in_parts_of_about_as_many_items_also_when_there_are_more_than_anybody_counts() {
        stacks(1, 40_000);
        List<Range> ranges = charts(Coverage.WHAT_WAS_READ).ranges();
        assertEquals(InventoryCharts.MOST_RANGES, ranges.size());
        ranges.forEach(range -> assertTrue(Math.abs(range.items() - 40_000 / 24) < 40, range::toString));
    }

    @Test
    void name_ranges_briefly() {
        Map<String, String> expected = Map.of("QA76.9 .D3 2004", "QA76.9", "DVD 12 c.2", "DVD 12", "005.133 K39c 1988",
                "005.133", "FIC Adams", "FIC", "Ref. QA76 .B3", "Ref.", "", "", "QA 76.9 .D3", "QA 76.9",
                "NoBlankInAllOfIt", "NoBlankInAll");
        expected.forEach((full, brief) -> assertEquals(brief, Range.brief(full)));
    }

    private void stacks(int from, int to) {
        IntStream.rangeClosed(from, to).forEach(i -> add(Integer.toString(i), "QA" + i, "STACKS", "AVAILABLE"));
    }

    private void add(String barcode, String callNumber, String location, String status) {
        items.add(ItemRecord.of(new ItemBarcode(barcode), "Title", callNumber,
                new ItemGroup("XYZ", "MAIN", location, "", "BOOK", "Book", status)));
    }

    private void read(Instant from, String person, String... barcodes) {
        List<String> all = Arrays.asList(barcodes);
        stretches.add(Stretch.of(IntStream.range(0, all.size()).mapToObj(
                i -> new ShelfRead(new ItemBarcode(all.get(i)), from.plusSeconds(i), person))
                .toList()));
    }

    private InventoryCharts charts(Coverage coverage) {
        return charts(coverage, Scope.of("MAIN"));
    }

    private InventoryCharts charts(Coverage coverage, Scope scope) {
        return InventoryCharts.of(results(coverage, scope));
    }

    private InventoryResults results(Coverage coverage, Scope scope) {
        CallNumbers numbers = StandardCallNumbers.table();
        if (!(ScopedItems.of(new ListedItems(items, numbers), scope,
                numbers) instanceof ScopedItems.Found.Ready ready)) {
            throw new AssertionError("the scope cannot be used");
        }
        return new InventoryResults("Main Library", "Autumn", ready.items(), stretches,
                Comparison.of(ready.items(), stretches, Judging.of(coverage)));
    }
}
