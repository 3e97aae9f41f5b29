/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.carrel.model.port.QueueQuery;
import org.carrel.ui.Moments;
import org.carrel.ui.StandingWords;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The filter above a table of transactions")
class FilterBarTest {

    private final Shell shell = new Shell(Display.getDefault());
    private int changes;

    @AfterEach
    void the_window_closes() {
        shell.dispose();
    }

    @Test
    void narrows_to_one_kind_where_a_branch_has_two() {
        FilterBar filter = bar(true);
        Combo kind = combos(filter).getLast();
        kind.select(2);
        kind.notifyListeners(SWT.Selection, new Event());

        assertEquals(QueueQuery.Kind.CHECK_IN, filter.narrow(QueueQuery.all()).kind());
        assertEquals(1, changes);
    }

    @Test
    @DisplayName("offers no check-ins where a branch has none, and still shows all that is there")
    void offers_no_kinds_where_a_branch_has_one() {
        FilterBar filter = bar(false);

        assertEquals(1, combos(filter).size(), "states are left to choose from");
        List<String> offered = new ArrayList<>();
        combos(filter).forEach(combo -> offered.addAll(List.of(combo.getItems())));
        assertFalse(offered.stream().anyMatch(item -> item.contains("Check in")), offered::toString);
        assertEquals(QueueQuery.Kind.ANY, filter.narrow(QueueQuery.all()).kind());
    }

    private FilterBar bar(boolean kinds) {
        return new FilterBar(shell, new StandingWords(new Moments(ZoneOffset.UTC, Locale.US)), kinds, () -> changes++);
    }

    private static List<Combo> combos(FilterBar filter) {
        return Arrays.stream(((Composite) filter.control()).getChildren()).filter(Combo.class::isInstance)
                .map(Combo.class::cast).toList();
    }
}
