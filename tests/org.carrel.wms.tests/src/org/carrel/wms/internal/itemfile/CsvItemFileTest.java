/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A table of items from another system")
class CsvItemFileTest {

    private static final Layout.Csv OWN_NAMES = new Layout.Csv(';', Map.of(Column.BARCODE, "Strichcode", Column.TITLE,
            "titel", Column.CALL_NUMBER, "Signatur"));

    @TempDir
    Path folder;

    @Test
    void is_read_by_the_columns_that_somebody_named() throws IOException {
        Read read = read(OWN_NAMES, "Signatur;Titel;STRICHCODE;Status;Title\nQA 1;\"Ein; \"\"Titel\"\"\";001;x;y\n");
        ItemRecord item = read.items.getFirst();
        assertEquals("001", item.barcode().value());
        assertEquals("Ein; \"Titel\"", item.title());
        assertEquals("QA 1", item.callNumber());
    }

    @Test
    void is_read_by_the_usual_names_where_nobody_named_any() throws IOException {
        Read read = read(new Layout.Csv('\t', Map.of()),
                "\uFEFFBarcode\tTitle\tShelving Location\n=\"007\"\tSeven\tA\n");
        assertEquals(List.of("007"), read.barcodes());
        assertEquals("A", read.items.getFirst().location());
    }

    @Test
    void tells_the_lines_of_bad_rows_also_behind_a_row_of_several_lines() throws IOException {
        Read read = read(OWN_NAMES, "Strichcode;Titel;Signatur\n1;\"One\nand more\";QA\n2;Two\n"
                + ";Three;QA\n4;F\0our;QA\n5;Five;QA\n");
        assertEquals(List.of("1", "5"), read.barcodes());
        assertEquals("One and more", read.items.getFirst().title());
        assertEquals(List.of("4 WRONG_FIELD_COUNT", "5 EMPTY_BARCODE", "6 CONTROL_CHARACTERS"), read.badOnes());
        assertEquals(List.of(2L, 7L), read.lines);
    }

    @Test
    void without_the_named_column_is_refused_by_its_name() {
        UnreadableItemFileException refused = assertThrows(UnreadableItemFileException.class,
                () -> read(OWN_NAMES, "Nummer;Titel;Signatur\n1;One;QA\n"));
        assertTrue(refused.getMessage().contains("Strichcode") || refused.getMessage().contains("Signatur"),
                refused.getMessage());
    }

    @Test
    void with_a_quotation_mark_that_nobody_closes_is_refused_before_it_fills_the_memory() {
        assertThrows(UnreadableItemFileException.class,
                () -> read(OWN_NAMES, "Strichcode;Titel;Signatur\n1;\"One;QA\n" + "2;Two;QA\n".repeat(500_000)));
        assertThrows(UnreadableItemFileException.class,
                () -> read(OWN_NAMES, "Strichcode;Titel;Signatur\n1;\"One;QA\n"));
    }

    private Read read(Layout.Csv layout, String text) throws IOException {
        return Read.of(Files.writeString(folder.resolve("table.csv"), text), layout);
    }
}
