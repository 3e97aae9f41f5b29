/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import org.carrel.model.QueueEntry;

/**
 * Everything is sent, in the order in which it occurred. A refused row does not hold up what came after it: the desk saw
 * that as well. A row without an answer does: sent later, it would undo what came after it.
 */
record FullHistory(Courier courier, Books books) implements ChainWalk {

    @Override
    public void walk(int lane, Chain chain) throws InterruptedException {
        for (QueueEntry row : chain.rows()) {
            switch (courier.deliver(lane, row)) {
                case Delivery.Taken taken -> books.uploaded(taken);
                case Delivery.Refused refused -> books.refused(refused.row(), refused.problem());
                case Delivery.Gone gone -> {
                    // Deleted at the desk: what came after it counts all the same.
                }
                case Delivery.Unsettled unsettled -> {
                    return;
                }
            }
        }
    }
}
