/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import java.util.List;
import java.util.Objects;

import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.ItemChoice;

/** What came of doing something about findings. */
public sealed interface Done {

    /**
     * It is on the disk.
     *
     * @param findings about how many findings it was
     * @param back     what takes it back
     */
    record Kept(int findings, Back back) implements Done {
        public Kept {
            Objects.requireNonNull(back, "back");
        }
    }

    /**
     * It is not, or not all of it.
     *
     * @param sentence what happened and what to do
     */
    record NotSaved(String sentence) implements Done {
        public NotSaved {
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /**
     * What takes something back. Nothing is removed by it: it is said once more how things were before.
     *
     * @param project   the number of the project
     * @param handlings how the findings stood
     * @param marks     how the marks were
     * @param choices   which items the barcodes stood for
     */
    record Back(long project, List<Handling> handlings, List<Mark> marks, List<ItemChoice> choices) {
        public Back {
            handlings = List.copyOf(handlings);
            marks = List.copyOf(marks);
            choices = List.copyOf(choices);
        }

        /** About how many findings it is. */
        public int size() {
            return Math.max(handlings.size(), choices.size());
        }
    }
}
