/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.port.ItemFiles.Choices;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemFiles.Format;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemFiles.Look;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Saying how an item file is laid out")
class LayoutFormTest {

    private static Look look(Set<Column> guessed, Optional<String> problem) {
        return new Look(new Layout.Csv(';', Map.of()), List.of("Barcode", "Signature"),
                Map.of(Column.BARCODE, "Barcode", Column.CALL_NUMBER, "Signature"), guessed,
                List.of(List.of("3", "QA1")), problem);
    }

    @Test
    void marks_what_was_guessed() {
        LayoutForm form = new LayoutForm(look(Set.of(Column.CALL_NUMBER), Optional.empty()));
        assertEquals("Call number ?", form.label(Column.CALL_NUMBER));
        assertEquals("Barcode", form.label(Column.BARCODE));
        assertTrue(form.sentence().contains("guessed"));
        assertEquals(Optional.of(';'), form.delimiter());
        assertEquals("Signature", form.columnOf(Column.CALL_NUMBER));
        assertEquals("", form.columnOf(Column.DUE));
    }

    @Test
    void cannot_be_imported_while_there_is_a_problem() {
        LayoutForm form = new LayoutForm(look(Set.of(), Optional.of("No column has barcodes.")));
        assertFalse(form.isSound());
        assertEquals("No column has barcodes.", form.sentence());
        form.is(look(Set.of(), Optional.empty()));
        assertTrue(form.isSound());
    }

    @Test
    void keeps_what_was_said_of_columns_until_it_means_nothing_any_more() {
        LayoutForm form = new LayoutForm(look(Set.of(), Optional.empty()));
        form.choose(Column.TITLE, "Signature");
        form.chooseEncoding("ISO-8859-1");
        assertEquals(Map.of(Column.TITLE, "Signature"), form.choices().columns());
        form.choose(Column.TITLE, "");
        assertEquals(Map.of(), form.choices().columns());
        form.choose(Column.TITLE, "Signature");
        form.chooseDelimiter('\t');
        assertEquals(new Choices(Optional.empty(), Optional.of("ISO-8859-1"), Optional.of('\t'), Optional.empty(),
                Map.of()), form.choices());
        form.choose(Format.MARC);
        assertEquals(new Choices(Optional.of(Format.MARC), Optional.empty(), Optional.empty(), Optional.empty(),
                Map.of()), form.choices());
    }

    @Test
    void of_a_file_whose_columns_were_guessed_is_asked_for() {
        assertFalse(new ImportActions.Looked(Optional.of(look(Set.of(Column.CALL_NUMBER), Optional.empty())), "")
                .isClear());
        assertFalse(new ImportActions.Looked(Optional.of(look(Set.of(), Optional.of("No barcodes."))), "").isClear());
        assertTrue(new ImportActions.Looked(Optional.of(look(Set.of(), Optional.empty())), "").isClear());
        assertFalse(new ImportActions.Looked(Optional.empty(), "Unreadable.").isClear());
    }
}
