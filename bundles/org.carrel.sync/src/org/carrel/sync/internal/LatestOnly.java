/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.QueueEntry;

/**
 * Only the latest row is sent, and the earlier ones end as superseded, but not before the library system has spoken
 * about the latest: a row that is deleted, or gets no answer, supersedes nothing.
 *
 * <p>
 * There is one refusal to which an earlier row is the answer. When a check-out is refused and the desk saw the item
 * come back before, then the library system may still have it on loan to whoever had it before that. So the last
 * check-in before it is sent after all. If it was refused because the item is out, it is then sent once more: that is
 * what the desk saw. Not so when an earlier request for the same check-out got no answer: the loan that is in the way
 * may then be the very one that the desk wants, and to end and repeat it would apply the check-out twice. A person
 * decides that.
 */
record LatestOnly(Courier courier, Books books) implements ChainWalk {

    @Override
    public void walk(Chain chain) throws InterruptedException {
        Deque<QueueEntry> rows = new ArrayDeque<>(chain.rows());
        while (!rows.isEmpty()) {
            switch (courier.deliver(rows.removeLast())) {
                case Delivery.Taken taken -> {
                    taken(taken, rows);
                    return;
                }
                case Delivery.Refused refused -> {
                    refused(refused, rows);
                    return;
                }
                case Delivery.Gone gone -> {
                    // Deleted at the desk: now the one before it is the latest.
                }
                case Delivery.Unsettled unsettled -> {
                    return;
                }
            }
        }
    }

    /** Should the program die in between, the next run finds the earlier ones outdated. */
    private void taken(Delivery.Taken taken, Deque<QueueEntry> earlier) {
        books.uploaded(taken);
        books.superseded(earlier);
    }

    private void refused(Delivery.Refused refused, Deque<QueueEntry> earlier) throws InterruptedException {
        if (!(refused.row().transaction() instanceof CheckOut) || perhapsOurOwnLoan(refused)) {
            books.superseded(earlier);
            books.refused(refused.row(), refused.problem());
            return;
        }
        supersedeDownToCheckIn(earlier);
        if (earlier.isEmpty() || !refused.becauseItemIsOut()) {
            books.refused(refused.row(), refused.problem());
            checkIn(earlier);
            return;
        }
        QueueEntry checkOut = books.refusedForNow(refused.row());
        switch (checkIn(earlier)) {
            case DONE -> onceMore(checkOut);
            case IMPOSSIBLE -> books.refused(checkOut, refused.problem());
            case LATER -> {
                // The check-out is pending again, and so is the check-in.
            }
        }
    }

    private static boolean perhapsOurOwnLoan(Delivery.Refused refused) {
        return refused.becauseItemIsOut() && refused.row().standing().outcomeUnknown();
    }

    private enum CheckedIn {
        DONE, IMPOSSIBLE, LATER
    }

    /** Sends the last check-in of {@code rows}, which ends with one or is empty. */
    private CheckedIn checkIn(Deque<QueueEntry> rows) throws InterruptedException {
        while (!rows.isEmpty()) {
            switch (courier.deliver(rows.removeLast())) {
                case Delivery.Taken taken -> {
                    taken(taken, rows);
                    return CheckedIn.DONE;
                }
                case Delivery.Refused refused -> {
                    books.superseded(rows);
                    books.refused(refused.row(), refused.problem());
                    return CheckedIn.IMPOSSIBLE;
                }
                case Delivery.Gone gone -> supersedeDownToCheckIn(rows);
                case Delivery.Unsettled unsettled -> {
                    return CheckedIn.LATER;
                }
            }
        }
        return CheckedIn.IMPOSSIBLE;
    }

    private void onceMore(QueueEntry checkOut) throws InterruptedException {
        switch (courier.deliver(checkOut)) {
            case Delivery.Taken taken -> books.uploaded(taken);
            case Delivery.Refused refused -> books.refused(refused.row(), refused.problem());
            case Delivery.Gone gone -> {
                // Deleted at the desk: the item stays checked in.
            }
            case Delivery.Unsettled unsettled -> {
                // Pending: the next run sends it.
            }
        }
    }

    /** Check-outs behind the last check-in never become the latest, whatever happens to this run from now on. */
    private void supersedeDownToCheckIn(Deque<QueueEntry> rows) {
        List<QueueEntry> checkOuts = new ArrayList<>();
        while (!rows.isEmpty() && !(rows.getLast().transaction() instanceof CheckIn)) {
            checkOuts.addFirst(rows.removeLast());
        }
        books.superseded(checkOuts);
    }
}
