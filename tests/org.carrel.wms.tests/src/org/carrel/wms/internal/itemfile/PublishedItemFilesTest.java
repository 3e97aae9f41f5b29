/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.carrel.model.ItemRecord;
import org.carrel.model.ItemStatus;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemFiles.Layout;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@DisplayName("Item files and header lines as others have published them")
@EnabledIfEnvironmentVariable(named = "CARREL_CONFORMANCE_DATA", matches = ".+")
class PublishedItemFilesTest {

    private static final Path FOLDER = Path.of(String.valueOf(System.getenv("CARREL_CONFORMANCE_DATA")),
            "inventories");

    @Test
    void of_all_years_have_every_column_that_an_inventory_needs() throws IOException {
        List<String> headers = Files.readAllLines(FOLDER.resolve("headers.txt")).stream()
                .filter(line -> !line.startsWith("#")).toList();
        assertTrue(headers.size() >= 5, "headers: " + headers.size());
        for (String line : headers) {
            Header header = Header.of(List.of(line.split("\\|", -1)), Map.of());
            for (Column column : Column.values()) {
                // No file has said the scheme yet, and one of them does not say the volume.
                boolean may = column == Column.CALL_NUMBER_SCHEME || column == Column.ENUMERATION;
                assertTrue(may || header.placeOf(column) >= 0, column + " is not in " + line);
            }
        }
    }

    @Test
    void with_2903_items_is_read_in_full() throws IOException {
        Path file;
        try (Stream<Path> files = Files.list(FOLDER)) {
            file = files.filter(one -> one.getFileName().toString().contains("Item_Inventories")).findFirst()
                    .orElseThrow();
        }
        Read read = Read.of(file);
        assertEquals(List.of(), read.badOnes());
        assertEquals(2_903, read.items.size());
        assertEquals(counts(Files.readAllLines(file)), counts(read));
        assertEquals(LocalDate.of(2026, 11, 15), ItemFile.open(file, new Layout.Wms(), Read.ZONE).asOf());
        assertFalse(read.items.stream().anyMatch(item -> item.status() == ItemStatus.OTHER));
    }

    /** The same, counted without our reader. */
    private static Map<String, Integer> counts(List<String> lines) {
        Map<String, Integer> counts = new TreeMap<>();
        lines.stream().skip(1).map(line -> line.split("\\|", -1))
                .forEach(fields -> counts.merge(fields[1] + "/" + fields[2] + "/" + fields[4] + "/" + fields[18], 1,
                        Integer::sum));
        return counts;
    }

    private static Map<String, Integer> counts(Read read) {
        Map<String, Integer> counts = new TreeMap<>();
        for (ItemRecord item : read.items) {
            counts.merge(item.branch() + "/" + item.group().permanentLocation() + "/" + item.group().itemType() + "/"
                    + item.group().statusText(), 1, Integer::sum);
        }
        return counts;
    }
}
