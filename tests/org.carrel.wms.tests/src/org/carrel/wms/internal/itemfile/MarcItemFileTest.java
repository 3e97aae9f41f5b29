/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.ItemRecord;
import org.carrel.model.ItemStatus;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("MARC records with holdings")
class MarcItemFileTest {

    private static final String LEADER = "00000nam a2200000 a 4500";
    private static final String[] BOOK = { "001 ocm00012345", "003 OCoLC", "100 1#$aCarrel, Ann,$d1950-",
            "245 10$aOn shelves :$ba history /$cAnn Carrel.", "852 0#$aXYZ$bMAIN$cSTACKS$kFolio$hQA76$i.C37 1999",
            "876 ##$p31000000001$jAvailable$31999$t2", "876 ##$p31000000002$jON LOAN$lDISPLAY" };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void are_items_with_what_holding_item_and_title_say(boolean xml) throws IOException {
        Read read = xml ? xml(Marc.xml(LEADER, BOOK)) : read(Marc.utf8(BOOK));
        assertEquals(List.of(), read.badOnes());
        ItemRecord first = read.items.getFirst();
        assertEquals("31000000001", first.barcode().value());
        assertEquals("On shelves : a history", first.title());
        assertEquals("Carrel, Ann", first.author());
        assertEquals("Folio QA76 .C37 1999", first.callNumber());
        assertEquals("lc", first.callNumberScheme());
        assertEquals("1999 c.2", first.enumeration());
        assertEquals("12345", first.oclcNumber());
        assertEquals(List.of("XYZ", "MAIN", "STACKS"), List.of(first.group().institution(), first.branch(),
                first.location()));
        assertEquals(ItemStatus.AVAILABLE, first.status());
        assertEquals(ItemStatus.ON_LOAN, read.items.get(1).status());
        assertEquals("DISPLAY", read.items.get(1).location());
        assertEquals(List.of(1L, 1L), read.lines);
    }

    @Test
    void have_the_barcode_in_the_holding_where_there_are_no_items() throws IOException {
        Read read = read(Marc.utf8("245 00$aOne", "852 8#$bA$cB$jLP 7$p1$t1", "852 1#$bA$cC$h823$iDIC$p2$t3"));
        assertEquals(List.of("1", "2"), read.barcodes());
        assertEquals(List.of("LP 7", "823 DIC"), read.items.stream().map(ItemRecord::callNumber).toList());
        assertEquals(List.of("", "dewey"), read.items.stream().map(ItemRecord::callNumberScheme).toList());
        assertEquals(List.of("", "c.3"), read.items.stream().map(ItemRecord::enumeration).toList());
    }

    @Test
    void tie_items_to_their_holdings_by_link_by_copy_number_and_by_order() throws IOException {
        String[] places = { "852 0#$81$bN$cN", "852 0#$82$bS$cS" };
        assertEquals("S N", branches(places[0], places[1], "876 ##$82.1$p1", "876 ##$81.1$p2"), "link");
        assertEquals("S N N", branches("852 0#$bN$cN$t1", "852 0#$bS$cS$t2", "876 ##$p1$t2", "876 ##$p2$t1",
                "876 ##$p3$t1"), "copy number");
        assertEquals("N N S", branches("852 0#$bN$cN", "876 ##$p1", "876 ##$p2", "852 0#$bS$cS", "876 ##$p3"),
                "an item stands behind its holding");
        assertEquals("N S", branches("852 0#$bN$cN", "852 0#$bS$cS", "876 ##$p1", "876 ##$p2"), "as many of both");
        assertEquals("N N N", branches("852 0#$bN$cN", "852 0#$bN$cN", "876 ##$p1", "876 ##$p2", "876 ##$p3"),
                "all holdings are alike");
    }

    @Test
    void that_do_not_say_which_holding_an_item_belongs_to_are_told_of_and_not_guessed() throws IOException {
        Read read = read(Marc.utf8("245 00$aOne", "852 0#$bN$cN", "852 0#$bS$cS", "876 ##$p1", "876 ##$p2",
                "876 ##$p3"));
        assertEquals(List.of(), read.barcodes());
        assertEquals(List.of("1 UNCLEAR_HOLDING", "1 UNCLEAR_HOLDING", "1 UNCLEAR_HOLDING"), read.badOnes());
    }

    private String branches(String... fields) throws IOException {
        String[] all = new String[fields.length + 1];
        all[0] = "245 00$aOne";
        System.arraycopy(fields, 0, all, 1, fields.length);
        Read read = read(Marc.utf8(all));
        assertEquals(List.of(), read.badOnes());
        return String.join(" ", read.items.stream().map(ItemRecord::branch).toList());
    }

    @Test
    void say_volumes_in_other_fields_too() throws IOException {
        Read read = read(
                Marc.utf8("245 00$aSerial", "852 0#$bA$cB$hQA1", "863 40$81.1$a1$i1990", "863 40$81.2$a2$i1991",
                        "876 ##$81.2$p2", "876 ##$81.1$p1"),
                Marc.utf8("245 00$aSet", "852 0#$bA$cB$hQA2$p3",
                        "867 #0$aIndex to v.1-5"));
        assertEquals(List.of("2 1991", "1 1990", "Index to v.1-5"),
                read.items.stream().map(ItemRecord::enumeration).toList());
    }

    @Test
    void have_their_title_in_the_record_before_where_holdings_are_records_of_their_own() throws IOException {
        byte[] title = Marc.utf8("001 7", "245 00$aThe title");
        byte[] holdings = Marc.record("00000nx  a2200000zn 4500", StandardCharsets.UTF_8, "001 8", "004 7",
                "852 0#$bA$cB$hQA1$p1");
        byte[] stray = Marc.record("00000nx  a2200000zn 4500", StandardCharsets.UTF_8, "001 9", "004 99",
                "852 0#$bA$cB$hQA2$p2");
        Read read = read(title, holdings, holdings, stray);
        assertEquals(List.of("The title", "The title", ""), read.items.stream().map(ItemRecord::title).toList());
        assertEquals(List.of(), read.badOnes());
    }

    @Test
    void without_an_item_without_a_barcode_and_deleted_ones_are_all_told_of() throws IOException {
        Read read = read(Marc.utf8("245 00$aOnline"), Marc.utf8("245 00$aNo barcode", "852 0#$bA$cB$hQA1"),
                Marc.record("00000dam a2200000 a 4500", StandardCharsets.UTF_8, "245 00$aGone", "852 0#$p3"));
        assertEquals(List.of("2 EMPTY_BARCODE", "1 NO_ITEM"), read.badOnes().stream().sorted((a, b) -> b.compareTo(a))
                .toList());
        assertEquals(ItemStatus.WITHDRAWN, read.items.getFirst().status());
    }

    @Test
    void are_read_where_somebody_says_that_it_is() throws IOException {
        byte[] record = Marc.utf8("245 00$aOne", "952 ##$p1$oQA 1$bMAIN$cSTK$yBK", "952 ##$p2$oQA 2$bBR$cSTK");
        Map<Column, String> places = Map.of(Column.BARCODE, "952$p", Column.CALL_NUMBER, "952o", Column.BRANCH,
                "952 $b", Column.ITEM_TYPE, "952$y");
        Read read = read(new Layout.Marc(false, Optional.empty(), places), record);
        assertEquals(List.of("1", "2"), read.barcodes());
        assertEquals(List.of("QA 1", "QA 2"), read.items.stream().map(ItemRecord::callNumber).toList());
        assertEquals(List.of("MAIN", "BR"), read.items.stream().map(ItemRecord::branch).toList());
        assertEquals(List.of("BK", ""), read.items.stream().map(item -> item.group().itemType()).toList(),
                "what another item says is not this one's");
        assertEquals("One", read.items.getFirst().title());
        for (String wrong : List.of("95", "952", "001$a", "952$P")) {
            assertThrows(UnreadableItemFileException.class,
                    () -> read(new Layout.Marc(false, Optional.empty(), Map.of(Column.BARCODE, wrong)), record), wrong);
        }
    }

    @Test
    void in_marc_8_have_their_letters() throws IOException {
        String marc8 = "00000nam  2200000 a 4500";
        byte[] record = Marc.record(marc8, StandardCharsets.ISO_8859_1,
                "245 00$aF\u00E8ur Elise : caf\u00E2e \u00A1\u00F3d\u00B1z, "
                        + "\u00B5sthetik \u001Bb2\u001Bs O, \u001Bga\u001Bs",
                "852 0#$bA$cB$hQA1$p1");
        Read read = read(record);
        assertEquals("F\u00FCr Elise : caf\u00E9 \u0141d\u0324\u0142z, \u00E6sthetik \u2082 O, \u03B1",
                read.items.getFirst().title());
        assertEquals(List.of(), read.badOnes());
        Read russian = read(Marc.record(marc8, StandardCharsets.ISO_8859_1, "245 00$a\u001B(NABC\u001B(B and on",
                "852 0#$bA$cB$hQA1$p1"));
        assertEquals("\uFFFD\uFFFD\uFFFD and on", russian.items.getFirst().title());
        assertEquals(List.of("1 NOT_UTF8 imported"), russian.badOnes(), "other scripts are told of");
    }

    @Test
    void that_do_not_say_that_they_are_utf_8_are_read_as_what_they_are() throws IOException {
        byte[] silent = Marc.record("00000nam  2200000 a 4500", StandardCharsets.UTF_8, "245 00$aF\u00FCr \u6587",
                "852 0#$p1");
        assertEquals("F\u00FCr \u6587", read(silent).items.getFirst().title());
        byte[] latin = Marc.record("00000nam a2200000 a 4500", StandardCharsets.ISO_8859_1, "245 00$aF\u00FCr",
                "852 0#$p1");
        assertEquals(List.of("1 NOT_UTF8 imported"), read(latin).badOnes());
        Layout.Marc said = new Layout.Marc(false, Optional.of("ISO-8859-1"), Map.of());
        assertEquals("F\u00FCr", read(said, latin).items.getFirst().title());
    }

    @Test
    void harvested_or_with_a_name_space_are_read_and_entities_are_not() throws IOException {
        String record = Marc.xml(LEADER, BOOK);
        assertEquals(2, write("<?xml version='1.0'?><marc:collection xmlns:marc='http://www.loc.gov/MARC21/slim'>"
                + record.replace("<", "<marc:").replace("<marc:/", "</marc:") + "</marc:collection>").items.size());
        assertEquals(2,
                write("<OAI-PMH><ListRecords><record><header><identifier>x</identifier></header><metadata>" + record
                        + "</metadata></record></ListRecords></OAI-PMH>").items.size());
        assertEquals("Tom & Jerry <3", write("<collection>" + Marc.xml(LEADER, "245 00$aTom & Jerry <3",
                "852 0#$p1") + "</collection>").items.getFirst().title());
        Path secret = Files.writeString(folder.resolve("secret.txt"), "31000000009");
        for (String type : List.of("<!DOCTYPE c [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>",
                "<!DOCTYPE c [<!ENTITY a 'aaaaaaaaaa'><!ENTITY e '&a;&a;&a;&a;'>]>")) {
            UnreadableItemFileException refused = assertThrows(UnreadableItemFileException.class, () -> write(type
                    + "<collection>" + Marc.xml(LEADER, "245 00$aOne", "852 0#$pXX").replace("XX", "&e;")
                    + "</collection>"));
            assertTrue(refused.getMessage().contains("entity"), refused.getMessage());
        }
    }

    private Read read(byte[]... records) throws IOException {
        return read(new Layout.Marc(false, Optional.empty(), Map.of()), records);
    }

    private Read read(Layout.Marc layout, byte[]... records) throws IOException {
        return Read.of(Files.write(folder.resolve("items.mrc"), Marc.joined(records)), layout);
    }

    private Read xml(String records) throws IOException {
        return write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<collection>" + records + "</collection>");
    }

    private Read write(String text) throws IOException {
        return Read.of(Files.writeString(folder.resolve("items.xml"), text),
                new Layout.Marc(true, Optional.empty(), Map.of()));
    }
}
