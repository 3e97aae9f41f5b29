/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The item file of the practice library")
class EveningItemFileTest {

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final PracticeServer server = PracticeServer.builder().clock(clock)
            .library(PracticeLibrary.parse("""
                    library here=MAIN
                    policy standard days=28 fine=20
                    patron P1
                    item I1 policy=standard shelf=Stacks title="Bars | and bars" author="Bell, Ada" call="QA1 .A2"
                    item I2 policy=standard shelf=Stacks title="Out" call="QA2 .A2"
                    item I3 policy=standard branch=EAST shelf=Reserve title="Gone" status=LOST inventoried=2024-05-06
                    item I4 policy=standard shelf=Stacks title="Awaited"
                    loan I2 patron=P1 due-in-days=7
                    hold I4 patron=P1 id=1
                    """)).build();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @DisplayName("has a row for each item as it stands, and no word of patrons")
    void rows() throws IOException {
        Path file = server.writeItemFile(folder.resolve("evening"));

        assertEquals("PRACTICE.Circulation_Item_Inventories.20260302.txt", file.getFileName().toString());
        List<String> lines = Files.readAllLines(file);
        assertEquals(5, lines.size());
        int width = lines.getFirst().split("\\|", -1).length;
        lines.forEach(line -> assertEquals(width, line.split("\\|", -1).length, line));
        assertTrue(lines.get(1).contains("|QA1 .A2||Bell, Ada|Bars   and bars|"), lines.get(1));
        assertTrue(lines.get(1).contains("|I1|AVAILABLE||"), lines.get(1));
        assertTrue(lines.get(2).contains("|I2|ON_LOAN|2026-03-09|"), lines.get(2));
        assertTrue(lines.get(3).startsWith("PRACTICE|EAST|Reserve|") && lines.get(3).contains("|LOST|"), lines.get(3));
        assertTrue(lines.get(3).endsWith("|2024-05-06"), lines.get(3));
        assertTrue(lines.get(4).contains("|ON_HOLD|"), lines.get(4));
        assertFalse(lines.toString().contains("P1"));
    }

    @Test
    @DisplayName("takes the place of the one of the same day and leaves nothing else behind")
    void replaces() throws IOException {
        server.writeItemFile(folder);
        Path again = server.writeItemFile(folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(again), files.toList());
        }
    }
}
