/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.ItemChoice;
import org.carrel.model.inventory.KeptHandling;

/**
 * What people did about what an inventory found. Findings are not kept: each comparison makes them anew; what was said
 * of them is, and nothing of it is ever changed or removed but with its project. Safe for use by several threads. Every
 * method may wait for the disk: not for the UI thread.
 */
public interface InventoryFindings {

    /**
     * Keeps what was said of findings, in that order, all of it or nothing. Returns after the commit. More than one at
     * once is a line of the audit trail. Throws nothing that the store is to blame for.
     *
     * @param by who says it
     */
    Kept handle(long project, List<Handling> handlings, Origin by);

    /**
     * All that was said of findings of a project, in the order in which it was said.
     *
     * @throws QueueUnavailableException when the store failed
     */
    List<KeptHandling> handlings(long project);

    /**
     * Keeps which of several items with one barcode stands on the shelf; the last word counts. Returns after the
     * commit. Throws nothing that the store is to blame for.
     *
     * @param by who says it
     */
    Kept choose(long project, ItemChoice choice, Origin by);

    /**
     * Which item somebody said that a barcode stands for; see {@link ItemChoice#item()}.
     *
     * @throws QueueUnavailableException when the store failed
     */
    Map<ItemBarcode, String> choices(long project);

    /** What the store says of what it was given. */
    sealed interface Kept {

        /** Committed on disk. @param handlings in the order given; none for a choice */
        record Stored(List<KeptHandling> handlings) implements Kept {
            public Stored {
                handlings = List.copyOf(handlings);
            }
        }

        /**
         * Nothing of it is on the disk.
         *
         * @param sentence what happened and what to do
         */
        record NotSaved(String sentence) implements Kept {
            public NotSaved {
                Objects.requireNonNull(sentence, "sentence");
            }
        }
    }
}
