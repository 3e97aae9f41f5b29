/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;

/**
 * What was read for a project, put in order for a {@link Comparison}. Each label of a shelf begins another stretch of
 * its session. What was marked as found without a scan is a stretch by itself: where it stands, nobody said. When
 * somebody marked an item both as found and as not found, the last mark counts; one that was taken back does not.
 * Nor does a read that was.
 *
 * @param stretches  in the order in which they began, what was marked as found behind them
 * @param conditions in the order in which they were recorded, without those that were taken back
 * @param notFound   what somebody looked for and did not find
 */
public record ProjectReads(List<Stretch> stretches, List<Condition> conditions, Set<ItemBarcode> notFound) {

    public ProjectReads {
        stretches = List.copyOf(stretches);
        conditions = List.copyOf(conditions);
        notFound = Set.copyOf(notFound);
    }

    /**
     * What somebody said of the state of an item.
     *
     * @param barcode of the item
     * @param code    what they said, such as damaged
     * @param at      when
     * @param person  who
     */
    public record Condition(ItemBarcode barcode, String code, Instant at, String person) {}

    /**
     * Puts {@code reads} in order.
     *
     * @param sessions those of the project; reads of others are of a person whom nobody knows
     * @param reads    in the order in which they were recorded
     */
    public static ProjectReads of(List<InventorySession> sessions, List<InventoryRead> reads) {
        Map<Long, String> people = sessions.stream()
                .collect(Collectors.toMap(InventorySession::number, InventorySession::person));
        Map<Long, Session> bySession = new HashMap<>();
        List<Open> open = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        Map<ItemBarcode, InventoryRead> marked = new LinkedHashMap<>();
        for (InventoryRead read : reads) {
            Session session = bySession.computeIfAbsent(read.session(),
                    number -> new Session(people.getOrDefault(number, "")));
            switch (read.mark().kind()) {
                case ITEM -> session.item(read.mark(), open);
                case SHELF -> session.shelf(read.mark().text());
                case CONDITION -> session.condition(read.mark(), conditions);
                case NO_CONDITION -> session.noCondition(read.mark(), conditions);
                case ABOUT -> session.about(read.mark());
                case TAKEN_BACK -> session.takeBack(read.mark());
                case REACH -> session.reach(Integer.parseInt(read.mark().text()));
                case FOUND, NOT_FOUND -> marked.put(session.about(read.mark()), read);
                case UNMARKED -> marked.remove(session.about(read.mark()));
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        open.stream().filter(stretch -> !stretch.reads().isEmpty())
                .forEach(stretch -> stretches.add(new Stretch(stretch.location(), stretch.reach(), stretch.reads())));
        Set<ItemBarcode> scanned = open.stream().flatMap(stretch -> stretch.reads().stream()).map(ShelfRead::barcode)
                .collect(Collectors.toSet());
        Set<ItemBarcode> notFound = new HashSet<>();
        marked.forEach((barcode, read) -> {
            if (read.mark().kind() == Kind.NOT_FOUND) {
                notFound.add(barcode);
            } else if (!scanned.contains(barcode)) {
                stretches.add(Stretch.of(List.of(new ShelfRead(barcode, read.mark().at(),
                        people.getOrDefault(read.session(), "")))));
            }
        });
        return new ProjectReads(stretches, conditions, notFound);
    }

    private record Open(String location, int reach, List<ShelfRead> reads) {}

    /** A session as far as it was followed. */
    private static final class Session {

        private final String person;
        private String location = "";
        private List<ShelfRead> stretch = new ArrayList<>();
        private int reach;
        private boolean isOpen;
        /** All that were opened. */
        private final List<List<ShelfRead>> mine = new ArrayList<>();
        private ItemBarcode last;

        Session(String person) {
            this.person = person;
        }

        ItemBarcode about(Mark mark) {
            last = new ItemBarcode(mark.text());
            return last;
        }

        void item(Mark mark, List<Open> open) {
            if (!isOpen) {
                mine.add(stretch);
                open.add(new Open(location, reach, stretch));
                isOpen = true;
            }
            stretch.add(new ShelfRead(about(mark), mark.at(), person));
        }

        void shelf(String label) {
            location = label;
            begin();
        }

        /** What is read with another device is held against what was read with that one alone. */
        void reach(int books) {
            if (books != reach) {
                reach = books;
                begin();
            }
        }

        private void begin() {
            stretch = new ArrayList<>();
            isOpen = false;
        }

        /** The last read of it in this session does not count; a condition that comes now is about nothing. */
        void takeBack(Mark mark) {
            ItemBarcode barcode = new ItemBarcode(mark.text());
            last = null;
            for (List<ShelfRead> reads : mine.reversed()) {
                for (int i = reads.size() - 1; i >= 0; i--) {
                    if (reads.get(i).barcode().equals(barcode)) {
                        reads.remove(i);
                        return;
                    }
                }
            }
        }

        /** One before the first item is about nothing. */
        void condition(Mark mark, List<Condition> conditions) {
            if (last != null) {
                conditions.add(new Condition(last, mark.text(), mark.at(), person));
            }
        }

        /** Takes back what anybody said, not only what was said in this session. */
        void noCondition(Mark mark, List<Condition> conditions) {
            conditions.removeIf(said -> said.barcode().equals(last) && said.code().equalsIgnoreCase(mark.text()));
        }
    }
}
