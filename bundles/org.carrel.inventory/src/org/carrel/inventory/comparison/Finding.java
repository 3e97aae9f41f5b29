/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;
import org.carrel.model.inventory.ConditionCode;

/**
 * Something that somebody should do something about. One book may have several, such as a wrong status on a wrong
 * shelf.
 */
public sealed interface Finding {

    /** What is the matter. */
    Kind kind();

    /** The barcode it is about. */
    default ItemBarcode barcode() {
        return switch (this) {
            case Missing missing -> missing.item().barcode();
            case InCondition said -> said.said().barcode();
            case OfRead read -> read.read().barcode();
        };
    }

    /** The items it is about; several when nobody knows which of them it is, none when nobody knows any. */
    default List<ItemRecord> items() {
        return switch (this) {
            case Missing missing -> List.of(missing.item());
            case Misplaced misplaced -> List.of(misplaced.item());
            case OutOfRange out -> List.of(out.item());
            case WrongLocation wrong -> List.of(wrong.item());
            case WrongBranch wrong -> List.of(wrong.item());
            case WrongStatus wrong -> List.of(wrong.item());
            case DuplicateBarcode duplicate -> duplicate.items();
            case InCondition said -> said.items();
            case UnknownBarcode unknown -> List.of();
            case Uncataloged uncataloged -> List.of();
            case DuplicateScan again -> List.of();
        };
    }

    /** What to do: a sentence. */
    default String nextStep() {
        return kind().nextStep();
    }

    /** What can be the matter. */
    enum Kind {
        MISSING, UNKNOWN_BARCODE, UNCATALOGED, MISPLACED, OUT_OF_RANGE, WRONG_LOCATION, WRONG_BRANCH, WRONG_STATUS,
        DUPLICATE_BARCODE, CONDITION, DUPLICATE_SCAN;

        /** What people call it. */
        public String label() {
            return Texts.of(Finding.class).get("kind." + name());
        }

        /** What to do about it: a sentence. */
        public String nextStep() {
            return Texts.of(Finding.class).get("next." + name());
        }
    }

    /** A finding about something that was read. */
    sealed interface OfRead extends Finding {
        /** The read that it is about. */
        ShelfRead read();
    }

    /** Expected on a shelf that was read, and not there. */
    record Missing(ItemRecord item) implements Finding {
        public Missing {
            Objects.requireNonNull(item, "item");
        }

        @Override
        public Kind kind() {
            return Kind.MISSING;
        }
    }

    /** Not in the item file, and unlike the barcodes of the branch. */
    record UnknownBarcode(ShelfRead read) implements OfRead {
        @Override
        public Kind kind() {
            return Kind.UNKNOWN_BARCODE;
        }
    }

    /** A barcode of the branch that no record has, or one whose record has neither title nor call number. */
    record Uncataloged(ShelfRead read) implements OfRead {
        @Override
        public Kind kind() {
            return Kind.UNCATALOGED;
        }
    }

    /**
     * On the right shelves but out of order.
     *
     * @param behind the item, in its right place, that it belongs behind; empty at the beginning
     * @param before the item, in its right place, that it belongs before; empty at the end
     */
    record Misplaced(ShelfRead read, ItemRecord item, Optional<ItemRecord> behind, Optional<ItemRecord> before)
            implements OfRead {
        @Override
        public Kind kind() {
            return Kind.MISPLACED;
        }
    }

    /** On the right shelves, but its call number is outside the range of the scope. */
    record OutOfRange(ShelfRead read, ItemRecord item) implements OfRead {
        @Override
        public Kind kind() {
            return Kind.OUT_OF_RANGE;
        }
    }

    /** Belongs to another shelving location of the branch. */
    record WrongLocation(ShelfRead read, ItemRecord item) implements OfRead {
        @Override
        public Kind kind() {
            return Kind.WRONG_LOCATION;
        }
    }

    /** Belongs to another branch. */
    record WrongBranch(ShelfRead read, ItemRecord item) implements OfRead {
        @Override
        public Kind kind() {
            return Kind.WRONG_BRANCH;
        }
    }

    /** On loan, lost, withdrawn … but here. */
    record WrongStatus(ShelfRead read, ItemRecord item) implements OfRead {
        @Override
        public Kind kind() {
            return Kind.WRONG_STATUS;
        }
    }

    /** Several items have this barcode: somebody must say which it is. @param items in the order of the file */
    record DuplicateBarcode(ShelfRead read, List<ItemRecord> items) implements OfRead {
        public DuplicateBarcode {
            items = List.copyOf(items);
        }

        @Override
        public Kind kind() {
            return Kind.DUPLICATE_BARCODE;
        }
    }

    /**
     * Somebody said something of the state of a book.
     *
     * @param said      what, when and who
     * @param condition what the branch means by that; a code that it does not have has itself as its label
     * @param items     that have the barcode, in the order of the file; empty when there is none
     */
    record InCondition(ProjectReads.Condition said, ConditionCode condition, List<ItemRecord> items)
            implements Finding {
        public InCondition {
            Objects.requireNonNull(said, "said");
            Objects.requireNonNull(condition, "condition");
            items = List.copyOf(items);
        }

        @Override
        public Kind kind() {
            return Kind.CONDITION;
        }

        @Override
        public String nextStep() {
            return Texts.of(Finding.class).get("next.condition", condition.label(),
                    condition.nextStep().isEmpty() ? kind().nextStep() : condition.nextStep());
        }
    }

    /** Read before; only the first time counts. */
    record DuplicateScan(ShelfRead read, ShelfRead first) implements OfRead {
        @Override
        public Kind kind() {
            return Kind.DUPLICATE_SCAN;
        }
    }
}
