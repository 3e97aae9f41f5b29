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
    void shows_a_place_of_several_subfields_though_no_header_has_it() {
        Look marc = new Look(new Layout.Marc(false, Optional.empty(), Map.of(Column.CALL_NUMBER, "945$ab")),
                List.of("945$a", "945$b", "945$i"), Map.of(Column.BARCODE, "945$i", Column.CALL_NUMBER, "945$ab"),
                Set.of(Column.CALL_NUMBER), List.of(), Optional.empty());
        LayoutForm form = new LayoutForm(marc);
        assertEquals(List.of("945$ab", "945$a", "945$b", "945$i"), form.places(Column.CALL_NUMBER));
        assertEquals(List.of("945$a", "945$b", "945$i"), form.places(Column.BARCODE));
        assertEquals(List.of("945$a", "945$b", "945$i"), form.places(Column.TITLE));
    }

    @Test
    void lets_somebody_say_that_records_are_in_marc_8_or_that_each_says_it() {
        LayoutForm form = new LayoutForm(marc(false, Optional.empty()));
        assertEquals("", form.encoding());
        assertTrue(form.encodings().contains("MARC-8"));
        form.chooseEncoding("MARC-8");
        assertEquals(Optional.of("MARC-8"), form.choices().encoding());
        form.is(marc(false, Optional.of("MARC-8")));
        assertEquals("MARC-8", form.encoding());
        form.chooseEncoding("");
        assertEquals(Optional.empty(), form.choices().encoding());
        assertEquals(List.of(), new LayoutForm(marc(true, Optional.empty())).encodings(), "XML says it itself");
        assertFalse(new LayoutForm(look(Set.of(), Optional.empty())).encodings().contains("MARC-8"));
    }

    @Test
    void shows_the_character_set_that_was_found_out_also_when_it_is_a_rare_one() {
        Look utf16 = new Look(new Layout.Csv(';', true, "UTF-16LE", Map.of()), List.of("Barcode"),
                Map.of(Column.BARCODE, "Barcode"), Set.of(), List.of(), Optional.empty());
        assertEquals("UTF-16LE", new LayoutForm(utf16).encodings().getFirst());
    }

    private static Look marc(boolean xml, Optional<String> encoding) {
        return new Look(new Layout.Marc(xml, encoding, Map.of()), List.of("852$p"), Map.of(Column.BARCODE, "852$p"),
                Set.of(), List.of(), Optional.empty());
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
