/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemFiles.Look;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;
import org.carrel.wms.internal.itemfile.marc.MarcPiece;
import org.carrel.wms.internal.itemfile.marc.MarcPieces;
import org.carrel.wms.internal.itemfile.marc.MarcRecord;
import org.carrel.wms.internal.itemfile.marc.MarcRecord.Field;

/** Looks at the first records of a file: which fields they have, and where items seem to be. */
final class MarcLook {

    private static final int MOST_PIECES = 200;
    private static final int MOST_RECORDS = 20;
    private static final Texts TEXTS = Texts.of(MarcLook.class);

    /** Where some systems have items when they do not have them where MARC 21 does: Koha, and Sierra and Millennium. */
    private static final List<Map<Column, String>> ELSEWHERE = List.of(
            Map.of(Column.BARCODE, "952$p", Column.CALL_NUMBER, "952$o", Column.BRANCH, "952$b",
                    Column.PERMANENT_LOCATION, "952$c", Column.ITEM_TYPE, "952$y", Column.ENUMERATION, "952$ht",
                    Column.DUE, "952$q", Column.ISSUED, "952$l"),
            Map.of(Column.BARCODE, "945$i", Column.CALL_NUMBER, "945$ab", Column.PERMANENT_LOCATION, "945$l",
                    Column.ENUMERATION, "945$c", Column.STATUS, "945$s", Column.ITEM_TYPE, "945$t"));

    private static final Map<Column, List<String>> STANDARD = new EnumMap<>(Map.of(Column.BARCODE,
            List.of("876$p", "877$p", "878$p", "852$p"), Column.STATUS, List.of("876$j"), Column.INSTITUTION,
            List.of("852$a"), Column.BRANCH, List.of("852$b"), Column.PERMANENT_LOCATION, List.of("852$c"),
            Column.TEMPORARY_LOCATION, List.of("876$l"), Column.TITLE, List.of("245$a"), Column.AUTHOR,
            List.of("100$a", "110$a", "111$a"), Column.OCLC_NUMBER, List.of("035$a"), Column.CALL_NUMBER,
            List.of("852$h", "852$i", "852$j", "852$l")));

    private MarcLook() {}

    static Look of(MarcPieces pieces, Layout.Marc layout) throws IOException {
        MarcPlaces.of(layout.fields());
        List<MarcRecord> records = new ArrayList<>();
        Optional<MarcPiece> piece = pieces.next();
        for (int i = 0; i < MOST_PIECES && piece.isPresent() && records.size() < MOST_RECORDS; i++) {
            if (piece.get() instanceof MarcPiece.Whole whole) {
                records.add(whole.record());
            }
            piece = pieces.next();
        }
        if (records.isEmpty()) {
            throw new UnreadableItemFileException(TEXTS.get("file.noRecords"));
        }
        TreeSet<String> header = new TreeSet<>();
        records.forEach(record -> record.fields().stream().filter(MarcLook::isOfInterest)
                .forEach(field -> field.subfields().forEach(one -> header.add(field.tag() + "$" + one.code()))));
        Map<Column, String> said = layout.fields();
        Map<Column, String> columns = new EnumMap<>(Column.class);
        STANDARD.forEach((column, places) -> places.stream().filter(header::contains).findFirst()
                .ifPresent(place -> columns.put(column, place)));
        columns.putAll(said);
        Set<Column> guessed = EnumSet.noneOf(Column.class);
        Layout.Marc complete = layout;
        if (!columns.containsKey(Column.BARCODE)) {
            Map<Column, String> elsewhere = elsewhere(header, said);
            columns.putAll(elsewhere);
            guessed.addAll(elsewhere.keySet());
            Map<Column, String> all = new EnumMap<>(Column.class);
            all.putAll(elsewhere);
            all.putAll(said);
            complete = new Layout.Marc(layout.xml(), layout.encoding(), all);
        }
        Optional<String> problem = columns.containsKey(Column.BARCODE) ? Optional.empty()
                : Optional.of(TEXTS.get("file.noItems"));
        List<String> names = List.copyOf(header);
        return new Look(complete, names, columns, guessed, sample(records, names), problem);
    }

    private static Map<Column, String> elsewhere(Set<String> header, Map<Column, String> said) {
        Map<Column, String> found = new EnumMap<>(Column.class);
        for (Map<Column, String> places : ELSEWHERE) {
            if (found.isEmpty() && header.contains(places.get(Column.BARCODE))) {
                places.forEach((column, place) -> {
                    boolean there = place.substring(4).chars()
                            .anyMatch(code -> header.contains(place.substring(0, 4) + (char) code));
                    if (there && !said.containsKey(column)) {
                        found.put(column, place);
                    }
                });
            }
        }
        return found;
    }

    /** Numbers, call numbers, names and titles, and where holdings and items can be. */
    private static boolean isOfInterest(Field field) {
        String tag = field.tag();
        return tag.compareTo("010") >= 0 && tag.compareTo("100") < 0 || tag.matches("1[01][01]|245|8[5-7].|9..");
    }

    private static List<List<String>> sample(List<MarcRecord> records, List<String> header) {
        List<List<String>> rows = new ArrayList<>();
        for (MarcRecord record : records) {
            rows.add(header.stream().map(name -> {
                boolean note = name.matches("8(?:52|7[678])\\$[xz]");
                String text = note ? ""
                        : record.first(name.substring(0, 3)).map(field -> field.all(name.substring(4))).orElse("");
                return text.length() > TableLook.LONGEST_TEXT ? text.substring(0, TableLook.LONGEST_TEXT) : text;
            }).toList());
        }
        return rows;
    }
}
