/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.util.List;

import org.carrel.model.QueueEntry;

/**
 * Everything is sent, in the order in which it occurred. A refused row does not hold up what came after it: the desk
 * saw that as well. A row without an answer does: sent later, it would undo what came after it.
 *
 * <p>
 * Such a row comes first the next time, even if something older has arrived meanwhile from another desk. The library
 * system may have applied it already; if so, what is older is outdated, and sending that first would have the row
 * applied twice.
 */
record FullHistory(Courier courier, Books books) implements ChainWalk {

    @Override
    public void walk(Chain chain) throws InterruptedException {
        List<QueueEntry> rows = chain.rows();
        int unknown = lastUnknown(rows);
        if (unknown <= 0) {
            inOrder(rows);
            return;
        }
        List<QueueEntry> older = rows.subList(0, unknown);
        boolean goOn = switch (courier.deliver(rows.get(unknown))) {
            case Delivery.Taken taken -> {
                books.uploaded(taken);
                books.superseded(older);
                yield true;
            }
            case Delivery.Refused refused -> {
                books.refused(refused.row(), refused.problem());
                yield inOrder(older);
            }
            case Delivery.Gone gone -> inOrder(older);
            case Delivery.Unsettled unsettled -> false;
        };
        if (goOn) {
            inOrder(rows.subList(unknown + 1, rows.size()));
        }
    }

    private static int lastUnknown(List<QueueEntry> rows) {
        int index = rows.size() - 1;
        while (index >= 0 && !rows.get(index).standing().outcomeUnknown()) {
            index--;
        }
        return index;
    }

    /** False when a row got no answer. */
    private boolean inOrder(List<QueueEntry> rows) throws InterruptedException {
        for (QueueEntry row : rows) {
            switch (courier.deliver(row)) {
                case Delivery.Taken taken -> books.uploaded(taken);
                case Delivery.Refused refused -> books.refused(refused.row(), refused.problem());
                case Delivery.Gone gone -> {
                    // Deleted at the desk: what came after it counts all the same.
                }
                case Delivery.Unsettled unsettled -> {
                    return false;
                }
            }
        }
        return true;
    }
}
