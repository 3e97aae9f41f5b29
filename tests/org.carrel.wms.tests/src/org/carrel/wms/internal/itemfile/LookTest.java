/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.port.ItemFiles.Choices;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemFiles.Format;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemFiles.Look;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;
import org.carrel.wms.ItemFileReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A look at an item file")
class LookTest {

    @TempDir
    Path folder;

    @Test
    void knows_the_file_of_worldshare_also_zipped() throws IOException {
        Look look = look(Read.HEADER + Read.row("1", "One"));
        assertEquals(new Layout.Wms(), look.layout());
        assertEquals(Set.of(), look.guessed());
        assertEquals("Item_Barcode", look.columns().get(Column.BARCODE));
        assertEquals(1, look.sample().size());
        assertEquals(Optional.empty(), look.problem());
        Path zip = folder.resolve("items.zip");
        ItemFileTest.zip(zip, "items.txt", Read.HEADER + Read.row("1", "One"));
        assertEquals(new Layout.Wms(), look(zip, Choices.NONE).layout());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = { "barcode,title,itemcallnumber,homebranch,location # ,",
            "Barcode;Titel;Signatur;Zweigstelle;Standort # ;", "Item Id|Title|Call Number|Library|Home Location # |",
            "Barcode\tTitle\tPermanent Call Number\tLibrary Name\tLocation Name # TAB" })
    void guesses_the_columns_of_tables_and_says_which_it_guessed(String header, String delimiter) throws IOException {
        char character = delimiter.strip().equals("TAB") ? '\t' : delimiter.strip().charAt(0);
        String row = "31,One,QA 1,Main,Stacks".replace(',', character);
        Look look = look(header.strip() + "\n" + row + "\n");
        Layout.Csv csv = assertInstanceOf(Layout.Csv.class, look.layout());
        assertEquals(character, csv.delimiter());
        assertEquals(Set.of(Column.BARCODE, Column.TITLE, Column.CALL_NUMBER, Column.BRANCH,
                Column.PERMANENT_LOCATION), look.guessed());
        Read read = Read.of(folder.resolve("items.csv"), look.layout());
        assertEquals(List.of("31"), read.barcodes());
        assertEquals("QA 1", read.items.getFirst().callNumber());
        assertEquals("Main Stacks", read.items.getFirst().branch() + " " + read.items.getFirst().location());
    }

    @Test
    void believes_what_somebody_says_and_after_that_the_branch_and_then_what_it_sees() throws IOException {
        Choices branch = new Choices(Optional.of(Format.CSV), Optional.empty(), Optional.of(';'), Optional.empty(),
                Map.of(Column.BARCODE, "A", Column.TITLE, "B"));
        Choices said = new Choices(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Map.of(Column.TITLE, "C"));
        Path file = Files.writeString(folder.resolve("x.csv"), "A;B;C;Call Number\n1;b;c;QA\n");
        Look look = new ItemFileReader(Read.ZONE, branch).look(file, said);
        assertEquals(Map.of(Column.BARCODE, "A", Column.TITLE, "C", Column.CALL_NUMBER, "Call Number"), look.columns());
        assertEquals(Set.of(Column.CALL_NUMBER), look.guessed());
        Choices marc = new Choices(Optional.of(Format.MARC), Optional.empty(), Optional.empty(), Optional.empty(),
                Map.of());
        assertEquals(Map.of(), marc.over(branch).columns(), "columns of a table mean nothing in MARC");
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE" })
    void finds_the_encoding(String encoding) throws IOException {
        byte[] text = "Barcode;Titel\n1;F\u00FCr \u20AC 5\n".getBytes(Charset.forName(encoding));
        Path file = Files.write(folder.resolve("items.csv"), text);
        Look look = look(file, Choices.NONE);
        Read read = Read.of(file, look.layout());
        assertEquals("F\u00FCr \u20AC 5", read.items.getFirst().title());
        assertEquals(List.of(), read.badOnes());
    }

    @Test
    void sees_whether_quotation_marks_stand_around_fields() throws IOException {
        Look tabs = look("Barcode\tTitle\n1\t\"Hello\" she said\n2\tan 8\" disk\n");
        assertFalse(assertInstanceOf(Layout.Csv.class, tabs.layout()).quoted());
        Read read = Read.of(folder.resolve("items.csv"), tabs.layout());
        assertEquals("\"Hello\" she said", read.items.getFirst().title());
        assertTrue(assertInstanceOf(Layout.Csv.class, look("Barcode,Title\n1,\"a, b\"\n").layout()).quoted());
        Choices none = new Choices(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(false), Map.of());
        Look said = look(Files.writeString(folder.resolve("items.csv"), "Barcode,Title\n1,\"a\"\n"), none);
        assertEquals("\"a\"", Read.of(folder.resolve("items.csv"), said.layout()).items.getFirst().title());
    }

    @Test
    void knows_marc_and_where_other_systems_have_their_items() throws IOException {
        Look standard = look(Files.write(folder.resolve("a.mrc"), Marc.utf8("001 1", "245 00$aOne",
                "852 0#$aX$bA$cB$hQA1", "876 ##$p1$xa note")), Choices.NONE);
        assertEquals(Format.MARC, standard.layout().format());
        assertEquals("876$p", standard.columns().get(Column.BARCODE));
        assertEquals(Set.of(), standard.guessed());
        assertFalse(standard.sample().toString().contains("a note"));
        Look koha = look(Files.write(folder.resolve("b.mrc"), Marc.utf8("245 00$aOne", "952 ##$p1$oQA 1$bM$cS")),
                Choices.NONE);
        assertTrue(koha.guessed().contains(Column.BARCODE));
        Read read = Read.of(folder.resolve("b.mrc"), koha.layout());
        assertEquals("QA 1", read.items.getFirst().callNumber());
        Look none = look(Files.write(folder.resolve("c.mrc"), Marc.utf8("245 00$aOne")), Choices.NONE);
        assertTrue(none.problem().orElseThrow().contains("852 $p"), none.problem().toString());
        Look xml = look("<collection>" + Marc.xml("00000nam a2200000 a 4500", "245 00$aOne", "852 0#$p1")
                + "</collection>");
        assertEquals(Format.MARCXML, xml.layout().format());
        assertEquals("852$p", xml.columns().get(Column.BARCODE));
    }

    @Test
    void says_what_is_missing_and_shows_what_there_is() throws IOException {
        Look look = look("Nummer,Name\n1,One\n");
        assertTrue(look.problem().orElseThrow().contains("barcodes"), look.problem().toString());
        assertEquals(List.of("Nummer", "Name"), look.header());
        assertEquals(List.of(List.of("1", "One")), look.sample());
        assertThrows(UnreadableItemFileException.class, () -> look(""));
        assertThrows(UnreadableItemFileException.class, () -> look("<html><body>Sign in</body></html>"));
        assertThrows(UnreadableItemFileException.class, () -> look(folder.resolve("nowhere"), Choices.NONE));
        Choices odd = new Choices(Optional.of(Format.CSV), Optional.of("no such"), Optional.empty(), Optional.empty(),
                Map.of());
        Path file = Files.writeString(folder.resolve("x.csv"), "Barcode,Title\n");
        assertThrows(UnreadableItemFileException.class, () -> look(file, odd));
    }

    private Look look(String text) throws IOException {
        return look(Files.write(folder.resolve("items.csv"), text.getBytes(StandardCharsets.UTF_8)), Choices.NONE);
    }

    private static Look look(Path file, Choices choices) throws IOException {
        return new ItemFileReader(Read.ZONE, Choices.NONE).look(file, choices);
    }
}
