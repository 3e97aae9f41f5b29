/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.Troubles;
import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.port.QueueQuery;
import org.carrel.sync.exchange.ExchangeFiles;
import org.carrel.sync.exchange.ExchangeFormat;
import org.carrel.testkit.Contributed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A file format that another bundle brings")
class ExchangeFilesTest {

    private static final int ROWS = 2_345;

    private final Desk desk = new Desk();
    private final List<QueueEntry> queue = new ArrayList<>();
    private final Troubles troubles = new Troubles();
    private final ExchangeFilesService files = new ExchangeFilesService(new ListView(queue),
            Desk.branch(Rule.LATEST_ONLY, 1));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private void format(Callable<ExchangeFormat> format) {
        files.addFormat(new ContributedFormat(
                new Contribution<>(Contributed.element("own", "Own format", format), ExchangeFormat.class, troubles),
                troubles));
    }

    @Test
    @DisplayName("can be chosen, and gets every row in order, as often as it asks")
    void gets_every_row() throws IOException {
        for (int i = 0; i < ROWS; i++) {
            queue.add(new QueueEntry(i + 1L, desk.checkIn("31" + i, i), Standing.awaitingSync(Desk.OPENING)));
        }
        format(() -> (rows, facts, to) -> {
            int[] count = { 0 };
            rows.each(row -> count[0]++);
            to.write(
                    (facts.branchName() + " " + facts.zone() + " " + count[0] + "\n").getBytes(StandardCharsets.UTF_8));
            rows.each(row -> to.write((row.transaction().item().value() + "\n").getBytes(StandardCharsets.UTF_8)));
        });

        assertEquals(List.of(new ExchangeFiles.Format("own", "Own format", ".txt")), files.formats());
        assertEquals(ROWS, files.write(QueueQuery.all().sortedBy(QueueQuery.Order.SEQUENCE, false), "own", out));
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals("Main Europe/Amsterdam " + ROWS, lines.getFirst());
        assertEquals(queue.stream().map(row -> row.transaction().item().value()).toList(), lines.subList(1, ROWS + 1));
    }

    @Test
    @DisplayName("that fails says so by name, without what was in its exception; what it throws as IOException goes on")
    void that_fails_says_so() {
        format(() -> (rows, facts, to) -> {
            throw new IllegalStateException("patron 21000000000013");
        });
        String sentence = assertThrows(IOException.class, () -> files.write(QueueQuery.all(), "own", out)).getMessage();
        assertTrue(sentence.contains("Own format") && sentence.contains(Contributed.BUNDLE), sentence);
        assertEquals(List.of(sentence), troubles.of(Contributed.BUNDLE));

        ExchangeFilesService second = new ExchangeFilesService(new ListView(queue), Desk.branch(Rule.LATEST_ONLY, 1));
        second.addFormat(new ContributedFormat(new Contribution<>(Contributed.element("x", "X", () -> {
            throw new ClassNotFoundException();
        }), ExchangeFormat.class, troubles), troubles));
        assertTrue(assertThrows(IOException.class, () -> second.write(QueueQuery.all(), "x", out)).getMessage()
                .contains(Contributed.BUNDLE));
        assertTrue(assertThrows(IOException.class, () -> second.write(QueueQuery.all(), "own", out)).getMessage()
                .contains("own"));
    }
}
