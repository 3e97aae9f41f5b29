/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.internal.Segment.Book;
import org.carrel.inventory.shelf.Misplaced;
import org.carrel.inventory.shelf.ShelfOrder;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemSnapshot;

/** Segments put one behind another, and what their order says. */
public final class Rows {

    private final ItemSnapshot snapshot;
    private final List<Row> rows = new ArrayList<>();

    private Rows(ItemSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** A segment with the keys of its books, and the first and last key of the middle half of those in order. */
    private record Keyed(Segment segment, List<ShelfKey> keys, ShelfKey from, ShelfKey to) {}

    /** Segments one behind another, and the order of all their books. */
    private record Row(List<Keyed> segments, ShelfOrder order) {}

    public static Rows of(ItemSnapshot snapshot, List<Segment> segments) {
        Rows rows = new Rows(snapshot);
        Map<String, List<Keyed>> byLocation = new LinkedHashMap<>();
        for (Segment segment : segments) {
            // One book alone says nothing of what it stands beside.
            if (segment.books().size() > 1) {
                byLocation.computeIfAbsent(segment.location(), location -> new ArrayList<>()).add(rows.keyed(segment));
            }
        }
        byLocation.values().forEach(rows::line);
        return rows;
    }

    private Keyed keyed(Segment segment) {
        List<ShelfKey> keys = segment.books().stream().map(book -> ShelfKey.of(snapshot.shelfKey(book.number())))
                .toList();
        ShelfOrder own = ShelfOrder.of(keys, segment.reach());
        List<ShelfKey> inOrder = IntStream.range(0, keys.size()).filter(place -> !own.isMisplaced(place))
                .mapToObj(keys::get).sorted().toList();
        int quarter = inOrder.size() / 4;
        return new Keyed(segment, keys, inOrder.get(quarter), inOrder.get(inOrder.size() - 1 - quarter));
    }

    /** Puts each segment behind the first row that ends before it begins; without such a row it begins one. */
    private void line(List<Keyed> segments) {
        List<List<Keyed>> lines = new ArrayList<>();
        segments.stream().sorted(Comparator.comparing(Keyed::from)).forEach(segment -> {
            Optional<List<Keyed>> fitting = lines.stream()
                    .filter(line -> line.get(line.size() - 1).to().compareTo(segment.from()) <= 0).findFirst();
            if (fitting.isPresent()) {
                fitting.get().add(segment);
            } else {
                lines.add(new ArrayList<>(List.of(segment)));
            }
        });
        for (List<Keyed> line : lines) {
            List<ShelfKey> keys = line.stream().flatMap(segment -> segment.keys().stream()).toList();
            int reach = line.stream().mapToInt(segment -> segment.segment().reach()).max().orElse(0);
            rows.add(new Row(line, ShelfOrder.of(keys, reach)));
        }
    }

    /** The books to move. */
    public List<Finding> misplaced() {
        List<Finding> findings = new ArrayList<>();
        for (Row row : rows) {
            List<Book> books = row.segments().stream().flatMap(segment -> segment.segment().books().stream()).toList();
            for (Misplaced move : row.order().misplaced()) {
                Book book = books.get(move.place());
                findings.add(new Finding.Misplaced(book.read(), snapshot.item(book.number()),
                        neighbour(books, move.behind()), neighbour(books, move.before())));
            }
        }
        return findings;
    }

    private Optional<ItemRecord> neighbour(List<Book> books, OptionalInt place) {
        return place.isEmpty() ? Optional.empty() : Optional.of(snapshot.item(books.get(place.getAsInt()).number()));
    }

    /**
     * The places of the snapshot between two books in order of one segment that nothing in order lies between, unless
     * more than {@code longestGap} places lie between them.
     */
    public IntStream covered(int longestGap) {
        BitSet covered = new BitSet();
        for (Row row : rows) {
            int first = 0;
            for (Keyed segment : row.segments()) {
                List<Book> books = segment.segment().books();
                int begin = first;
                int[] places = IntStream.range(0, books.size()).filter(i -> !row.order().isMisplaced(begin + i))
                        .map(i -> snapshot.placeOf(books.get(i).number())).sorted().toArray();
                for (int i = 1; i < places.length; i++) {
                    if (places[i] - places[i - 1] - 1 <= longestGap) {
                        covered.set(places[i - 1], places[i]);
                    }
                }
                first += books.size();
            }
        }
        return covered.stream();
    }
}
