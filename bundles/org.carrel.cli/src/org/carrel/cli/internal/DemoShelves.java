/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.ItemStatus;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.ItemSnapshot;

/**
 * How the books of the demo's inventory stand: mostly in order, and what is the matter with the rest is known.
 *
 * @param first  the barcodes that the first reader reads, from left to right
 * @param second the barcodes of the second one, who goes on where the first one stopped
 * @param meant  how many findings of each kind there are to be
 */
record DemoShelves(List<String> first, List<String> second, Map<Kind, Integer> meant) {

    /** Of one branch's barcodes, but no item has it. */
    private static final String NOBODYS = "31000000099997";
    /** Of another library. */
    private static final String STRANGE = "QZ-4711-08";
    private static final int REMOVED_EVERY = 37;
    private static final int MOVED_EVERY = 53;
    private static final int MOVED_BY = 20;

    /** The shelves of {@code items}, of which a last part is left for another day. */
    static DemoShelves of(ItemSnapshot snapshot, ScopedItems items) {
        List<ItemRecord> here = new ArrayList<>();
        List<ItemRecord> lent = new ArrayList<>();
        items.forEach(number -> {
            ItemRecord item = snapshot.item(number);
            if (item.status().expectedOnShelf()) {
                here.add(item);
            } else if (item.status() == ItemStatus.LOST || item.status() == ItemStatus.ON_LOAN) {
                lent.add(item);
            }
        });
        return new Standing(new ArrayList<>(here.subList(0, here.size() * 3 / 4))).disarrange(snapshot, items, lent);
    }

    /** Barcodes as they stand, while they are being disarranged. */
    private static final class Standing {

        private final List<ItemRecord> inOrder;
        private final Map<Kind, Integer> meant = new EnumMap<>(Kind.class);
        private final List<String> shelf = new ArrayList<>();

        Standing(List<ItemRecord> inOrder) {
            this.inOrder = inOrder;
        }

        DemoShelves disarrange(ItemSnapshot snapshot, ScopedItems items, List<ItemRecord> lent) {
            List<String> moved = new ArrayList<>();
            for (int i = 0; i < inOrder.size(); i++) {
                String barcode = inOrder.get(i).barcode().value();
                if (i % REMOVED_EVERY == REMOVED_EVERY / 2) {
                    count(Kind.MISSING);
                } else if (i % MOVED_EVERY == MOVED_EVERY / 2) {
                    moved.add(barcode);
                } else {
                    shelf.add(barcode);
                }
            }
            for (String barcode : moved) {
                int place = Math.floorMod(moved.indexOf(barcode) * MOVED_EVERY + MOVED_EVERY / 2 + MOVED_BY,
                        shelf.size());
                insert(place, barcode, Kind.MISPLACED);
            }
            // What should not be here at all has no order, so wherever it stands it is just that.
            Scope scope = items.scope();
            foreign(snapshot, group -> !group.branch().equals(scope.branch()))
                    .ifPresent(barcode -> insert(shelf.size() / 5, barcode, Kind.WRONG_BRANCH));
            foreign(snapshot, group -> group.branch().equals(scope.branch()) && !scope.covers(group))
                    .ifPresent(barcode -> insert(shelf.size() / 3, barcode, Kind.WRONG_LOCATION));
            insert(shelf.size() / 2 - 3, NOBODYS, Kind.UNCATALOGED);
            insert(shelf.size() / 2 + 3, STRANGE, Kind.UNKNOWN_BARCODE);
            insert(shelf.size() / 4, shelf.get(shelf.size() / 4), Kind.DUPLICATE_SCAN);
            lent(snapshot, lent, moved);
            int half = shelf.size() / 2;
            return new DemoShelves(List.copyOf(shelf.subList(0, half)),
                    List.copyOf(shelf.subList(half, shelf.size())), Map.copyOf(meant));
        }

        /** What is said to be out or lost stands where it belongs, behind the book that is before it. */
        private void lent(ItemSnapshot snapshot, List<ItemRecord> lent, List<String> moved) {
            Set<ItemStatus> taken = new HashSet<>();
            for (ItemRecord item : lent) {
                int place = snapshot.placeOf(snapshot.numbersOf(item.barcode())[0]);
                String before = place == 0 ? "" : snapshot.item(snapshot.atPlace(place - 1)).barcode().value();
                int at = moved.contains(before) ? -1 : shelf.indexOf(before);
                if (at > 0 && taken.add(item.status())) {
                    insert(at + 1, item.barcode().value(), Kind.WRONG_STATUS);
                }
            }
        }

        private static Optional<String> foreign(ItemSnapshot snapshot, Predicate<ItemGroup> which) {
            for (int number = 0; number < snapshot.size(); number++) {
                ItemGroup group = snapshot.groupOf(number);
                if (which.test(group) && group.status().expectedOnShelf()) {
                    return Optional.of(snapshot.item(number).barcode().value());
                }
            }
            return Optional.empty();
        }

        private void insert(int place, String barcode, Kind kind) {
            shelf.add(place, barcode);
            count(kind);
        }

        private void count(Kind kind) {
            meant.merge(kind, 1, Integer::sum);
        }
    }
}
