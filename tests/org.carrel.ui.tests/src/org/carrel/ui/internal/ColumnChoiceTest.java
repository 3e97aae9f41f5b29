/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.carrel.testkit.MemoryPreferences;
import org.carrel.ui.QueueColumn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.Preferences;

@DisplayName("The choice of columns")
class ColumnChoiceTest {

    private static final List<QueueColumn> ORDINARY = List.of(QueueColumn.STATE, QueueColumn.ITEM, QueueColumn.REASON);

    private final Preferences kept = MemoryPreferences.empty();
    private final ColumnChoice columns = new ColumnChoice(kept, "desk", ORDINARY);

    private static List<QueueColumn> shown(ColumnChoice choice) {
        return choice.shown().stream().map(ColumnChoice.Shown::column).toList();
    }

    @Test
    void begins_as_delivered() {
        assertEquals(ORDINARY, shown(columns));
    }

    @Test
    void is_there_again_after_a_restart() {
        columns.toggle(QueueColumn.ITEM);
        columns.toggle(QueueColumn.PATRON);
        columns.move(QueueColumn.PATRON, -2);
        assertEquals(List.of(QueueColumn.PATRON, QueueColumn.STATE, QueueColumn.REASON),
                shown(new ColumnChoice(kept, "desk", ORDINARY)));
    }

    @Test
    void never_hides_the_last_column() {
        ORDINARY.forEach(columns::toggle);
        assertEquals(List.of(QueueColumn.REASON), shown(columns));
    }

    @Test
    void goes_back_to_what_was_delivered() {
        columns.toggle(QueueColumn.ITEM);
        columns.reset();
        assertEquals(ORDINARY, shown(columns));
        assertEquals(ORDINARY, shown(new ColumnChoice(kept, "desk", ORDINARY)));
    }

    @Test
    void passes_over_what_it_cannot_read() {
        kept.put("desk", "ITEM:140,NO_SUCH:10,STATE,STATE:x,ITEM:90,STATE:99999,REASON:1");
        ColumnChoice read = new ColumnChoice(kept, "desk", ORDINARY);
        assertEquals(List.of(new ColumnChoice.Shown(QueueColumn.ITEM, 140),
                new ColumnChoice.Shown(QueueColumn.REASON, 20)), read.shown());
        assertFalse(read.isShown(QueueColumn.STATE));
    }
}
