/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.carrel.cli.internal.Bench.Said;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.TransactionId;
import org.carrel.model.port.JournalFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command on a journal that was put aside")
class QueueJournalTest {

    private static final JournalFiles.Line SCAN = new JournalFiles.Line.Scan(1, new CheckOut(
            TransactionId.parse("019c2300-0000-7000-8000-000000000001"), new PatronBarcode("21234000009999"),
            new ItemBarcode("31234000001111"), Instant.parse("2026-12-06T20:00:00Z"),
            Instant.parse("2026-11-22T12:00:00Z"), new Origin("desk-1", "ab")));

    private final Bench bench = new Bench();

    @Test
    void shows_every_line_and_its_exit_code_tells_whether_all_are_scans() {
        bench.provide(JournalFiles.class, holding(SCAN, new JournalFiles.Line.Damaged(2, "2123{1}"),
                new JournalFiles.Line.Closed(3)));
        Said said = bench.run("queue", "journal", "desk.damaged.sealed");
        assertEquals(Exit.REFUSED, said.code());
        List<String> lines = said.out().lines().toList();
        assertEquals(3, lines.size(), said.out());
        assertTrue(lines.getFirst().startsWith("1  check-out of item 31234000001111 to patron 21234000009999"),
                said.out());
        assertTrue(lines.get(1).endsWith("2123{1}"), "what stands there, as it is: " + said.out());
        assertTrue(lines.get(2).contains("another key"), said.out());

        bench.provide(JournalFiles.class, holding(SCAN));
        assertEquals(Exit.OK, bench.run("queue", "journal", "desk.damaged.sealed").code());
    }

    @Test
    void says_that_a_file_cannot_be_read() {
        bench.provide(JournalFiles.class, (file, each) -> {
            throw new IOException(file.toString());
        });
        Said said = bench.run("queue", "journal", "nothing.damaged");
        assertEquals(Exit.REFUSED, said.code());
        assertTrue(said.err().contains("nothing.damaged"), said.err());
    }

    private static JournalFiles holding(JournalFiles.Line... lines) {
        return new JournalFiles() {
            @Override
            public void read(Path file, Consumer<Line> each) {
                List.of(lines).forEach(each);
            }
        };
    }
}
