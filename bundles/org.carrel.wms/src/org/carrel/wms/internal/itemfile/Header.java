/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;

/**
 * Which field of a row holds what, by the header line. OCLC has renamed and moved the columns of the item file over the
 * years, so only names count; capitals do not.
 */
final class Header {

    /** The widest item file known has 31. */
    static final int MOST_COLUMNS = 100;

    private static final Texts TEXTS = Texts.of(Header.class);

    /** The names of each column in the item files of WorldShare Management Services from 2016 to today. */
    private static final Map<String, Column> NAMES = Map.ofEntries(
            Map.entry("institution_symbol", Column.INSTITUTION), Map.entry("inst_symbol", Column.INSTITUTION),
            Map.entry("item_holding_location", Column.BRANCH), Map.entry("holding_location", Column.BRANCH),
            Map.entry("item_permanent_shelving_location", Column.PERMANENT_LOCATION),
            Map.entry("shelving_location", Column.PERMANENT_LOCATION),
            Map.entry("item_temporary_shelving_location", Column.TEMPORARY_LOCATION),
            Map.entry("temporary_shelving_location", Column.TEMPORARY_LOCATION),
            Map.entry("temp_shelving_location", Column.TEMPORARY_LOCATION),
            Map.entry("item_type", Column.ITEM_TYPE), Map.entry("material_format", Column.MATERIAL),
            Map.entry("item_status_current_status", Column.STATUS), Map.entry("current_status", Column.STATUS),
            Map.entry("item_barcode", Column.BARCODE), Map.entry("barcode", Column.BARCODE),
            Map.entry("title", Column.TITLE), Map.entry("title_or_description", Column.TITLE),
            Map.entry("author_name", Column.AUTHOR), Map.entry("author", Column.AUTHOR),
            Map.entry("item_call_number", Column.CALL_NUMBER), Map.entry("call_number", Column.CALL_NUMBER),
            Map.entry("call_number_scheme", Column.CALL_NUMBER_SCHEME),
            Map.entry("item_enumeration_and_chronology", Column.ENUMERATION),
            Map.entry("textual_holdings", Column.ENUMERATION), Map.entry("description", Column.ENUMERATION),
            Map.entry("oclc_number", Column.OCLC_NUMBER), Map.entry("item_due_date", Column.DUE),
            Map.entry("loan_date_due", Column.DUE), Map.entry("item_issued_count", Column.ISSUED),
            Map.entry("issued_count", Column.ISSUED), Map.entry("item_last_issued_date", Column.LAST_ISSUED),
            Map.entry("last_issued_date", Column.LAST_ISSUED),
            Map.entry("item_last_inventoried_date", Column.LAST_INVENTORIED),
            Map.entry("last_inventoried_date", Column.LAST_INVENTORIED),
            Map.entry("item_deleted_date", Column.DELETED));

    private final Map<Column, Integer> places;
    private final int width;

    private Header(Map<Column, Integer> places, int width) {
        this.places = places;
        this.width = width;
    }

    /**
     * Reads a header line.
     *
     * @param named the names of columns that somebody chose; they go before the known ones
     * @throws UnreadableItemFileException when the file cannot be an item file
     */
    static Header of(List<String> fields, Map<Column, String> named) throws UnreadableItemFileException {
        if (fields.size() > MOST_COLUMNS) {
            throw new UnreadableItemFileException(TEXTS.get("file.tooManyColumns", fields.size(), MOST_COLUMNS));
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (Map.Entry<Column, String> choice : named.entrySet()) {
            int place = placeOf(fields, choice.getValue());
            if (place < 0) {
                throw new UnreadableItemFileException(TEXTS.get("file.noSuchColumn", choice.getValue()));
            }
            places.put(choice.getKey(), place);
        }
        Set<Integer> chosen = new HashSet<>(places.values());
        for (int place = 0; place < fields.size(); place++) {
            Column column = NAMES.get(name(fields.get(place)));
            if (column == null || chosen.contains(place) || named.containsKey(column)) {
                continue;
            }
            if (places.putIfAbsent(column, place) != null) {
                throw new UnreadableItemFileException(TEXTS.get("file.columnTwice", fields.get(place).strip()));
            }
        }
        if (!places.containsKey(Column.BARCODE)) {
            throw new UnreadableItemFileException(TEXTS.get("file.noBarcodes"));
        }
        if (!places.containsKey(Column.TITLE) && !places.containsKey(Column.CALL_NUMBER)) {
            throw new UnreadableItemFileException(TEXTS.get("file.noTitles"));
        }
        return new Header(places, fields.size());
    }

    private static int placeOf(List<String> fields, String wanted) {
        for (int place = 0; place < fields.size(); place++) {
            if (name(fields.get(place)).equals(name(wanted))) {
                return place;
            }
        }
        return -1;
    }

    /** The old files have blanks where the newer ones have underscores. */
    static String name(String field) {
        return field.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** Which field holds the column; -1 when none does. */
    int placeOf(Column column) {
        return places.getOrDefault(column, -1);
    }

    /** What was found. */
    Set<Column> columns() {
        return places.keySet();
    }

    /** How many fields every row has. */
    int width() {
        return width;
    }
}
