/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionIds;
import org.carrel.practice.PracticeBarcodes;

/**
 * Makes up transactions as a busy desk records them: every third a check-in, each of another item, one every twenty
 * seconds. Not for use by several threads.
 */
final class DeskDays {

    private static final Duration STEP = Duration.ofSeconds(20);
    static final int PATRONS = 5_000;

    private final TransactionIds ids = new TransactionIds(Clock.systemUTC());
    private final Origin origin = new Origin("bench", "");
    private Instant moment;
    private int item;

    /**
     * @param firstItem number of the first item; another one each time
     * @param ahead     how many are going to be recorded up to now
     */
    DeskDays(int firstItem, int ahead) {
        this.item = firstItem;
        this.moment = Clock.systemUTC().instant().minus(STEP.multipliedBy(ahead));
    }

    Transaction next() {
        moment = moment.plus(STEP);
        item++;
        ItemBarcode barcode = PracticeBarcodes.item(item);
        return item % 3 == 0 ? new CheckIn(ids.next(), barcode, moment, origin)
                : new CheckOut(ids.next(), patron(item / 4), barcode,
                        moment.plus(Duration.ofDays(14)), moment, origin);
    }

    /** One of the patrons, for ever the same for {@code number}. */
    static PatronBarcode patron(int number) {
        return PracticeBarcodes.patron(1 + number % PATRONS);
    }
}
