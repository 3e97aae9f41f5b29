/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.carrel.model.port.QueueQuery;
import org.carrel.testkit.MemoryQueue;
import org.carrel.ui.Moments;
import org.carrel.ui.QueueTable;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The filter above the transactions")
class KindFilterTest {

    private final Shell shell = new Shell(Display.getDefault());

    @AfterEach
    void the_window_closes() {
        shell.dispose();
    }

    @Test
    void offers_check_ins_where_a_branch_has_check_in() {
        assertEquals(List.of("Check outs", "Check ins"), kindsOffered(true));
    }

    @Test
    void offers_none_where_it_has_not() {
        assertEquals(List.of(), kindsOffered(false));
    }

    private List<String> kindsOffered(boolean checkIn) {
        QueueTable table = new QueueTable(shell, new MemoryQueue(), new Moments(ZoneOffset.UTC, Locale.US),
                new QueueTable.Setup("kinds", "Transactions", QueueQuery.all(), QueueTable.DESK_COLUMNS, checkIn));
        List<String> offered = new ArrayList<>();
        collect(table.control(), offered);
        return offered.stream().filter(item -> item.startsWith("Check ") && !item.contains(" and ")).toList();
    }

    private static void collect(Control control, List<String> items) {
        if (control instanceof Combo combo) {
            items.addAll(List.of(combo.getItems()));
        } else if (control instanceof Composite composite) {
            List.of(composite.getChildren()).forEach(child -> collect(child, items));
        }
    }
}
