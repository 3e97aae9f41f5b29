/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import org.carrel.inventory.chart.InventoryCharts;
import org.carrel.inventory.chart.InventoryCharts.Location;
import org.carrel.inventory.chart.InventoryCharts.Moment;
import org.carrel.inventory.chart.InventoryCharts.Person;
import org.carrel.inventory.chart.InventoryCharts.Range;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.ui.internal.charts.ChartNumbers.Ink;
import org.carrel.inventory.ui.internal.charts.ChartNumbers.Series;
import org.carrel.model.Texts;
import org.carrel.ui.Moments;

/** The charts that there are. */
enum ChartKind {
    LOCATIONS {
        @Override
        ChartNumbers of(InventoryCharts charts, Moments moments) {
            List<Location> all = charts.locations();
            int percent = new Location("", charts.read(), charts.missing(), charts.open()).percentDone();
            return new ChartNumbers(TEXTS.get("locations.sentence", percent, charts.read(), charts.missing(),
                    charts.open()), columns("location", "read", "missing", "open", "done"),
                    all.stream().map(one -> List.of(named(one.name()), number(one.read()), number(one.missing()),
                            number(one.open()), TEXTS.get("percent", one.percentDone()))).toList(),
                    all.stream().map(one -> named(one.name())).toList(), List.of(),
                    List.of(series("read", Ink.READ, all, Location::read),
                            series("missing", Ink.MISSING, all, Location::missing),
                            series("open", Ink.OPEN, all, Location::open)));
        }
    },
    TIME {
        @Override
        ChartNumbers of(InventoryCharts charts, Moments moments) {
            List<Moment> all = charts.overTime();
            List<List<String>> rows = new ArrayList<>();
            for (int i = 1; i < all.size(); i++) {
                int more = all.get(i).read() - all.get(i - 1).read();
                rows.add(List.of(moments.inTable(all.get(i).at()), number(all.get(i).read()), number(more)));
            }
            return new ChartNumbers(all.isEmpty() ? TEXTS.get("time.none")
                    : TEXTS.get("time.sentence", charts.read(), moments.inFull(all.getFirst().at()),
                            moments.inFull(all.getLast().at())),
                    columns("until", "read", "more"), rows, List.of(), all.stream().map(Moment::at).toList(),
                    List.of(series("read", Ink.READ, all, Moment::read)));
        }
    },
    PEOPLE {
        @Override
        ChartNumbers of(InventoryCharts charts, Moments moments) {
            List<Person> all = charts.people();
            return new ChartNumbers(TEXTS.get("people.sentence", all.size(), charts.read()),
                    columns("person", "read", "found"),
                    all.stream().map(one -> List.of(named(one.name()), number(one.read()), number(one.found())))
                            .toList(),
                    all.stream().map(one -> named(one.name())).toList(), List.of(),
                    List.of(series("read", Ink.READ, all, Person::read)));
        }
    },
    RANGES {
        @Override
        ChartNumbers of(InventoryCharts charts, Moments moments) {
            List<Range> all = charts.ranges();
            List<List<String>> rows = new ArrayList<>();
            for (Range range : all) {
                rows.add(row(TEXTS.get("range", called(range.from()), called(range.to())), number(range.items()),
                        range.findings()));
            }
            if (!charts.elsewhere().isEmpty()) {
                rows.add(row(TEXTS.get("range.elsewhere"), "", charts.elsewhere()));
            }
            List<Series> series = new ArrayList<>();
            for (Group group : Group.values()) {
                series.add(series(group.key(), group.ink, all, range -> group.count(range.findings())));
            }
            List<String> columns = new ArrayList<>(columns("callNumbers", "items", "all"));
            Arrays.stream(Group.values()).forEach(group -> columns.add(TEXTS.get("column." + group.key())));
            return new ChartNumbers(TEXTS.get("ranges.sentence", charts.findings(), all.size()), columns, rows,
                    all.stream().map(range -> called(Range.brief(range.from()))).toList(), List.of(), series);
        }

        private List<String> row(String name, String items, Map<Finding.Kind, Integer> findings) {
            List<String> row = new ArrayList<>();
            row.add(name);
            row.add(items);
            row.add(number(findings.values().stream().mapToInt(Integer::intValue).sum()));
            Arrays.stream(Group.values()).forEach(group -> row.add(number(group.count(findings))));
            return row;
        }
    };

    private static final Texts TEXTS = Texts.of(ChartKind.class);

    /** Kinds of findings that somebody who walks along a shelf does the same about. */
    private enum Group {
        MISSING(Ink.MISSING), MISPLACED(Ink.MISPLACED), STATUS(Ink.STATUS), STRANGE(Ink.STRANGE),
        OTHER(Ink.UNKNOWN);

        private final Ink ink;

        Group(Ink ink) {
            this.ink = ink;
        }

        String key() {
            return "group." + name();
        }

        static Group of(Finding.Kind kind) {
            return switch (kind) {
                case MISSING -> MISSING;
                case MISPLACED -> MISPLACED;
                case WRONG_STATUS -> STATUS;
                case OUT_OF_RANGE, WRONG_LOCATION, WRONG_BRANCH -> STRANGE;
                default -> OTHER;
            };
        }

        int count(Map<Finding.Kind, Integer> findings) {
            Map<Group, Integer> counts = new EnumMap<>(Group.class);
            findings.forEach((kind, count) -> counts.merge(of(kind), count, Integer::sum));
            return counts.getOrDefault(this, 0);
        }
    }

    /** The numbers of this chart. */
    abstract ChartNumbers of(InventoryCharts charts, Moments moments);

    /** What people choose it by. */
    String label() {
        return TEXTS.get("kind." + name());
    }

    private static List<String> columns(String... keys) {
        return Arrays.stream(keys).map(key -> TEXTS.get("column." + key)).toList();
    }

    private static <R> Series series(String key, Ink ink, List<R> rows, ToIntFunction<R> value) {
        return new Series(TEXTS.get("column." + key), ink, rows.stream().map(value::applyAsInt).toList());
    }

    private static String number(int value) {
        return TEXTS.get("number", value);
    }

    private static String named(String name) {
        return name.isBlank() ? TEXTS.get("unnamed") : name;
    }

    private static String called(String callNumber) {
        return callNumber.isBlank() ? TEXTS.get("uncalled") : callNumber;
    }
}
