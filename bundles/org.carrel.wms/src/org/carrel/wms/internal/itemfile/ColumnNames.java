/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.carrel.model.port.ItemFiles.Column;

/**
 * What columns are called in the exports of library systems, in English as their field names have it and as people head
 * their tables. Nobody promises these names, so what is found by them is a guess, to be shown. For each column the
 * better name stands first.
 */
final class ColumnNames {

    private static final Map<Column, List<String>> NAMES = new EnumMap<>(Column.class);

    static {
        NAMES.put(Column.BARCODE, List.of("item_barcode", "barcode", "itembarcode", "item_id", "barcode_number",
                "copy_barcode", "item_barcode_number", "strichcode", "mediennummer", "code_barres", "code-barres",
                "streepjescode", "barcodenummer"));
        NAMES.put(Column.TITLE, List.of("title", "title_or_description", "main_title", "titel", "titre", "245$a",
                "bib_title", "biblio_title", "item_title", "short_title", "marc_tag_245"));
        NAMES.put(Column.AUTHOR, List.of("author", "author_name", "main_author", "creator", "verfasser", "autor",
                "auteur"));
        NAMES.put(Column.CALL_NUMBER, List.of("item_call_number", "call_number", "callnumber", "itemcallnumber",
                "permanent_call_number", "callno", "call_no", "call_#", "item_call_no", "signatur", "cote",
                "plaatskenmerk",
                "plaatsing", "shelfmark", "shelving_number"));
        NAMES.put(Column.CALL_NUMBER_SCHEME, List.of("call_number_scheme", "call_number_type", "cn_source",
                "classification_source"));
        NAMES.put(Column.BRANCH, List.of("item_holding_location", "holding_location", "holdingbranch",
                "holding_branch", "current_library", "holding_library", "library", "branch", "library_name",
                "library_code", "homebranch", "home_library", "owning_library", "assigned_branch", "bibliothek",
                "zweigstelle", "vestiging"));
        NAMES.put(Column.PERMANENT_LOCATION, List.of("item_permanent_shelving_location", "permanent_location",
                "shelving_location", "location", "location_code", "collection", "ccode", "home_location",
                "permanent_collection", "location_name", "standort", "plaats", "localisation"));
        NAMES.put(Column.TEMPORARY_LOCATION, List.of("item_temporary_shelving_location", "temporary_location",
                "temporary_shelving_location", "temp_location", "current_location"));
        NAMES.put(Column.ITEM_TYPE, List.of("item_type", "itype", "itemtype", "item_policy", "item_category",
                "material_type", "medientyp", "loan_type", "circulation_modifier"));
        NAMES.put(Column.MATERIAL, List.of("material_format", "format", "medium"));
        NAMES.put(Column.STATUS, List.of("item_status_current_status", "current_status", "item_status", "status",
                "status_name", "item_status_name", "copy_status", "process_type", "base_status"));
        NAMES.put(Column.ENUMERATION, List.of("item_enumeration_and_chronology", "enumeration", "enumchron",
                "volume", "enum_chron", "item_description", "volume_designation", "description", "textual_holdings",
                "part", "band"));
        NAMES.put(Column.OCLC_NUMBER, List.of("oclc_number", "oclc", "oclc_control_number", "ocn"));
        NAMES.put(Column.DUE, List.of("item_due_date", "due_date", "due", "loan_date_due", "date_due", "onloan"));
        NAMES.put(Column.ISSUED, List.of("item_issued_count", "issued_count", "issues", "total_checkouts",
                "checkouts", "num_of_loans", "loans", "circ_count", "number_of_loans"));
        NAMES.put(Column.LAST_ISSUED, List.of("item_last_issued_date", "last_issued_date", "datelastborrowed",
                "last_checkout_date", "last_loan_date", "last_circ_date", "last_checkout"));
        NAMES.put(Column.LAST_INVENTORIED, List.of("item_last_inventoried_date", "last_inventoried_date",
                "inventory_date", "last_inventory_date", "inventory_update_date", "inventoried"));
        NAMES.put(Column.DELETED, List.of("item_deleted_date", "deleted_date", "withdrawn_on"));
        NAMES.put(Column.INSTITUTION, List.of("institution_symbol", "inst_symbol", "institution",
                "institution_code"));
    }

    private ColumnNames() {}

    /**
     * What the columns of a header line seem to hold.
     *
     * @param taken columns of the file that somebody has spoken for
     * @param but   what is not to be looked for
     * @return the names as the header line has them
     */
    static Map<Column, String> guess(List<String> header, Set<String> taken, Set<Column> but) {
        Map<String, String> names = new HashMap<>();
        header.stream().filter(name -> !name.isBlank()).forEach(name -> names.putIfAbsent(Header.name(name), name));
        taken.forEach(name -> names.remove(Header.name(name)));
        Map<Column, String> found = new EnumMap<>(Column.class);
        for (Column column : EnumSet.complementOf(but.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(but))) {
            for (String name : NAMES.getOrDefault(column, List.of())) {
                String there = names.remove(name);
                if (there != null) {
                    found.put(column, there);
                    break;
                }
            }
        }
        return found;
    }

    /** How many of the names are known. */
    static int known(List<String> header) {
        return guess(header, Set.of(), Set.of()).size();
    }
}
