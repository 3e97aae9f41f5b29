/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.ui.internal.PlainNumbers;
import org.carrel.inventory.ui.internal.ShelfItems;
import org.carrel.inventory.ui.internal.TestItemFile;
import org.carrel.model.port.ItemSource.BadRow;
import org.carrel.model.port.ItemSource.Reason;
import org.carrel.testkit.TestBranch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rows of the item file to look at")
class BadRowsTest {

    private final TestItemFile file = new TestItemFile();
    private final BadRows badRows = new BadRows(file, TestBranch.standard(), Clock.systemUTC());

    private void has(int count) {
        file.has(new ShelfItems(TestItemFile.books(3), new PlainNumbers(), count));
        file.hasBadRows(LongStream.range(0, count)
                .mapToObj(i -> new BadRow(i + 2, Reason.EMPTY_BARCODE, false, "row " + i)).toList());
    }

    @Test
    void are_all_counted_and_the_first_of_them_shown() throws IOException {
        has(BadRows.MOST_SHOWN + 1);
        BadRows.First first = badRows.first();
        assertEquals(BadRows.MOST_SHOWN, first.rows().size());
        assertEquals(BadRows.MOST_SHOWN + 1, first.total());
        assertEquals(2, first.rows().getFirst().line());
    }

    @Test
    void are_all_saved_with_the_day_of_the_file() throws IOException {
        has(BadRows.MOST_SHOWN + 1);
        Report report = badRows.report();
        assertEquals(Optional.of(TestItemFile.DAY), report.about().snapshotOf());
        List<List<Cell>> rows = new ArrayList<>();
        report.sections().getFirst().rows().read(row -> {
            report.sections().getFirst().check(row);
            rows.add(List.copyOf(row));
        });
        assertEquals(BadRows.MOST_SHOWN + 1, rows.size());
        assertEquals(List.of(Cell.of(2), Cell.of("no barcode"), Cell.of("no"), Cell.of("row 0")), rows.getFirst());
    }

    @Test
    void that_cannot_be_saved_say_so() {
        has(1);
        assertThrows(IOException.class, () -> badRows.report().sections().getFirst().rows().read(row -> {
            throw new IOException("The disk is full.");
        }));
    }
}
